import type { RequestContext } from '../../model/permission.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { IamDecision } from '../../model/trace.ts';
import { parseArn } from '../../reason/arn.ts';
import { requestContext } from '../../reason/iam/context.ts';
import { evaluate } from '../../reason/iam/evaluate.ts';
import type { EvalResult, Policies } from '../../reason/iam/types.ts';
import type { Pairing } from './pairing.ts';
import type { Asker } from './principal.ts';
import { type AskedResource, OTHER_ACCOUNT } from './resource.ts';

/** Everything that every question of one command is answered from. */
export interface Grounds {
  readonly asker: Asker;
  readonly context: RequestContext;
  /** Of requests about resources whose ARN names none. */
  readonly region: string;
  /** ISO 8601. */
  readonly time: string;
  readonly organisation: Pick<Policies, 'scpLevels' | 'rcpLevels'>;
  /** Identity policies that the principal does not have, but might. */
  readonly added: readonly PolicySource[];
}

/** One action on one resource, answered. */
export interface Answer {
  readonly action: string;
  readonly resource: AskedResource;
  readonly result: EvalResult;
  readonly policies: Policies;
}

/** One action answered as a whole: on each resource that it is asked about. */
export interface ActionAnswer {
  readonly pairing: Pairing;
  readonly answers: readonly Answer[];
  /** Denied if denied anywhere; Unknown while a resource that it needs is not given. */
  readonly decision: IamDecision;
}

const policiesFor = ({ asker, organisation, added }: Grounds, resource: AskedResource): Policies => ({
  ...asker.policies,
  identity: [...asker.policies.identity, ...added],
  ...organisation,
  // Resource control policies are those of the resource's own account.
  ...(resource.account !== undefined && 'account' in asker.principal && resource.account !== asker.principal.account && { rcpLevels: [] }),
  ...resource.policies,
});

const answerOn = (grounds: Grounds, action: string, resource: AskedResource): Answer => {
  const { asker, region, time } = grounds;
  const policies = policiesFor(grounds, resource);
  const context = requestContext({
    principal: asker.principal,
    region: parseArn(resource.arn)?.region || region,
    time,
    plan: grounds.context,
    ...(asker.tags !== undefined && { principalTags: asker.tags }),
    ...(resource.account !== undefined && resource.account !== OTHER_ACCOUNT && { resourceAccount: resource.account }),
  });
  const place = {
    resource: resource.arn,
    ...(resource.account !== undefined && { resourceAccount: resource.account }),
    ...(resource.awsManagedKey !== undefined && { awsManagedKey: resource.awsManagedKey }),
  };
  return { action, resource, policies, result: evaluate({ principal: asker.principal, action, ...place, context, unlisted: 'unknown' }, policies) };
};

const WORST_FIRST: readonly IamDecision[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Unknown', 'Allowed'];

const worstOf = (decisions: readonly IamDecision[]): IamDecision => WORST_FIRST.find((worst) => decisions.includes(worst)) ?? 'Unknown';

/** Answers one action on every resource that it is asked about. */
export const answerAction = (grounds: Grounds, pairing: Pairing, resources: readonly AskedResource[]): ActionAnswer => {
  const answers = resources.filter(({ arn }) => pairing.asked.includes(arn)).map((resource) => answerOn(grounds, pairing.action, resource));
  const open: readonly IamDecision[] = pairing.lacking.length > 0 ? ['Unknown'] : [];
  return { pairing, answers, decision: worstOf([...answers.map(({ result }) => result.decision), ...open]) };
};

/** Denied whatever is unknown: exit code 1. Unknown: 3. Allowed: 0. */
export const exitCodeOf = (answers: readonly ActionAnswer[]): number => {
  const results = answers.flatMap((one) => one.answers.map(({ result }) => result));
  if (results.some(({ possible }) => !possible.includes('Allowed'))) return 1;
  return answers.every(({ decision }) => decision === 'Allowed') ? 0 : 3;
};
