import { addressRange } from './address.ts';
import type { Family } from './family.ts';
import { date, type Holds, numeric } from './ordered.ts';
import { arnPattern, bytes, exactText, textIgnoringCase, textPattern, truthValue } from './text.ts';

/** A condition operator without its set prefix and its `IfExists`. */
interface Operator {
  /** Lower case. */
  readonly name: string;
  readonly family: Family;
  /** It holds when no value matches. */
  readonly negated: boolean;
}

/** How an operator treats a key that may hold several values. */
type SetMode = 'none' | 'all' | 'any';

/** A condition operator as a policy writes it. */
export type OperatorUse =
  | { readonly kind: 'null' }
  | { readonly kind: 'compare'; readonly operator: Operator; readonly set: SetMode; readonly ifExists: boolean };

type Row = readonly [name: string, family: Family, negated?: boolean];

const COMPARISONS: readonly (readonly [name: string, holds: Holds])[] = [
  ['lessthan', (order) => order < 0],
  ['lessthanequals', (order) => order <= 0],
  ['greaterthan', (order) => order > 0],
  ['greaterthanequals', (order) => order >= 0],
];
const isEqual: Holds = (order) => order === 0;

const orderedRows = (type: string, family: (holds: Holds) => Family): readonly Row[] => [
  [`${type}equals`, family(isEqual)],
  [`${type}notequals`, family(isEqual), true],
  ...COMPARISONS.map(([name, holds]): Row => [`${type}${name}`, family(holds)]),
];

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const ROWS: readonly Row[] = [
  ['stringequals', exactText],
  ['stringnotequals', exactText, true],
  ['stringequalsignorecase', textIgnoringCase],
  ['stringnotequalsignorecase', textIgnoringCase, true],
  ['stringlike', textPattern],
  ['stringnotlike', textPattern, true],
  ['arnequals', arnPattern],
  ['arnlike', arnPattern],
  ['arnnotequals', arnPattern, true],
  ['arnnotlike', arnPattern, true],
  ['bool', truthValue],
  ['binaryequals', bytes],
  ['ipaddress', addressRange],
  ['notipaddress', addressRange, true],
  ...orderedRows('numeric', numeric),
  ...orderedRows('date', date),
];

const OPERATORS: ReadonlyMap<string, Operator> = new Map(ROWS.map(([name, family, negated = false]) => [name, { name, family, negated }]));

const SET_PREFIXES: readonly (readonly [prefix: string, set: SetMode])[] = [
  ['forallvalues:', 'all'],
  ['foranyvalue:', 'any'],
];
const IF_EXISTS = 'ifexists';

/** Reads an operator's name, in any case; undefined: IAM has no such operator. */
export const readOperator = (text: string): OperatorUse | undefined => {
  const lower = text.toLowerCase();
  if (lower === 'null') return { kind: 'null' };
  const [prefix, set] = SET_PREFIXES.find(([start]) => lower.startsWith(start)) ?? ['', 'none' as const];
  const ifExists = lower.endsWith(IF_EXISTS);
  const name = lower.slice(prefix.length, ifExists ? -IF_EXISTS.length : undefined);
  const found = OPERATORS.get(name);
  return found && { kind: 'compare', operator: found, set, ifExists };
};
