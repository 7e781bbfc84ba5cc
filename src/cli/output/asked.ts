import type { Stats } from 'node:fs';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Format } from '../../../reporters/index.ts';
import { stop } from '../../run/stop.ts';
import { nearest } from '../nearest.ts';
import type { Words } from '../words.ts';
import { DEFAULT_FILE } from '../words.ts';
import { FORMAT_NAMES, FORMATS } from './formats.ts';

/** Where one report goes; no file: standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const isFormat = (name: string): name is Format => (FORMAT_NAMES as readonly string[]).includes(name);

const parseOutput = (text: string): Output => {
  const [format = '', ...file] = text.split('=');
  if (!isFormat(format))
    throw stop(`--output ${text}: there is no format "${format}"${nearest(format, FORMAT_NAMES)} — formats are ${FORMAT_NAMES.join(', ')}`);
  if (file.length === 0) return { format };
  if (file.join('=') === '') throw stop(`--output ${text}: name a file after "=", for example ${format}=report.${FORMATS[format].extension}`);
  return { format, file: file.join('=') };
};

const parseOutputs = (words: Words): readonly Output[] => {
  const named = words['output'] as readonly string[] | undefined;
  return (named ?? [words['for'] === undefined ? 'console' : 'handoff']).map(parseOutput);
};

// Options that only some formats heed: given without one of them, they would do nothing, in silence.
const HEEDED_BY: Readonly<Record<string, readonly Format[]>> = { for: ['handoff'], state: ['asff', 'ocsf'] };

const refuseIdle = (outputs: readonly Output[], words: Words): void => {
  for (const [name, formats] of Object.entries(HEEDED_BY)) {
    if (words[name] !== undefined && !outputs.some(({ format }) => formats.includes(format)))
      throw stop(`--${name} is for ${formats.join(' and ')} only — add --output ${formats[0]}`);
  }
};

const INPUTS = ['file', 'facts', 'anchor', 'waivers'] as const;

/** One path for a file, whichever links lead to it, also for a file that is not there yet. */
const placeOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return join(placeOf(dirname(resolve(path))), basename(path));
  }
};

const refuseInputs = ({ format, file }: Output, words: Words): void => {
  const inputs = INPUTS.map((name) => words[name]).concat(words['file'] === undefined ? [DEFAULT_FILE] : [], words['state']);
  if (file === undefined || !inputs.some((input) => typeof input === 'string' && placeOf(input) === placeOf(file))) return;
  throw stop(`--output ${format}=${file} would overwrite what is read — name another file`);
};

const refuseSameFile = (outputs: readonly Output[]): void => {
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.findIndex((other) => placeOf(other) === placeOf(file)) < index);
  if (twice !== undefined) throw stop(`two reports cannot share ${twice} — name a file for each`);
};

const statusOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

/** What stands in the way of making a file in a folder, as far as can be told beforehand. */
const obstacleIn = (folder: string): string | undefined => {
  const place = statusOf(folder);
  if (place === undefined) return `there is no folder ${folder} — make it, or name another file`;
  if (!place.isDirectory()) return `${folder} is no folder — name another file`;
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return `${(error as Error).message} — name another file`;
  }
};

const obstacleTo = (file: string): string | undefined => {
  const there = statusOf(file);
  if (there?.isDirectory()) return 'it is a folder — name a file in it';
  // A pipe or a device is not replaced: its folder need not be writable.
  return there === undefined || there.isFile() ? obstacleIn(dirname(file)) : undefined;
};

// Before the first call: a run of minutes is not to end with a report that has no place.
const refuseUnwritable = (file: string): void => {
  const obstacle = obstacleTo(file);
  if (obstacle !== undefined) throw stop(`${file} could not be written: ${obstacle}`);
};

const refuseAbsent = (words: Words): void => {
  const anchor = words['anchor'];
  if (typeof anchor === 'string' && statusOf(anchor)?.isFile() !== true)
    throw stop(`--anchor ${anchor}: there is no such file — name one of the repository, for example the workflow that deploys`);
};

/** Reads `--output`; the console report on standard output when none is named. More than one report cannot share standard output. */
export const outputsOf = (words: Words): readonly Output[] => {
  const outputs = parseOutputs(words);
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw stop('two reports cannot share standard output — give one of them a file: --output json=report.json');
  refuseIdle(outputs, words);
  refuseSameFile(outputs);
  refuseAbsent(words);
  for (const output of outputs) refuseInputs(output, words);
  return outputs;
};

/** The files that will be written, refused while nothing has been asked of AWS yet. */
export const refuseUnwritableFiles = (outputs: readonly Output[], words: Words): void => {
  const state = words['state'];
  for (const file of [...outputs.flatMap((output) => output.file ?? []), ...(typeof state === 'string' ? [state] : [])]) refuseUnwritable(file);
};
