import type { Operation } from '../../aws/operation.ts';
import type { Fact, FactKind, FactParams, Reading } from '../../model/fact.ts';
import type { ScenarioId } from '../../model/target.ts';
import type { Findings, Missed } from './found.ts';
import { NOTHING } from './found.ts';

/** The account and Region that are looked through, and how they are asked. */
export interface Where {
  readonly account: string;
  readonly region: string;
  /** What stands before the name of each target: the Region, where several are looked through. */
  readonly prefix: string;
  /** What each target says of the account besides: the role that reads it. */
  readonly shared: Readonly<Record<string, string>>;
  /** The scenarios that are looked for. */
  readonly scenarios: readonly ScenarioId[];
  /** Jobs made before this moment are not looked for; ISO 8601. */
  readonly createdAfter: string;
  readonly call: <I, O>(operation: Operation<I, O>, region: string, input: I) => Promise<Reading<O>>;
  readonly fact: (kind: FactKind, params: Readonly<Record<string, unknown>>) => Promise<Fact>;
}

/** One fact of this Region. */
export const factIn = <K extends FactKind>({ fact, region }: Where, kind: K, params: Omit<FactParams<K>, 'region'>): Promise<Fact<K>> =>
  fact(kind, { ...params, region }) as Promise<Fact<K>>;

const LONGEST_NAME = 100;
const DIGITS = 8;

/** Tells names apart whose beginnings are equal: FNV-1a over 64 bits, hexadecimal. */
const digestOf = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const letter of text) hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0').slice(0, DIGITS);
};

/** The name of a target: the same from run to run, and unique. One that would be too long ends in a digest of the whole. */
export const nameIn = ({ prefix }: Pick<Where, 'prefix'>, ...parts: readonly string[]): string => {
  const name = `${prefix}${parts.join('/')}`;
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - DIGITS - 1)}-${digestOf(name)}`;
};

/** What every entry of this account and Region says alike. */
export const placeIn = ({ account, region, shared }: Where) => ({ account, region, existing: true, ...shared });

/** Whether things of a scenario are looked for. */
export const isWanted = ({ scenarios }: Where, ...any: readonly ScenarioId[]): boolean => any.some((scenario) => scenarios.includes(scenario));

/** What could not be read, as part of the findings. */
export const missing = ({ region }: Where, name: string, reason: Missed['reason']): Findings => ({ ...NOTHING, missed: [{ name, region, reason }] });

/** Leaves out what is undefined or empty. */
export const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** The same; undefined where nothing is left. */
export const saidAny = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined => {
  const left = said(fields);
  return Object.keys(left).length === 0 ? undefined : left;
};
