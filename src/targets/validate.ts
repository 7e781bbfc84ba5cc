import type { ScenarioId } from '../model/target.ts';
import { contradictions, omissions } from './consistency.ts';
import type { FieldPath } from './fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, SCENARIO_IDS } from './fields.ts';
import type { Home, Issue, Path } from './issue.ts';
import { issuesOf, scenarioIssue, withoutMisspelt } from './issue.ts';
import type { DescribedTarget } from './schema/file.ts';
import { COMMON, DEFAULTS, SCHEMAS, SHELL } from './schema/file.ts';
import { either } from './words.ts';

/** A value that passed, or everything that is wrong with it. */
export type Validated<T> = { readonly valid: T } | { readonly issues: readonly Issue[] };

type Raw = Readonly<Record<string, unknown>>;

/** A map of keys: neither a list nor a scalar. */
export const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of the items of a list, where they are read. */
const OF_ITEMS: Readonly<Record<string, readonly string[]>> = {
  endpointConfigurations: ['instanceType', 'serverlessConfig'],
  'endpointConfigurations.serverlessConfig': ['memorySizeInMB', 'maxConcurrency', 'provisionedConcurrency'],
  'trainingJob.fileSystems': ['fileSystemId', 'fileSystemType', 'directoryPath', 'fileSystemAccessMode'],
  'trafficPattern.phases': ['initialNumberOfUsers', 'spawnRate', 'durationInSeconds'],
};

const keysBelow = (paths: readonly FieldPath[], parent: Path): readonly string[] => {
  const keys = parent.filter((key) => typeof key === 'string');
  const prefix = keys.map((key) => `${key}.`).join('');
  const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('.')[0] ?? '');
  return OF_ITEMS[keys.join('.')] ?? [...new Set(below)];
};

const homeAmong = (paths: readonly FieldPath[], key: string, parent: Path): string | undefined => {
  const home = paths
    .find((path) => path.split('.').at(-1) === key)
    ?.split('.')
    .slice(0, -1);
  if (home === undefined || home.join('.') === parent.join('.')) return undefined;
  return home.length === 0 ? 'to the target itself, one level up' : `under ${home.join('.')}`;
};

const scenariosWith = (key: string): readonly string[] => SCENARIO_IDS.filter((id) => keysBelow(FIELDS_OF[id], []).includes(key));

const homeElsewhere = (key: string, parent: Path): string | undefined => {
  const scenarios = parent.length === 0 ? scenariosWith(key) : [];
  return scenarios.length === 0 ? undefined : `to targets of the scenario ${either(scenarios)}`;
};

const homeIn =
  (scenario: ScenarioId): Home =>
  (key, parent) =>
    homeAmong(FIELDS_OF[scenario], key, parent) ?? homeElsewhere(key, parent);

const NAMES_OF_THEIR_OWN = FIELD_PATHS.filter((path) => FIELDS[path].inherited === 'never');

const homeOfDefault: Home = (key, parent) =>
  parent.length === 0 && (NAMES_OF_THEIR_OWN as readonly string[]).includes(key)
    ? 'to each target, since it is the target’s own'
    : homeAmong(FIELD_PATHS, key, parent);

const SHELL_KEYS = Object.keys(SHELL.shape).filter((key) => key !== '$schema');

const homeInShell: Home = (key) => (keysBelow(FIELD_PATHS, []).includes(key) ? 'to an entry of targets, or to defaults' : undefined);

const isScenario = (value: unknown): value is ScenarioId => (SCENARIO_IDS as readonly unknown[]).includes(value);

const ofUnknownScenario = (raw: Raw): readonly Issue[] => {
  const common = COMMON.safeParse(raw);
  return [scenarioIssue(raw['scenario']), ...(common.success ? [] : issuesOf(common.error, raw, { keysAt: () => [], home: () => undefined }))];
};

const placeInTable = ({ path }: Issue): number => {
  const place = FIELD_PATHS.findIndex((field) => field === path.join('.') || field.startsWith(`${path[0]}.`) || field === path[0]);
  return place < 0 ? FIELD_PATHS.length : place;
};

/** Reads one entry, complete with what it inherits and with what its request says; documents that it names are not opened. */
export const validateTarget = (raw: Raw): Validated<DescribedTarget> => {
  const { scenario } = raw;
  if (!isScenario(scenario)) return { issues: [...ofUnknownScenario(raw), ...contradictions(raw)] };
  const parsed = SCHEMAS[scenario].safeParse(raw);
  const known = { keysAt: (parent: Path) => keysBelow(FIELDS_OF[scenario], parent), home: homeIn(scenario) };
  const found = [...(parsed.success ? [] : issuesOf(parsed.error, raw, known)), ...omissions(scenario, raw), ...contradictions(raw)];
  const issues = withoutMisspelt(found, raw).toSorted((a, b) => placeInTable(a) - placeInTable(b));
  return parsed.success && issues.length === 0 ? { valid: parsed.data } : { issues };
};

const INHERITED = FIELD_PATHS.filter((path) => FIELDS[path].inherited === 'from-defaults');

/** What is wrong with `defaults`; paths are relative to it. */
export const defaultsIssues = (raw: unknown): readonly Issue[] => {
  if (raw === undefined) return [];
  const parsed = DEFAULTS.safeParse(raw);
  const known = { keysAt: (parent: Path) => keysBelow(INHERITED, parent), home: homeOfDefault };
  return [...(parsed.success ? [] : issuesOf(parsed.error, raw, known)), ...(isMap(raw) ? contradictions(raw) : [])];
};

const INHERITED_KEYS = new Set(keysBelow(INHERITED, []));

/** The part of `defaults` that targets inherit. */
export const inherited = (defaults: unknown): Raw =>
  isMap(defaults) ? Object.fromEntries(Object.entries(defaults).filter(([key]) => INHERITED_KEYS.has(key))) : {};

/** What is wrong with the outermost map, not looking into `defaults` and `targets`. */
export const shellIssues = (raw: unknown): readonly Issue[] => {
  const parsed = SHELL.safeParse(raw);
  return parsed.success ? [] : issuesOf(parsed.error, raw, { keysAt: () => SHELL_KEYS, home: homeInShell });
};
