import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Command } from './processes.ts';
import { run } from './processes.ts';

const FOLDER = resolve('dist/cli');

/** The built command line. */
export const COMMAND_LINE = join(FOLDER, 'sageready.js');

/** The command line with these words, on this process's own Node. */
export const sageready = (...words: readonly string[]): Command => ({ node: process.execPath, words: [COMMAND_LINE, ...words] });

/** Runs something with a folder of its own. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** The bundle's modules that a command loads, as V8's own coverage lists them. */
export const modulesOf = (command: Command): Promise<readonly string[]> =>
  inFolder(async (folder) => {
    await run({ ...command, env: { ...command.env, NODE_V8_COVERAGE: folder } });
    const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
    const urls = texts.flatMap((text) => (JSON.parse(text) as Coverage).result.map(({ url }) => url));
    return [...new Set(urls)].filter((url) => url.startsWith(pathToFileURL(FOLDER).href));
  });

const KILO = 1000;

/** Size of files, kB, plain and each compressed by gzip. */
export const sizeOf = async (paths: readonly string[]): Promise<{ readonly plain: number; readonly compressed: number }> => {
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0) / KILO;
  return { plain: total(contents.map(({ length }) => length)), compressed: total(contents.map((content) => gzipSync(content).length)) };
};

/** Every JavaScript file of a built folder. */
export const filesOf = async (folder: string): Promise<readonly string[]> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
  const kinds = await Promise.all(names.map((name) => stat(name)));
  return names.filter((_, index) => kinds[index]?.isFile());
};

/** Paths of modules named by URL. */
export const pathsOf = (urls: readonly string[]): readonly string[] => urls.map((url) => fileURLToPath(url));
