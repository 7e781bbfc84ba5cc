import type { Reporter } from '../src/model/report.ts';
import { console } from './console.ts';
import { json } from './json.ts';

/** The forms that a report can take. */
export type Format = 'console' | 'json';

/** Every reporter by the name of its format. A command line loads one by its own file. */
export const reporters: Readonly<Record<Format, Reporter>> = { console, json };
