import { mask, variablesIn } from './mask.ts';
import { membersOf, type Place, type TextPlace, textsOf } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { actionsIn, resourcesIn, type Statement, type StatementCheck } from './statement.ts';

const WELL_FORMED = /^\$\{(?:[*?$]|\s*[A-Za-z0-9-]+:[^,'{}]*[^,'{}\s]\s*(?:,\s*'[^'{}]*'\s*)?)\}$/;

const syntaxProblems = (place: TextPlace): readonly Finding[] => {
  const wrong = variablesIn(place.text).filter((variable) => !WELL_FORMED.test(variable));
  return [
    ...wrong.map((variable) =>
      finding('invalid-variable', place, {
        message: `${quote(variable)} is no policy variable: they are written \${prefix:name} or \${prefix:name, 'default'}`,
      }),
    ),
    ...(mask(place.text).text.includes('${') ? [finding('invalid-variable', place, { message: 'a variable is opened with "${" and never closed' })] : []),
  ];
};

/** What is wrong with the policy variables of one text. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export const variableProblems = (place: TextPlace, here: 'allowed' | 'forbidden' | 'doubtful', variables: Statement['variables']): readonly Finding[] => {
  if (!place.text.includes('${')) return [];
  const used = variablesIn(place.text);
  if (variables === 'literal') {
    return used.length === 0
      ? []
      : [finding('variable-without-version', place, { message: 'without "Version": "2012-10-17" a variable is literal text', suggestion: '2012-10-17' })];
  }
  if (here === 'forbidden' && used.length > 0)
    return [finding('variable-not-allowed', place, { message: `AWS fills in no variables here, so ${quote(used[0] ?? '')} is literal text` })];
  const doubt =
    here === 'doubtful' && used.length > 0 ? [finding('variable-in-bool', place, { message: "AWS's pages disagree on whether Bool takes variables" })] : [];
  return [...syntaxProblems(place), ...doubt];
};

const principalTexts = (place: Place | undefined): readonly TextPlace[] => membersOf(place).flatMap(textsOf);

/** Variables outside of conditions. */
export const variables: StatementCheck = (statement) => [
  ...resourcesIn(statement).flatMap((place) => variableProblems(place, 'allowed', statement.variables)),
  ...[...actionsIn(statement), ...principalTexts(statement.elements.get('Principal'))].flatMap((place) => variableProblems(place, 'forbidden', 'substituted')),
];
