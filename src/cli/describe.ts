import { access, readFile } from 'node:fs/promises';
import type { TargetReport } from '../model/report.ts';
import { stop } from '../run/stop.ts';
import { FIELDS } from '../targets/fields.ts';
import type { Description } from '../targets/problem.ts';
import { formatProblems, problemsOf } from '../targets/problem.ts';
import { nearest } from './nearest.ts';
import { openBeside } from './open-beside.ts';
import { spareMemory } from './sparing-memory.ts';
import type { Words } from './words.ts';
import { DEFAULT_FILE } from './words.ts';

const INVALID = 2;

/** Flags that say something of a target; `--region` also serves a file that names none. */
const TARGET_FLAGS = Object.values(FIELDS).flatMap(({ flag }) => flag ?? []);
const ONLY_WITHOUT_FILE = TARGET_FLAGS.filter((flag) => flag !== 'region');

const givenFlags = (words: Words): readonly string[] => ONLY_WITHOUT_FILE.filter((flag) => words[flag] !== undefined);

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw stop(`${path} could not be read: ${reason} — sageready init writes a description to fill in`);
  }
};

const fromFile = async (path: string, words: Words): Promise<Description> => {
  const { readDescription } = await import('../targets/read.ts');
  const region = words['region'] as string | undefined;
  const text = await textOf(path);
  spareMemory('description', text.length);
  return readDescription(text, path, {
    defaultDeployer: words['deployers'] === 'named' ? undefined : 'me',
    open: openBeside(path),
    ...(region !== undefined && { region }),
  });
};

const fromFlags = async (words: Words): Promise<Description> => {
  const { targetFromFlags } = await import('../targets/flags.ts');
  return targetFromFlags(words, { defaultDeployer: 'me', open: openBeside('.') });
};

const read = async (words: Words): Promise<Description> => {
  const file = words['file'] as string | undefined;
  const [flag] = givenFlags(words);
  if (file !== undefined && flag !== undefined) throw stop(`name either a file or the target’s flags, not both: ${file} and --${flag}`);
  if (flag !== undefined) return fromFlags(words);
  if (file === undefined && !(await exists(DEFAULT_FILE)))
    throw stop(`there is no ${DEFAULT_FILE} here — write one with sageready init, name a file, or describe the target by flags (sageready check --help)`);
  return fromFile(file ?? DEFAULT_FILE, words);
};

const namesIn = ({ targets, invalid }: Description): readonly string[] => [...targets, ...invalid].map(({ name }) => name);

const ofAccount = (description: Description, words: Words): Description => {
  const chosen = words['account-only'] as string | undefined;
  if (chosen === undefined) return description;
  const accounts = [...new Set([...description.targets, ...description.invalid].flatMap(({ account }) => account ?? []))];
  // Where nothing could be read, why not is what there is to say.
  if (accounts.length > 0 && !accounts.includes(chosen))
    throw stop(`--account-only ${chosen}: no target is planned for this account — accounts are ${accounts.join(', ')}`);
  const isChosen = ({ account = chosen }: { readonly account?: string }): boolean => account === chosen;
  return { ...description, targets: description.targets.filter(isChosen), invalid: description.invalid.filter(isChosen) };
};

/** Only the targets that `--target` and `--account-only` name; all of them without these. */
export const chosenTargets = (described: Description, words: Words): Description => {
  const description = ofAccount(described, words);
  const chosen = words['target'] as readonly string[] | undefined;
  if (chosen === undefined) return description;
  const names = namesIn(description);
  const unknown = chosen.find((name) => !names.includes(name));
  if (names.length > 0 && unknown !== undefined)
    throw stop(`--target ${unknown}: there is no such target${nearest(unknown, names)} — targets are ${names.join(', ')}`);
  const isChosen = ({ name }: { readonly name: string }): boolean => chosen.includes(name);
  return { ...description, targets: description.targets.filter(isChosen), invalid: description.invalid.filter(isChosen) };
};

/** Reads what will be deployed, from a file or from flags. Says everything that is wrong with it; goes on with the valid targets if there are any. */
export const describedTargets = async (words: Words): Promise<Description> => {
  const description = chosenTargets(await read(words), words);
  const problems = problemsOf(description);
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  if (description.problems.length > 0 || description.targets.length === 0) {
    throw stop(`nothing was judged: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} in the description`);
  }
  return words['deep'] === true ? { ...description, targets: description.targets.map((target) => ({ ...target, deep: true })) } : description;
};

/** Invalid targets as reports say them: undetermined, with the reason. */
export const invalidReports = ({ invalid }: Description): readonly TargetReport[] =>
  invalid.map(({ name, scenario = 'unknown' as const, account = '', region = '', problems }) => ({
    target: { name, scenario, account, region },
    outcome: 'undetermined',
    risks: 0,
    findings: [],
    causes: [],
    invalid: formatProblems(problems),
  }));

/** An invalid target among valid ones: exit code 2, unless the run keeps going (then it counts as undetermined). */
export const codeOfInvalid = ({ invalid }: { readonly invalid: readonly unknown[] }, words: Words): number | undefined =>
  invalid.length > 0 && words['keep-going'] !== true ? INVALID : undefined;
