import { type ConditionValue, valueProblems } from './condition-values.ts';
import { duplicateKeys } from './elements.ts';
import { mask, PLACEHOLDER } from './mask.ts';
import { readOperator } from './operators.ts';
import { itemsOf, type MemberPlace, membersOf, scalarTextsOf } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import type { Statement, StatementCheck } from './statement.ts';

const KEY = /^[A-Za-z0-9-]+:\S/;

const keyProblem = (key: MemberPlace): readonly Finding[] =>
  KEY.test(key.key) || mask(key.key).text.includes(PLACEHOLDER)
    ? []
    : [
        finding('unknown-condition-key', key.keySpot, {
          message: `${quote(key.key)} is no condition key: they are written prefix:name, such as aws:SourceAccount`,
        }),
      ];

const typeProblems = (key: MemberPlace): readonly Finding[] =>
  itemsOf(key)
    .filter(({ node }) => node.kind !== 'scalar' || node.value === null)
    .map((item) => {
      const isFunction = membersOf(item).some((member) => member.key === 'Ref' || member.key.startsWith('Fn::'));
      return isFunction
        ? finding('placeholder', item, { message: 'a template function stands here: the template has not been filled in' })
        : finding('wrong-type', item, { message: 'condition values are strings, numbers or booleans' });
    });

const operatorProblems = (operator: MemberPlace, variables: Statement['variables']): readonly Finding[] => {
  const read = readOperator(operator.key);
  if (operator.node.kind !== 'object')
    return [finding('wrong-type', operator, { message: `${quote(operator.key)} must hold condition keys and their values` })];
  const keys = membersOf(operator);
  const unknown = read.known
    ? []
    : [
        finding('unknown-operator', operator.keySpot, {
          message: `there is no condition operator ${quote(operator.key)}${read.suggestion === undefined ? '' : `; did you mean ${read.suggestion}?`}`,
          suggestion: read.suggestion,
        }),
      ];
  const values: readonly ConditionValue[] = read.known
    ? keys.flatMap((key) => scalarTextsOf(key).map((place) => ({ ...place, key: key.key, operator: read, variables })))
    : [];
  return [...unknown, ...duplicateKeys(operator), ...keys.flatMap(keyProblem), ...keys.flatMap(typeProblems), ...values.flatMap(valueProblems)];
};

/** Conditions that AWS refuses, or that can never hold. */
export const conditions: StatementCheck = ({ elements, variables }) => {
  const condition = elements.get('Condition');
  if (condition === undefined) return [];
  return [...duplicateKeys(condition), ...membersOf(condition).flatMap((operator) => operatorProblems(operator, variables))];
};
