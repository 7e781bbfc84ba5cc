import type { Fix, FixOf } from '../../model/fix.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { fail, notApplicable, noted, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { Answer, PermissionFacts } from './answers.ts';
import { fixesOf, isDenied, judgeAnswers, notesOf } from './judge-answers.ts';
import { mergedFixes } from './remedies.ts';

const FULL_ACCESS = /^arn:[^:]+:iam::aws:policy\/AmazonSageMakerFullAccess$/;

/** Whether the role has AWS's managed policy AmazonSageMakerFullAccess. */
export const hasFullAccess = ({ rolePolicies }: Pick<PermissionFacts, 'rolePolicies'>): boolean =>
  rolePolicies?.value.policies.some(({ arn = '' }) => FULL_ACCESS.test(arn)) ?? false;

/** Nothing denies it, and no boundary or organisation limits it: only a statement of the role’s own policies is missing. */
const isOnlyUngranted = (answer: Answer): boolean => {
  const repair = 'result' in answer ? answer.result.repair : undefined;
  return repair?.change === 'add-statement' && repair.gate === 'identity';
};

const serviceOf = (action: string): string => action.split(':', 1)[0] ?? action;

const servicesOf = (answers: readonly Answer[]): readonly string[] => [...new Set(answers.map(({ action }) => serviceOf(action)))].sort();

const actionsOf = (answers: readonly Answer[]): readonly string[] => [...new Set(answers.map(({ action }) => action))].sort();

const evidenceOf = (service: string, denied: readonly Answer[]): readonly Evidence[] => {
  const ofService = denied.filter(({ action }) => serviceOf(action) === service);
  const subject = ofService[0]?.about.principalArn;
  return subject === undefined
    ? []
    : [{ subject, observed: `${actionsOf(ofService).join(', ')}: not allowed`, expected: `every action of ${service} in the guide’s policy` }];
};

const listOf = (words: PolicyStatement['Action'] | undefined): readonly string[] => [words ?? []].flat();

const resourcesOf = (grants: readonly FixOf<'grant'>[]): string | readonly string[] => {
  const all = [...new Set(grants.flatMap(({ statement }) => listOf(statement.Resource)))].sort();
  return all.includes('*') ? '*' : all;
};

const groupOf = ({ principalArn, statement: { Action, Condition } }: FixOf<'grant'>): string =>
  JSON.stringify([principalArn, serviceOf(listOf(Action)[0] ?? ''), Condition]);

const together = (grants: readonly FixOf<'grant'>[]): readonly Fix[] => {
  const [first] = grants;
  if (first === undefined) return [];
  const Action = [...new Set(grants.flatMap(({ statement }) => listOf(statement.Action)))].sort();
  return [{ ...first, statement: { ...first.statement, Action, Resource: resourcesOf(grants) } }];
};

/** One grant a service, in the place of one for each kind of resource. */
const groupedByService = (fixes: readonly Fix[]): readonly Fix[] => {
  const grants = fixes.filter((fix) => fix.kind === 'grant');
  const groups = [...new Set(grants.map(groupOf))].sort();
  return [...groups.flatMap((group) => together(grants.filter((one) => groupOf(one) === group))), ...mergedFixes(fixes.filter((fix) => fix.kind !== 'grant'))];
};

const judgeLacking = (denied: readonly Answer[]): Judgement => {
  const evidence = servicesOf(denied).flatMap((service) => evidenceOf(service, denied));
  if (!isNonEmpty(evidence)) return notApplicable('this plan needs none of these permissions');
  const summary = `The role lacks ${actionsOf(denied).length} permissions of the guide’s policy, of ${servicesOf(denied).join(', ')}`;
  return noted(fail(summary, evidence, groupedByService(denied.flatMap(fixesOf))), notesOf(denied));
};

/**
 * Judges a role against a whole policy that a guide prints: one finding and one grant a service, with what is lacking only. `enough`: why the
 * guide asks for nothing more than what the role has; what is denied, or limited from outside the role, counts all the same.
 */
export const judgeDocumented = (answers: readonly Answer[], enough: string | undefined): Judgement => {
  const denied = answers.filter((answer) => isDenied(answer) && !(enough !== undefined && isOnlyUngranted(answer)));
  if (denied.length > 0) return judgeLacking(denied);
  const rest = judgeAnswers(answers.filter((answer) => !isDenied(answer)));
  return rest.outcome === 'pass' ? pass(enough ?? `the role has all ${actionsOf(answers).length} permissions of the guide’s policy`) : rest;
};
