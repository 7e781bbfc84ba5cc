import { compileGlob } from './glob.ts';

/** A condition key of a service; its name may hold one `${…}` or `<…>` that stands for any text. */
interface ConditionKey {
  readonly key: string;
  /** Whether a request may carry several values at once. */
  readonly values: 'one' | 'several';
}

/** A resource type of a service. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export interface ResourceType {
  readonly name: string;
  /** ARN with `${…}` for what varies. */
  readonly arn: string;
  readonly keys: readonly string[];
}

/** What AWS documents about an action. */
export interface ActionMetadata {
  /** In AWS's own spelling, without the service. */
  readonly name: string;
  /** The types that it is checked against; none: it is checked against `*` only. */
  readonly types: readonly { readonly type: ResourceType; readonly need: 'required' | 'optional' }[];
  /** Condition keys that a request may carry, beside the global ones. */
  readonly keys: readonly string[];
}

/** Everything of one service, by lower-case name. */
export interface ServiceMetadata {
  readonly actions: ReadonlyMap<string, ActionMetadata>;
  readonly keys: readonly ConditionKey[];
}

/** A service as the table holds it: one line an action or type, keys referred to by their place. */
interface ServiceTable {
  readonly keys: readonly string[];
  readonly types: readonly string[];
  readonly actions: readonly string[];
}

/** The generated table as it stands in its file. */
export interface IamMetadata {
  readonly source: string;
  /** Of the data, `YYYY-MM-DD`. */
  readonly date: string;
  /** Every service prefix of AWS, also those without a table. */
  readonly prefixes: string;
  readonly resourceControlPolicies: string;
  readonly globalKeys: readonly string[];
  readonly services: Readonly<Record<string, ServiceTable>>;
}

/** Loads the table. It is large, so nothing else may reach it, and nothing at start-up. */
export const loadIamMetadata = async (): Promise<IamMetadata> => (await import('../../data/iam-metadata.json', { with: { type: 'json' } })).default;

const SEVERAL = '[]';

const keyOf = (text: string): ConditionKey =>
  text.endsWith(SEVERAL) ? { key: text.slice(0, -SEVERAL.length), values: 'several' } : { key: text, values: 'one' };

const keysAt = (places: string | undefined, keys: readonly ConditionKey[]): readonly string[] =>
  places === undefined || places === '' ? [] : places.split(',').map((place) => keys[Number(place)]?.key ?? place);

const typeOf = (line: string, keys: readonly ConditionKey[]): ResourceType => {
  const [name = '', arn = '', places] = line.split(' ');
  return { name, arn, keys: keysAt(places, keys) };
};

const actionOf = (line: string, types: readonly ResourceType[], keys: readonly ConditionKey[]): ActionMetadata => {
  const [name = '', named = '', places] = line.split(' ');
  const needed = named.split(',').flatMap((text) => {
    const type = types.find((one) => one.name === text.replace('*', ''));
    return type === undefined ? [] : [{ type, need: text.endsWith('*') ? ('required' as const) : ('optional' as const) }];
  });
  return { name, types: needed, keys: [...keysAt(places, keys), ...needed.flatMap(({ type }) => type.keys)] };
};

const readService = ({ keys: keyTexts, types: typeLines, actions }: ServiceTable): ServiceMetadata => {
  const keys = keyTexts.map(keyOf);
  const types = typeLines.map((line) => typeOf(line, keys));
  const read = actions.map((line) => actionOf(line, types, keys));
  return { keys, actions: new Map(read.map((action) => [action.name.toLowerCase(), action])) };
};

const known = new WeakMap<ServiceTable, ServiceMetadata>();

/** What is documented about a service; undefined: the table does not hold it. */
export const serviceIn = (metadata: IamMetadata, prefix: string): ServiceMetadata | undefined => {
  const name = prefix.toLowerCase();
  const table = Object.hasOwn(metadata.services, name) ? metadata.services[name] : undefined;
  if (table === undefined) return undefined;
  const service = known.get(table) ?? readService(table);
  known.set(table, service);
  return service;
};

/** Splits `service:Name`; undefined for any other text. */
export const splitAction = (action: string): readonly [service: string, name: string] | undefined => {
  const colon = action.indexOf(':');
  return colon < 1 ? undefined : [action.slice(0, colon), action.slice(colon + 1)];
};

/** The documented actions that a pattern (`s3:Get*`) means; undefined: its service is not in the table. */
export const actionsMeant = (metadata: IamMetadata, pattern: string): readonly ActionMetadata[] | undefined => {
  const [prefix = '', name = ''] = splitAction(pattern) ?? [];
  const service = serviceIn(metadata, prefix);
  if (service === undefined) return undefined;
  const { literal, matches } = compileGlob(name.toLowerCase());
  if (literal === undefined) return [...service.actions].filter(([key]) => matches(key)).map(([, action]) => action);
  const action = service.actions.get(literal);
  return action === undefined ? [] : [action];
};

/** Compiles the name of a condition key: what varies in it matches any text, and case does not count. */
export const keyMatcher = (key: string): ((asked: string) => boolean) => {
  const { matches } = compileGlob(key.toLowerCase().replace(/\$\{[^}]*\}|<[^>]*>/g, '*'));
  return (asked) => matches(asked.toLowerCase());
};
