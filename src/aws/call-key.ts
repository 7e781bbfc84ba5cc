import type { AnyOperation } from './operation.ts';

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** Equal calls have equal keys: operation, Region (unless the answer is the same everywhere) and canonical input. */
export const callKey = ({ name, scope }: Pick<AnyOperation, 'name' | 'scope'>, region: string, input: unknown): string =>
  `${name} ${scope === 'global' ? '*' : region} ${JSON.stringify(input, sorted)}`;
