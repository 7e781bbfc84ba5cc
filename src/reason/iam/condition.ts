import type { Asked } from './asked.ts';
import { mayHoldSeveral } from './context-keys.ts';
import type { ValueTest } from './operators/family.ts';
import { type OperatorUse, readOperator } from './operators/table.ts';
import { both, either, every, negated, some, type Truth, unsettledByKey } from './truth.ts';
import { compileTemplate, expand, fixedTokens, isExpanded, type Template } from './variables.ts';

/** A policy's value, compiled as far as its variables allow. */
export interface ConditionValue {
  readonly text: string;
  readonly template: Template;
  /** Undefined when the text has variables. */
  readonly fixed?: { readonly test: ValueTest | undefined };
}

/** One operator with one key of a `Condition` element. */
export interface ConditionTest {
  /** As the policy writes it. */
  readonly operator: string;
  readonly use: OperatorUse;
  /** As the policy writes it. */
  readonly keyText: string;
  /** Lower case. */
  readonly key: string;
  readonly values: readonly ConditionValue[];
}

type Comparison = Extract<OperatorUse, { readonly kind: 'compare' }>;

const compileValue = (use: OperatorUse, text: string, version: string): ConditionValue => {
  const variables = use.kind === 'compare' && use.operator.family.variables;
  const template = compileTemplate(text, variables ? version : '');
  const tokens = fixedTokens(template);
  if (tokens === undefined || use.kind === 'null') return { text, template };
  return { text, template, fixed: { test: use.operator.family.compile(tokens) } };
};

/** Compiles one operator with one key; undefined: IAM has no such operator. */
export const compileTest = (
  operator: string,
  keyText: string,
  { values, version }: { readonly values: readonly string[]; readonly version: string },
): ConditionTest | undefined => {
  const use = readOperator(operator);
  return use && { operator, use, keyText, key: keyText.toLowerCase(), values: values.map((text) => compileValue(use, text, version)) };
};

/** `unreadable`: the policy's value is not of the operator's type. `foreign`: the request's value is not. */
type Outcome = Truth | 'unreadable' | 'foreign';

const apply = (test: ValueTest | undefined, actual: string): Outcome => (test === undefined ? 'unreadable' : (test(actual) ?? 'foreign'));

const compareOne = (value: ConditionValue, { use, actual, asked }: { readonly use: Comparison; readonly actual: string; readonly asked: Asked }): Outcome => {
  if (value.fixed !== undefined) return apply(value.fixed.test, actual);
  const tokens = expand(value.template, asked);
  if (!isExpanded(tokens)) return tokens ?? false;
  return apply(use.operator.family.compile(tokens), actual);
};

const anyMatches = (outcomes: readonly Outcome[]): Truth =>
  outcomes.reduce<Truth>((found, outcome) => (typeof outcome === 'string' ? found : either(found, outcome)), false);

// A negated operator asks that no value matches, and still that the values are of its type.
const noneMatches = (outcomes: readonly Outcome[]): Truth => {
  const comparable = outcomes.filter((outcome) => outcome !== 'unreadable');
  if (outcomes.length > 0 && comparable.length === 0) return false;
  return comparable.includes('foreign') ? false : negated(anyMatches(comparable));
};

const satisfies = (test: ConditionTest, use: Comparison, { actual, asked }: { readonly actual: string; readonly asked: Asked }): Truth => {
  const outcomes = test.values.map((value) => compareOne(value, { use, actual, asked }));
  return use.operator.negated ? noneMatches(outcomes) : anyMatches(outcomes);
};

const onList = (test: ConditionTest, use: Comparison, { actual, asked }: { readonly actual: readonly string[]; readonly asked: Asked }): Truth => {
  // Several values need a set operator; without one nothing matches, not even a negated operator.
  if (use.set === 'none' && actual.length > 1) return false;
  const each = actual.map((one) => satisfies(test, use, { actual: one, asked }));
  return use.set === 'any' ? some(each) : every(each);
};

const onAbsent = (use: Comparison): boolean => use.ifExists || use.set === 'all' || (use.set === 'none' && use.operator.negated);

const matchesAnyText = (test: ConditionTest, use: Comparison): boolean => {
  if (use.operator.negated) return test.values.length === 0;
  return use.operator.name === 'stringlike' && test.values.some(({ text, fixed }) => fixed !== undefined && /^\*+$/.test(text));
};

const isUnknown = (value: ReturnType<Asked['value']>): boolean => typeof value === 'object' && 'state' in value && value.state === 'unknown';
const isAbsent = (value: ReturnType<Asked['value']>): boolean => typeof value === 'object' && 'state' in value && value.state === 'absent';

const unsettledKeys = (test: ConditionTest, asked: Asked): Truth =>
  test.values
    .flatMap(({ template }) => template.variables)
    .filter(({ key }) => isUnknown(asked.value(key)))
    .map(({ text }) => unsettledByKey(text))
    .reduce<Truth>(both, unsettledByKey(test.keyText));

const onUnknown = (test: ConditionTest, use: Comparison, asked: Asked): Truth => {
  const several = use.set === 'none' && mayHoldSeveral(test.key);
  if (onAbsent(use) && matchesAnyText(test, use) && !several) return true;
  if (!onAbsent(use) && !use.operator.negated && test.values.length === 0) return false;
  return unsettledKeys(test, asked);
};

const onNull = (test: ConditionTest, value: ReturnType<Asked['value']>): Truth => {
  const wanted = test.values.map(({ text }) => text.toLowerCase());
  const absentMatches = wanted.includes('true');
  const presentMatches = wanted.includes('false');
  if (absentMatches === presentMatches) return absentMatches;
  if (isUnknown(value)) return unsettledByKey(test.keyText);
  return isAbsent(value) ? absentMatches : presentMatches;
};

/** Whether a request satisfies one operator with one key. */
export const testCondition = (test: ConditionTest, asked: Asked): Truth => {
  const value = asked.value(test.key);
  if (test.use.kind === 'null') return onNull(test, value);
  if (typeof value === 'string') return satisfies(test, test.use, { actual: value, asked });
  if (!('state' in value)) return onList(test, test.use, { actual: value, asked });
  return value.state === 'absent' ? onAbsent(test.use) : onUnknown(test, test.use, asked);
};
