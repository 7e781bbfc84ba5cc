import { setFlagsFromString } from 'node:v8';

/** Below this, characters, a description is of too few targets for memory to matter. */
const LARGE = 1_000_000;

/** By how much of what is in use the heap may grow before it is cleared, percent. Left to itself, the engine lets it grow to a multiple. */
const GROWTH = 25;

/**
 * Before a large description is read: from here to its end, the process clears away more often than it would by itself, since a run of many targets
 * leaves much behind and needs little of it. Source of the flag: `node --v8-options`.
 */
export const spareMemory = (description: string): void => {
  if (description.length >= LARGE) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
};
