import { accountsOf } from './applicability.ts';
import type { Asked } from './asked.ts';
import type { ConditionTest, ConditionValue } from './condition.ts';
import { mayHoldSeveral } from './context-keys.ts';
import { ABSENT } from './context-values.ts';
import { type Decided, decide } from './decision.ts';
import { unsettledStatements } from './scan.ts';
import type { Statement } from './statement-shape.ts';
import type { Policies, Readable } from './types.ts';
import { fixedTokens } from './variables.ts';
import { boundaryDocuments, resourceDocuments, weigh } from './weigh.ts';

type Value = ReturnType<Asked['value']>;

/** More combinations than this are not tried: the answer then stays Unknown. */
const MOST_COMBINATIONS = 256;
/** A key that may hold several values is tried with all sets of up to so many values. */
const MOST_SEVERAL = 4;

/** No policy names this text, in any case; and no policy's ARN is this one. */
const OTHER_TEXT = '\u0000other';
const OTHER_ARN = 'arn:\u0000:other:::other';

const documentsOf = (policies: Policies, asked: Asked): readonly Readable[] => [
  ...policies.identity,
  ...(boundaryDocuments(policies) ?? []),
  ...(policies.session ?? []),
  ...policies.scpLevels.flat(),
  ...policies.rcpLevels.flat(),
  ...resourceDocuments(policies, asked),
];

const openStatements = (policies: Policies, asked: Asked): readonly Statement[] => [
  ...unsettledStatements(documentsOf(policies, asked), asked),
  ...unsettledStatements(policies.endpoint?.policies ?? [], asked, policies.endpoint?.type === 'gateway'),
];

const samplesOf = (test: ConditionTest, value: ConditionValue): readonly string[] | undefined => {
  if (test.use.kind === 'null') return [];
  const tokens = fixedTokens(value.template);
  return tokens && test.use.operator.family.samples?.(tokens);
};

/** Values of one key that, together with any other text, tell apart every outcome of some tests; undefined: they cannot be listed. */
const samplesFor = (key: string, tests: readonly ConditionTest[]): readonly string[] | undefined => {
  const lists = tests.filter((test) => test.key === key).flatMap((test) => test.values.map((value) => samplesOf(test, value)));
  return lists.every((list) => list !== undefined) ? [...new Set([...lists.flat(), OTHER_TEXT, OTHER_ARN])] : undefined;
};

const setsOf = (texts: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** texts.length }, (_, chosen) => texts.filter((_text, place) => (chosen & (1 << place)) !== 0));

const valuesFor = (key: string, tests: readonly ConditionTest[]): readonly Value[] | undefined => {
  const texts = samplesFor(key, tests);
  if (texts === undefined || !mayHoldSeveral(key)) return texts && [ABSENT, ...texts];
  if (texts.length > MOST_SEVERAL) return undefined;
  return [ABSENT, ...texts, ...setsOf(texts).filter((set) => set.length > 1)];
};

type Completion = ReadonlyMap<string, Value>;

const combinations = (choices: readonly (readonly [key: string, values: readonly Value[]])[]): readonly Completion[] =>
  choices.reduce<readonly Completion[]>(
    (sofar, [key, values]) => sofar.flatMap((completion) => values.map((value) => new Map([...completion, [key, value]]))),
    [new Map()],
  );

const usesAsVariable = (statements: readonly Statement[], keys: ReadonlySet<string>): boolean =>
  statements.some(({ resource, conditions }) => {
    const inResource =
      resource?.kind === 'listed'
        ? resource.patterns.flatMap((pattern) => (pattern.kind === 'arn' && 'variables' in pattern.last ? pattern.last.variables : []))
        : [];
    const inConditions = conditions.flatMap(({ values }) => values.flatMap(({ template }) => template.variables));
    return [...inResource, ...inConditions].some(({ key }) => keys.has(key));
  });

const choicesFor = (decided: Decided, statements: readonly Statement[]): readonly (readonly [string, readonly Value[]])[] | undefined => {
  const keys = decided.missing.map((key) => key.toLowerCase());
  const tests = statements.flatMap(({ conditions }) => conditions);
  const isTested = keys.every((key) => tests.some((test) => test.key === key));
  if (!isTested || usesAsVariable(statements, new Set(keys))) return undefined;
  const choices = keys.map((key) => [key, valuesFor(key, tests)] as const);
  const listed = choices.flatMap(([key, values]) => (values === undefined ? [] : [[key, values] as const]));
  const count = listed.reduce((product, [, values]) => product * values.length, 1);
  return listed.length === keys.length && count <= MOST_COMBINATIONS ? listed : undefined;
};

const completed = (asked: Asked, completion: Completion): Asked => ({ ...asked, value: (key) => completion.get(key) ?? asked.value(key) });

/**
 * Three-valued logic calls unknown what two statements settle together, such as "if the key is x" and "if it is not x". Where all values that
 * could make a difference can be listed, they are tried; if all agree, that is the answer.
 */
export const settle = (decided: Decided, policies: Policies, asked: Asked): Decided => {
  if (decided.unread.length > 0 || accountsOf(asked) === 'unknown') return decided;
  const choices = choicesFor(decided, openStatements(policies, asked));
  const [first, ...others] = choices === undefined ? [] : combinations(choices);
  if (first === undefined) return decided;
  const answer = decide(weigh(policies, completed(asked, first)));
  const agrees = (completion: Completion): boolean => decide(weigh(policies, completed(asked, completion))).decision === answer.decision;
  return answer.decision !== 'Unknown' && others.every(agrees) ? answer : decided;
};
