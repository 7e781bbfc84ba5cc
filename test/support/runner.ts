import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { parse } from 'yaml';
import { nodeBinary } from './nodes.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** A command that the runner obeyed. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** How a step ended, as the runner sees it. */
export interface Step {
  readonly code: number;
  readonly log: string;
  readonly obeyed: readonly ObeyedCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** `action.yml`, read. */
export const actionMetadata = async (): Promise<Metadata> => parse(await readFile('action.yml', 'utf8')) as Metadata;

/** The outputs in the file that steps write to: `name<<END`, lines, `END`. */
const outputsIn = (text: string): Readonly<Record<string, string>> => {
  const found = text.matchAll(/^([^<\n=]+)<<(.+)\n([\s\S]*?)\n?^\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
};

const MODERN = /^\s*::([\w-]+)\s*(.*?)::(.*)$/;
const LEGACY = /##\[([\w-]+)\s*(.*?)\](.*)$/;

/**
 * The commands that the runner finds in a log: `::name::` at the start of a line, blanks aside, or `##[name]` anywhere in it, unless they are stopped.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const obeyedIn = (log: string): readonly ObeyedCommand[] => {
  let stoppedUntil: string | undefined;
  return log.split(/\r?\n/).flatMap((line): readonly ObeyedCommand[] => {
    const [, name = '', properties = '', data = ''] = MODERN.exec(line) ?? LEGACY.exec(line) ?? [];
    if (name === '') return [];
    if (stoppedUntil !== undefined) {
      if (name === stoppedUntil) stoppedUntil = undefined;
      return [];
    }
    if (name === 'stop-commands') stoppedUntil = data;
    return name === 'stop-commands' ? [] : [{ name, properties, data }];
  });
};

/** Runs the built action in a folder as GitHub's runner does, on the Node that its metadata names. */
export const runAction = async (folder: string, given: Readonly<Record<string, string>>, further: Readonly<Record<string, string>> = {}): Promise<Step> => {
  const { inputs, runs } = await actionMetadata();
  if (runs.using !== 'node24') throw new Error(`the runner of this test has no ${runs.using}`);
  const values = { ...Object.fromEntries(Object.entries(inputs).map(([name, { default: value = '' }]) => [name, value])), ...given };
  const files = { GITHUB_OUTPUT: join(folder, '.runner/output'), GITHUB_STEP_SUMMARY: join(folder, '.runner/summary.md') };
  // A release holds the bundle, and no packages.
  const main = join(folder, '.runner/action', runs.main);
  for (const path of [join(folder, '.runner/temp'), dirname(main)]) await mkdir(path, { recursive: true });
  await copyFile(runs.main, main);
  for (const file of Object.values(files)) await writeFile(file, '');
  const environment = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    GITHUB_ACTIONS: 'true',
    // The bundle is the same in each step of a test: Node need not compile it again.
    NODE_COMPILE_CACHE: join(folder, '.runner/compiled'),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, '.runner/temp'),
    ...files,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
    ...further,
  };
  const child = spawn(await nodeBinary(24), [main], { cwd: folder, env: environment, timeout: 40_000, killSignal: 'SIGKILL' });
  const [output, errors, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
  const log = output + errors;
  const [outputs, summary] = await Promise.all(Object.values(files).map((file) => readFile(file, 'utf8')));
  return { code, log, obeyed: obeyedIn(log), outputs: outputsIn(outputs ?? ''), summary: summary ?? '' };
};
