import type { ScenarioId } from '../model/target.ts';
import { keysOf, readEntry } from './entry.ts';
import type { FieldPath } from './fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, SCENARIO_IDS } from './fields.ts';
import type { Issue } from './issue.ts';
import type { OpenFile, PlacedIssue } from './opened.ts';
import type { Description, Problem } from './problem.ts';
import type { ReadingOptions } from './read.ts';
import { fallbackFor, identityOf } from './read.ts';
import { quoted } from './words.ts';

/** Flags by name, without hyphens in front, as the command line's parser hands them over. */
export type Flags = Readonly<Record<string, unknown>>;

type Raw = Readonly<Record<string, unknown>>;

const tagOf = (text: unknown): readonly [string, string] => {
  const [key = '', ...value] = String(text).split('=');
  return [key, value.join('=')];
};

const tagsOf = (given: unknown): Raw => Object.fromEntries([given].flat().map(tagOf));

const meant = (path: FieldPath, given: unknown): unknown => {
  switch (FIELDS[path].type) {
    case 'tags':
      return tagsOf(given);
    case 'list':
      return [given].flat().map(String);
    default:
      return given;
  }
};

const within = (holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  const map = (holder ?? {}) as Raw;
  return { ...map, [key]: within(map[key], rest, value) };
};

const givenFor = (flags: Flags, path: FieldPath): unknown => {
  const { flag } = FIELDS[path];
  return flag === undefined ? undefined : flags[flag];
};

const isCompleted = (flags: Flags): boolean => flags['endpoint'] !== undefined || flags['model'] !== undefined;

/** The maps that a plan must have, empty, so that what is missing in them is told by flag. */
const groupsOf = (flags: Flags): Raw => {
  const { scenario } = flags;
  const paths = (SCENARIO_IDS as readonly unknown[]).includes(scenario) && !isCompleted(flags) ? FIELDS_OF[scenario as ScenarioId] : [];
  const groups = paths.filter((path) => path.includes('.') && FIELDS[path].presence === 'completable').map((path) => [path.split('.')[0] ?? '', {}] as const);
  return Object.fromEntries(groups);
};

const rawOf = (flags: Flags): Raw =>
  FIELD_PATHS.reduce((raw, path) => {
    const given = givenFor(flags, path);
    return given === undefined ? raw : (within(raw, path.split('.'), meant(path, given)) as Raw);
  }, groupsOf(flags));

/** The flag of a key, or the first of what lies below it. */
const flagAt = (path: string): string | undefined =>
  FIELD_PATHS.filter((field) => field === path || field.startsWith(`${path}.`))
    .map((field) => FIELDS[field].flag)
    .find((flag) => flag !== undefined);

const flagOf = ({ path }: Issue): string => {
  const flag = flagAt(path[0] === 'tags' ? 'tags' : path.join('.'));
  return flag === undefined ? path.join('.') : `--${flag}`;
};

const problemOf = ({ place, ...issue }: PlacedIssue): Problem => ({ ...issue, file: '', path: flagOf(issue), ...place });

const REPEATABLE = ['tags', 'list'];

const malformedTags = (given: unknown): readonly Issue[] =>
  [given ?? []]
    .flat()
    .filter((text) => !/^[^=]+=/.test(String(text)))
    .map((text) => ({ path: ['tags'], message: `${quoted(String(text))} is no tag`, expected: 'key=value' }));

const repeated = (flags: Flags): readonly Issue[] =>
  FIELD_PATHS.filter((path) => !REPEATABLE.includes(FIELDS[path].type) && Array.isArray(givenFor(flags, path))).map((path) => ({
    path: path.split('.'),
    message: 'is given more than once',
  }));

const NAMING = ['name', 'endpoint-name', 'endpoint', 'model', 'queue-name', 'job-name', 'model-id', 'scenario'] as const;

const nameOf = (flags: Flags): unknown => NAMING.map((flag) => flags[flag]).find((name) => name !== undefined);

/** Flags that only one scenario has, and that say which one is meant. */
const TELLING: Readonly<Record<string, ScenarioId>> = {
  endpoint: 'serverless-endpoint',
  model: 'serverless-endpoint',
  'model-id': 'jumpstart-model',
  'queue-config': 'wandb-launch-queue',
  request: 'inference-recommender-vpc',
  'accelerator-type': 'elastic-inference',
};

const scenarioOf = (flags: Flags): unknown => flags['scenario'] ?? Object.entries(TELLING).find(([flag]) => flags[flag] !== undefined)?.[1];

const knownIn = (scenario: unknown, raw: Raw): Raw => {
  const keys = keysOf(scenario);
  return Object.fromEntries(Object.entries(raw).filter(([key]) => key !== 'deployer' || keys.includes(key)));
};

const NO_FILES: OpenFile = () => ({ fault: 'files are not read here' });

/** Builds the target, or the two of a JumpStart model, from flags, with the schema of the target file. Its name is, for want of `--name`, that of its endpoint, model, queue, job or scenario. */
export const targetFromFlags = (given: Flags, { defaultDeployer, open = NO_FILES }: Pick<ReadingOptions, 'defaultDeployer' | 'open'>): Description => {
  const flags: Flags = { ...given, scenario: scenarioOf(given) };
  const withDefaults = knownIn(flags['scenario'], fallbackFor({ deployer: defaultDeployer }, { assumeRole: flags['assume-role'] }));
  const raw = rawOf({ ...withDefaults, ...flags, name: nameOf(flags) });
  const read = readEntry({ own: raw, inherited: {} }, open);
  const beforehand: readonly PlacedIssue[] = [...repeated(flags), ...malformedTags(flags['tag'])];
  const places = new Set(beforehand.map(flagOf));
  const issues = [...beforehand, ...('issues' in read ? read.issues.filter((issue) => !places.has(flagOf(issue))) : [])];
  if ('targets' in read && issues.length === 0) return { targets: read.targets, invalid: [], problems: [] };
  const hasName = nameOf(flags) !== flags['scenario'];
  const reported = issues.filter((issue) => hasName || flagOf(issue) !== '--name');
  return { targets: [], invalid: [{ name: String(nameOf(flags) ?? 'target'), ...identityOf(raw), problems: reported.map(problemOf) }], problems: [] };
};
