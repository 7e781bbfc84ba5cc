export type { Sourced } from '../model/sourced.ts';
