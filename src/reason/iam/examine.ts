import type { FailedTest, StatementRef, StatementTrace } from '../../model/trace.ts';
import type { Asked } from './asked.ts';
import { type ConditionTest, testCondition } from './condition.ts';
import type { Document } from './document.ts';
import { actionTruth, matchStatement, namingOf, resourceTruth } from './match.ts';
import { principalName } from './principal.ts';
import { isNamed, type PrincipalEntry } from './principal-element.ts';
import type { Statement } from './statement-shape.ts';
import type { Truth } from './truth.ts';

/** Longer values are cut, so that a report stays readable; in characters. */
const LONGEST = 400;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const listOf = (texts: readonly string[], isNegated = false): string => cut(`${isNegated ? 'anything but ' : ''}${texts.join(', ')}`);

/** Where a statement stands, with the line and column of its text. */
const referTo = ({ source, locator }: Document, { index, pointer, sid }: Statement): StatementRef => ({
  policy: source.name,
  policyKind: source.kind,
  ...(source.arn !== undefined && { policyArn: source.arn }),
  ...(sid !== undefined && { sid }),
  index,
  pointer,
  ...(locator().value(pointer) ?? { line: 1, column: 1 }),
});

const outcomeOf = (truth: Truth): FailedTest['outcome'] => (truth === false ? 'no' : 'unknown');

type Failing = Omit<FailedTest, 'outcome'> & { readonly truth: Truth };

const actionPart = (statement: Statement, asked: Asked): Failing => ({
  part: 'action',
  truth: actionTruth(statement, asked),
  policyValue: statement.action ? listOf(statement.action.texts, statement.action.negated) : 'unreadable',
  actual: asked.request.action,
});

const resourceText = ({ resource }: Statement): string => {
  if (resource === undefined) return 'unreadable';
  return resource.kind === 'attached' ? 'the resource that carries the policy' : listOf(resource.texts, resource.negated);
};

const resourcePart = (statement: Statement, asked: Asked): Failing => ({
  part: 'resource',
  truth: resourceTruth(statement, asked),
  policyValue: resourceText(statement),
  actual: asked.request.resource,
});

const entryText = ({ type, text }: PrincipalEntry): string => (type === 'AWS' ? text : `${type} ${text}`);

const principalText = ({ principal }: Statement): string => {
  if (principal === 'not-tested') return '*';
  if (principal === 'none') return 'nobody';
  return principal === undefined ? 'unreadable' : listOf(principal.entries.map(entryText), principal.negated);
};

const principalPart = (statement: Statement, asked: Asked, gateway: boolean): Failing => ({
  part: 'principal',
  truth: isNamed(namingOf(statement, asked, gateway)),
  policyValue: principalText(statement),
  actual: principalName(asked.request.principal),
});

const contextText = (key: string, asked: Asked): string => {
  const value = asked.value(key);
  if (typeof value === 'string') return value;
  return 'state' in value ? value.state : listOf(value);
};

const conditionPart = (test: ConditionTest, asked: Asked): Failing => ({
  part: 'condition',
  truth: testCondition(test, asked),
  detail: `${test.operator} ${test.keyText}`,
  policyValue: listOf(test.values.map(({ text }) => text)),
  actual: cut(contextText(test.key, asked)),
});

const asFailed = ({ truth, ...rest }: Failing): readonly FailedTest[] => (truth === true ? [] : [{ ...rest, outcome: outcomeOf(truth) }]);

const isNear = (failed: readonly FailedTest[]): boolean => new Set(failed.map(({ part }) => part)).size === 1;

const matchWord = (truth: Truth): StatementTrace['match'] => {
  if (typeof truth === 'object') return 'unknown';
  return truth ? 'yes' : 'no';
};

/** A statement that matched, may match, or nearly did (all but one of its parts held); undefined: it has nothing to do with the request. */
export const examine = (
  document: Document,
  statement: Statement,
  { asked, gateway }: { readonly asked: Asked; readonly gateway: boolean },
): StatementTrace | undefined => {
  const { any } = matchStatement(statement, asked, gateway);
  const match = any === true && statement.doubt !== undefined ? 'unknown' : matchWord(any);
  const parts = any === true ? [] : [actionPart(statement, asked), resourcePart(statement, asked), principalPart(statement, asked, gateway)];
  const conditions = any === true ? [] : statement.conditions.map((test) => conditionPart(test, asked));
  const failed = [...parts, ...conditions].flatMap(asFailed);
  if (match === 'no' && !isNear(failed)) return undefined;
  return { statement: referTo(document, statement), effect: statement.effect, match, failed };
};
