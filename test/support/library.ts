import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Library from '../../src/index.ts';

/** Set by the environment of the end-to-end tests. */
declare const importOnce: (address: string) => Promise<unknown>;

const BUNDLE = pathToFileURL(join(process.cwd(), 'dist/lib/index.js')).href;

/** The built library. All test files of a worker share it: it keeps no state, and is loaded and compiled once. */
export const builtLibrary = (): Promise<typeof Library> => importOnce(BUNDLE) as Promise<typeof Library>;
