import { setFlagsFromString } from 'node:v8';

/** Below this, bytes, a description or a facts file is of too few targets for memory to matter. */
const LARGE = 1_000_000;

/** By how much of what is in use the heap may grow before it is cleared, percent: little where AWS is waited for anyway. Left to itself, the engine lets it grow to a multiple. */
const GROWTH = { description: 25, facts: 100 } as const;

/**
 * Before a large description or facts file of so many bytes is taken apart: from here to its end, the process clears away more often than it would by itself, since a run of many targets
 * leaves much behind and needs little of it. Source of the flag: `node --v8-options`.
 */
export const spareMemory = (file: keyof typeof GROWTH, bytes: number): void => {
  if (bytes >= LARGE) setFlagsFromString(`--heap-growing-percent=${GROWTH[file]}`);
};
