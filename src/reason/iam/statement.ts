import { type Unknown, unknown } from '../../model/fact.ts';
import type { PolicyKind, PolicySource } from '../../model/policy.ts';
import { type ActionElement, compileActions } from './action.ts';
import { type ConditionTest, compileTest } from './condition.ts';
import type { PrincipalEntry } from './principal-element.ts';
import { compileResources, type ResourceElement } from './resource.ts';
import { statementNotes } from './statement-notes.ts';
import type { Statement } from './statement-shape.ts';

/** Where a statement stands. */
export interface StatementPlace {
  readonly source: PolicySource;
  readonly version: string;
  readonly index: number;
  readonly pointer: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
type Faults = string[];

const ELEMENTS: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);
const WITHOUT_PRINCIPAL: ReadonlySet<PolicyKind> = new Set<PolicyKind>(['inline', 'managed', 'boundary', 'session', 'scp']);
const WITHOUT_RESOURCE: ReadonlySet<PolicyKind> = new Set<PolicyKind>(['trust', 'repository', 'resource']);
const PRINCIPAL_TYPES: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number | boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Text, or a list of texts; numbers and booleans are read as their text. Undefined: something else. */
const textsOf = (value: unknown): readonly string[] | undefined => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isScalar) ? list.map(String) : undefined;
};

/** The one of two elements that exclude each other. */
const chosen = (item: JsonObject, name: string, faults: Faults): { readonly value: unknown; readonly negated: boolean } | undefined => {
  const negatedName = `Not${name}`;
  const isPlain = Object.hasOwn(item, name);
  const isNegated = Object.hasOwn(item, negatedName);
  if (isPlain && isNegated) faults.push(`it has both ${name} and ${negatedName}`);
  if (isPlain === isNegated) return undefined;
  return { value: item[isNegated ? negatedName : name], negated: isNegated };
};

const listed = (item: JsonObject, name: string, faults: Faults): { readonly texts: readonly string[]; readonly negated: boolean } | undefined => {
  const element = chosen(item, name, faults);
  if (element === undefined) return undefined;
  const texts = textsOf(element.value);
  if (texts !== undefined && !(element.negated && texts.length === 0)) return { texts, negated: element.negated };
  faults.push(`its ${element.negated ? 'Not' : ''}${name} is neither text nor a list of texts`);
  return undefined;
};

const readAction = (item: JsonObject, faults: Faults): ActionElement | undefined => {
  const element = listed(item, 'Action', faults);
  if (element === undefined && faults.length === 0) faults.push('it has neither Action nor NotAction');
  return element && compileActions(element.texts, element.negated);
};

const readResource = (item: JsonObject, place: StatementPlace, faults: Faults): ResourceElement | undefined => {
  const before = faults.length;
  const element = listed(item, 'Resource', faults);
  if (element !== undefined) return compileResources(element.texts, element.negated, { kind: place.source.kind, version: place.version });
  if (faults.length > before) return undefined;
  if (WITHOUT_RESOURCE.has(place.source.kind)) return { kind: 'attached' };
  faults.push('it has neither Resource nor NotResource');
  return undefined;
};

const entriesOf = (value: unknown): readonly PrincipalEntry[] | undefined => {
  if (typeof value === 'string') return [{ type: 'AWS', text: value }];
  if (!isObject(value) || !Object.keys(value).every((type) => PRINCIPAL_TYPES.has(type))) return undefined;
  const entries = Object.entries(value).map(([type, names]) => textsOf(names)?.map((text) => ({ type, text }) as PrincipalEntry));
  return entries.every((list) => list !== undefined) ? entries.flat() : undefined;
};

// IAM refuses principals here, whoever they are; if one got in all the same, a denial binds and nothing is allowed.
const withoutPrincipal = (item: JsonObject, faults: Faults): Statement['principal'] => {
  const names = Object.hasOwn(item, 'Principal') || Object.hasOwn(item, 'NotPrincipal');
  if (names && item['Effect'] !== 'Deny') faults.push('it names principals, which this kind of policy cannot');
  return 'not-tested';
};

const readPrincipal = (item: JsonObject, kind: PolicyKind, faults: Faults): Statement['principal'] => {
  if (WITHOUT_PRINCIPAL.has(kind)) return withoutPrincipal(item, faults);
  const before = faults.length;
  const element = chosen(item, 'Principal', faults);
  if (element === undefined) return faults.length > before ? undefined : 'none';
  if (element.negated && kind === 'trust') faults.push('a trust policy has no NotPrincipal');
  const entries = entriesOf(element.value);
  if (entries === undefined) faults.push('its Principal cannot be read');
  return entries && { negated: element.negated, entries };
};

const readOperatorBlock = (
  operator: string,
  block: unknown,
  { version, faults }: { readonly version: string; readonly faults: Faults },
): readonly ConditionTest[] => {
  if (!isObject(block)) {
    faults.push(`its condition ${JSON.stringify(operator)} is not an object`);
    return [];
  }
  return Object.entries(block).flatMap(([key, value]) => {
    const values = textsOf(value);
    if (values === undefined) faults.push(`the values of ${JSON.stringify(key)} are neither text nor a list of texts`);
    const test = values && compileTest(operator, key, { values, version });
    if (values !== undefined && test === undefined) faults.push(`IAM has no condition operator ${JSON.stringify(operator)}`);
    return test ? [test] : [];
  });
};

const readConditions = (item: JsonObject, version: string, faults: Faults): readonly ConditionTest[] => {
  const condition = Object.hasOwn(item, 'Condition') ? item['Condition'] : {};
  if (isObject(condition)) return Object.entries(condition).flatMap(([operator, block]) => readOperatorBlock(operator, block, { version, faults }));
  faults.push('its Condition is not an object');
  return [];
};

const readEffect = (item: JsonObject, faults: Faults): Statement['effect'] => {
  const effect = Object.hasOwn(item, 'Effect') ? item['Effect'] : undefined;
  if (effect === 'Allow' || effect === 'Deny') return effect;
  faults.push('its Effect is neither Allow nor Deny');
  return 'Deny';
};

const unknownElements = (item: JsonObject): Faults =>
  Object.keys(item)
    .filter((key) => !ELEMENTS.has(key))
    .map((key) => `it has an element ${JSON.stringify(key.slice(0, 40))} that IAM does not know`);

const doubtOf = ({ source, index }: StatementPlace, faults: Faults): Unknown =>
  unknown(
    'unsupported',
    `Statement ${index} of the policy ${source.name} is none that IAM could have stored: ${faults.join('; ')}. Fetch the policy anew, or correct it.`,
  );

/** Compiles one statement; never throws, whatever it holds. */
export const compileStatement = (content: unknown, place: StatementPlace): Statement => {
  const item = isObject(content) ? content : {};
  const faults = unknownElements(item);
  const effect = readEffect(item, faults);
  const actionFaults: Faults = [];
  const action = readAction(item, actionFaults);
  const resource = readResource(item, place, faults);
  const principal = readPrincipal(item, place.source.kind, faults);
  const conditions = readConditions(item, place.version, faults);
  faults.push(...actionFaults);
  const sid = Object.hasOwn(item, 'Sid') ? item['Sid'] : undefined;
  const statement = {
    index: place.index,
    pointer: place.pointer,
    ...(typeof sid === 'string' && sid !== '' && { sid }),
    effect,
    action,
    resource,
    principal,
    conditions,
  };
  const doubt = faults.length > 0 ? doubtOf(place, faults) : undefined;
  return { ...statement, ...(doubt && { doubt }), notes: statementNotes(statement, place.source, doubt) };
};
