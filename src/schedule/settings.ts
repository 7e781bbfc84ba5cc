import { stop } from '../run/stop.ts';

/** Variables of the function, as Lambda hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A file that the command line reads: its text, or where it lies in a bucket. */
export type Source = { readonly uri: string } | { readonly text: string };

/** What one audit is to do. */
export interface Settings {
  /** Regions by name, or `all`. None: the function's own. */
  readonly regions: readonly string[];
  /** None: every scenario. */
  readonly scenarios: readonly string[];
  /** Further options of the command line that take a text, by their names. */
  readonly options: Readonly<Record<string, string>>;
  readonly securityHub: boolean;
  /** Where reports are kept: `s3://bucket/prefix`. */
  readonly history: string;
  /** A description to judge in place of what exists. */
  readonly description?: Source;
  readonly waivers?: Source;
  /** When this run was due, ISO 8601: the same however often its event is sent. */
  readonly due?: string;
}

type Event = Readonly<Record<string, unknown>>;

/** A setting by its name in the event, with the variable that says it for every event. */
const VARIABLES = {
  regions: 'SAGEREADY_REGIONS',
  scenarios: 'SAGEREADY_SCENARIOS',
  since: 'SAGEREADY_SINCE',
  failOn: 'SAGEREADY_FAIL_ON',
  notify: 'SAGEREADY_NOTIFY',
  deliver: 'SAGEREADY_DELIVER',
  deliverFormats: 'SAGEREADY_DELIVER_FORMATS',
  history: 'SAGEREADY_HISTORY',
  securityHub: 'SAGEREADY_SECURITY_HUB',
  description: 'SAGEREADY_DESCRIPTION',
  waivers: 'SAGEREADY_WAIVERS',
  due: 'SAGEREADY_DUE',
} as const;
type Name = keyof typeof VARIABLES;

/** Settings that are handed to the command line as they are. */
const OPTIONS: Readonly<Partial<Record<Name, string>>> = {
  since: 'since',
  failOn: 'fail-on',
  notify: 'notify',
  deliver: 'deliver',
  deliverFormats: 'deliver-formats',
};

const NAMES = Object.keys(VARIABLES) as readonly Name[];

const isEvent = (event: unknown): event is Event => typeof event === 'object' && event !== null && !Array.isArray(event);

const refuseUnknown = (event: Event): void => {
  const unknown = Object.keys(event).find((key) => !(NAMES as readonly string[]).includes(key));
  if (unknown !== undefined) throw stop(`the event holds "${unknown}", which is no setting — settings are ${NAMES.join(', ')}`);
};

type Valued = (name: Name) => unknown;

/** The event has the last word, also with an empty text; an empty variable says nothing. */
const valuesOf =
  (event: Event, environment: Environment): Valued =>
  (name) =>
    event[name] ?? (environment[VARIABLES[name]] || undefined);

const textOf = (value: unknown, name: Name): string | undefined => {
  if (value === undefined || typeof value === 'string') return value?.trim() || undefined;
  if (typeof value === 'number') return String(value);
  throw stop(`the setting ${name} takes a text`);
};

const listOf = (value: unknown, name: Name): readonly string[] => {
  const parts = Array.isArray(value) ? value : (textOf(value, name)?.split(',') ?? []);
  return parts.map((part) => textOf(part, name) ?? '').filter((part) => part !== '');
};

const truthOf = (value: unknown, name: Name): boolean => {
  if (value === undefined || value === false || value === 'false') return false;
  if (value === true || value === 'true') return true;
  throw stop(`the setting ${name} takes true or false`);
};

/** JSON is YAML too, so that a list of the event can be read as a file would be. */
const sourceOf = (value: unknown): Source | undefined => {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') return { text: JSON.stringify(value) };
  return value.trim().startsWith('s3://') ? { uri: value.trim() } : { text: value };
};

const waiversOf = (value: unknown): Source | undefined => sourceOf(Array.isArray(value) ? { version: 1, waivers: value } : value);

const dueOf = (value: unknown): string | undefined => {
  const text = textOf(value, 'due');
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw stop(`the setting due is "${text}", which is no time — it looks like 2026-01-31T06:00:00Z`);
  return time.toISOString();
};

const optionsOf = (given: Valued): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Object.entries(OPTIONS) as readonly (readonly [Name, string])[]).flatMap(([name, option]) => {
      const text = Array.isArray(given(name)) ? listOf(given(name), name).join(',') : textOf(given(name), name);
      return text === undefined ? [] : [[option, text]];
    }),
  );

/** Reads what an audit is to do from its event and the function's variables. Throws a Stop when a setting is unknown, or has another form. */
export const settingsOf = (event: unknown, environment: Environment): Settings => {
  const asked = event === undefined || event === null ? {} : event;
  if (!isEvent(asked)) throw stop('the event is no JSON object of settings');
  refuseUnknown(asked);
  const given = valuesOf(asked, environment);
  const history = textOf(given('history'), 'history');
  if (history === undefined) throw stop(`there is no place for the reports — set ${VARIABLES.history}, or "history" in the event, to s3://bucket/prefix`);
  const [description, waivers, due] = [sourceOf(given('description')), waiversOf(given('waivers')), dueOf(given('due'))];
  return {
    regions: listOf(given('regions'), 'regions'),
    scenarios: listOf(given('scenarios'), 'scenarios'),
    options: optionsOf(given),
    securityHub: truthOf(given('securityHub'), 'securityHub'),
    history,
    ...(description && { description }),
    ...(waivers && { waivers }),
    ...(due && { due }),
  };
};
