import { setFlagsFromString } from 'node:v8';

/** Below this, characters, a text is read before memory matters. */
const LARGE = 1_000_000;

/**
 * Reads a large text with as little memory as that takes: meanwhile the engine clears away more often than it would by itself, since the tree of a
 * description is many times its size and needed only here. Source of the flag: `node --v8-options`.
 */
export const sparingMemory = <T>(text: string, read: () => T): T => {
  if (text.length < LARGE) return read();
  setFlagsFromString('--optimize-for-size');
  try {
    return read();
  } finally {
    setFlagsFromString('--no-optimize-for-size');
  }
};
