import type { ScenarioId } from '../model/target.ts';
import type { FieldPath } from './fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, fieldAt, SCENARIO_IDS } from './fields.ts';
import type { Issue } from './issue.ts';
import type { Description, Problem } from './problem.ts';
import type { ReadingOptions } from './read.ts';
import { validateTarget } from './validate.ts';
import { quoted } from './words.ts';

/** Flags by name, without hyphens in front, as the command line's parser hands them over. */
export type Flags = Readonly<Record<string, unknown>>;

type Raw = Readonly<Record<string, unknown>>;

const tagOf = (text: unknown): readonly [string, string] => {
  const [key = '', ...value] = String(text).split('=');
  return [key, value.join('=')];
};

const tagsOf = (given: unknown): Raw => Object.fromEntries([given].flat().map(tagOf));

const meant = (path: FieldPath, given: unknown): unknown => (FIELDS[path].type === 'tags' ? tagsOf(given) : given);

const withValue = (raw: Raw, path: FieldPath, value: unknown): Raw => {
  const [key = '', inner] = path.split('.');
  return inner === undefined ? { ...raw, [key]: value } : { ...raw, [key]: { ...(raw[key] as Raw | undefined), [inner]: value } };
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
    return given === undefined ? raw : withValue(raw, path, meant(path, given));
  }, groupsOf(flags));

const flagOf = (issue: Issue): string => {
  const field = fieldAt(issue.path);
  return field?.flag === undefined ? issue.path.join('.') : `--${field.flag}`;
};

const problemOf = (issue: Issue): Problem => ({ ...issue, file: '', path: flagOf(issue) });

const malformedTags = (given: unknown): readonly Issue[] =>
  [given ?? []]
    .flat()
    .filter((text) => !/^[^=]+=/.test(String(text)))
    .map((text) => ({ path: ['tags'], message: `${quoted(String(text))} is no tag`, expected: 'key=value' }));

const repeated = (flags: Flags): readonly Issue[] =>
  FIELD_PATHS.filter((path) => FIELDS[path].type !== 'tags' && Array.isArray(givenFor(flags, path))).map((path) => ({
    path: path.split('.'),
    message: 'is given more than once',
  }));

const nameOf = (flags: Flags): unknown => flags['name'] ?? flags['endpoint-name'] ?? flags['endpoint'] ?? flags['model'] ?? flags['scenario'];

/** Only serverless endpoints can be completed from what is deployed, so far. */
const scenarioOf = (flags: Flags): unknown => flags['scenario'] ?? (isCompleted(flags) ? 'serverless-endpoint' : undefined);

/** Builds one target from flags, with the schema of the target file. Its name is, for want of `--name`, that of its endpoint, model or scenario. */
export const targetFromFlags = (given: Flags, { defaultDeployer }: Pick<ReadingOptions, 'defaultDeployer'>): Description => {
  const flags: Flags = { ...given, scenario: scenarioOf(given) };
  const raw = rawOf({ deployer: defaultDeployer, ...flags, name: nameOf(flags) });
  const read = validateTarget(raw);
  const beforehand = [...repeated(flags), ...malformedTags(flags['tag'])];
  const places = new Set(beforehand.map(flagOf));
  const issues = [...beforehand, ...('issues' in read ? read.issues.filter((issue) => !places.has(flagOf(issue))) : [])];
  if ('valid' in read && issues.length === 0) return { targets: [read.valid], invalid: [], problems: [] };
  const hasName = nameOf(flags) !== flags['scenario'];
  const reported = issues.filter((issue) => hasName || flagOf(issue) !== '--name');
  return { targets: [], invalid: [{ name: String(nameOf(flags) ?? 'target'), problems: reported.map(problemOf) }], problems: [] };
};
