import { nearest } from '../../nearest.ts';

/** What a condition operator compares, and so which values it takes. `exact` compares character by character, `pattern` reads `*` and `?`. */
export type OperatorType = 'exact' | 'exact-ignoring-case' | 'pattern' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';

const OPERATORS: readonly (readonly [name: string, type: OperatorType])[] = [
  ['StringEquals', 'exact'],
  ['StringNotEquals', 'exact'],
  ['StringEqualsIgnoreCase', 'exact-ignoring-case'],
  ['StringNotEqualsIgnoreCase', 'exact-ignoring-case'],
  ['StringLike', 'pattern'],
  ['StringNotLike', 'pattern'],
  ['NumericEquals', 'numeric'],
  ['NumericNotEquals', 'numeric'],
  ['NumericLessThan', 'numeric'],
  ['NumericLessThanEquals', 'numeric'],
  ['NumericGreaterThan', 'numeric'],
  ['NumericGreaterThanEquals', 'numeric'],
  ['DateEquals', 'date'],
  ['DateNotEquals', 'date'],
  ['DateLessThan', 'date'],
  ['DateLessThanEquals', 'date'],
  ['DateGreaterThan', 'date'],
  ['DateGreaterThanEquals', 'date'],
  ['Bool', 'bool'],
  ['BinaryEquals', 'binary'],
  ['IpAddress', 'ip'],
  ['NotIpAddress', 'ip'],
  ['ArnEquals', 'arn'],
  ['ArnLike', 'arn'],
  ['ArnNotEquals', 'arn'],
  ['ArnNotLike', 'arn'],
  ['Null', 'null'],
];

const NAMES = OPERATORS.map(([name]) => name);
const SHAPE = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/is;

/** A condition operator as written. */
export type ReadOperator =
  | { readonly known: true; readonly name: string; readonly type: OperatorType }
  | { readonly known: false; readonly suggestion?: string };

/** Reads an operator with its set prefix and `IfExists`; names ignore case. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const readOperator = (text: string): ReadOperator => {
  const [, set = '', base = '', suffix = ''] = SHAPE.exec(text) ?? [];
  const found = OPERATORS.find(([name]) => name.toLowerCase() === base.toLowerCase());
  if (found === undefined) {
    const near = nearest(base, NAMES);
    return { known: false, ...(near !== undefined && { suggestion: `${set}${near}${suffix}` }) };
  }
  const [name, type] = found;
  // Null asks whether the key exists, so AWS gives it no IfExists.
  return type === 'null' && suffix !== '' ? { known: false, suggestion: `${set}${name}` } : { known: true, name, type };
};
