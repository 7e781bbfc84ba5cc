import type { NeededPermission } from '../collectors/define.ts';
import type { PlannedFact } from '../engine/plan.ts';
import type { FactKind } from '../model/fact.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { ScenarioId } from '../model/target.ts';
import type { IamAction } from '../model/words.ts';
import { looksForRoles } from '../targets/discover/discover.ts';
import { factsOfAudits } from './audit-facts.ts';
import type { RunPermissions } from './permissions.ts';
import { permissionsFor } from './permissions.ts';

/** Where an audit reads, and what it looks for. */
export interface AuditReach {
  readonly partition: string;
  readonly account: string;
  /** By name; `*`: every one. */
  readonly regions: readonly string[];
  readonly scenarios: readonly ScenarioId[];
  /** Whose word counts on what a principal may do. Default `both`. */
  readonly iamEngine?: IamEngine;
  /** What the run asks besides. */
  readonly further?: readonly NeededPermission[];
}

/** Calls that list things: they have no resource types. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
const LISTS: readonly { readonly actions: readonly IamAction[]; readonly of: readonly ScenarioId[] }[] = [
  { actions: ['sagemaker:ListEndpoints'], of: ['serverless-endpoint', 'jumpstart-model', 'elastic-inference'] },
  { actions: ['sagemaker:ListModels', 'sagemaker:ListTrainingJobs'], of: ['jumpstart-model'] },
  { actions: ['sagemaker:ListDomains', 'sagemaker:ListUserProfiles', 'sagemaker:ListSpaces'], of: ['jumpstart-model'] },
  { actions: ['sagemaker:ListInferenceRecommendationsJobs'], of: ['inference-recommender-vpc'] },
  { actions: ['ec2:DescribeVpcEndpoints'], of: ['elastic-inference'] },
];

/** Things that are described one by one: by fact where there is one, else by action and type of resource. */
const DESCRIBED: readonly { readonly kinds: readonly FactKind[]; readonly of: readonly ScenarioId[] }[] = [
  { kinds: ['sagemaker.endpoint', 'sagemaker.endpointConfig', 'sagemaker.model'], of: ['serverless-endpoint', 'jumpstart-model', 'elastic-inference'] },
  { kinds: ['sagemaker.modelPackage'], of: ['jumpstart-model', 'elastic-inference'] },
];
const JOBS: readonly { readonly action: IamAction; readonly type: string; readonly of: ScenarioId }[] = [
  { action: 'sagemaker:DescribeTrainingJob', type: 'training-job', of: 'jumpstart-model' },
  { action: 'sagemaker:DescribeInferenceRecommendationsJob', type: 'inference-recommendations-job', of: 'inference-recommender-vpc' },
];

const LISTED = 'a listing has no resource to name';
const ANY_JOB = 'which jobs there are is known only once they are listed';

const isWanted = ({ scenarios }: AuditReach, of: readonly ScenarioId[]): boolean => of.some((scenario) => scenarios.includes(scenario));

const listing = (reach: AuditReach): readonly NeededPermission[] => [
  { action: 'ec2:DescribeRegions', resources: ['*'], because: LISTED },
  ...(looksForRoles(reach.scenarios) ? [{ action: 'iam:ListRoles', resources: ['*'], because: LISTED } as const] : []),
  ...LISTS.filter(({ of }) => isWanted(reach, of))
    .flatMap(({ actions }) => actions)
    .map((action): NeededPermission => ({ action, resources: ['*'], because: LISTED })),
];

const onJobs = (reach: AuditReach): readonly NeededPermission[] =>
  JOBS.filter(({ of }) => isWanted(reach, [of])).flatMap(({ action, type }) =>
    reach.regions.map(
      (region): NeededPermission => ({ action, resources: [`arn:${reach.partition}:sagemaker:${region}:${reach.account}:${type}/*`], because: ANY_JOB }),
    ),
  );

/** Roles and users are those of the account, whatever their names; all else is as wide as its kind. */
const paramsOf = (kind: FactKind, { partition, account }: AuditReach): Readonly<Record<string, unknown>> =>
  kind === 'iam.role' || kind === 'iam.rolePolicies' || kind === 'iam.simulation' ? { roleArn: `arn:${partition}:iam::${account}:role/*` } : {};

const inEachRegion = (kind: FactKind, reach: AuditReach): readonly PlannedFact[] =>
  reach.regions.map((region) => ({ request: { kind, params: { region, ...paramsOf(kind, reach) } }, stage: 0, askedBy: [] }));

const policyFor = (kinds: readonly FactKind[], reach: AuditReach): RunPermissions => {
  const { partition, account, further = [] } = reach;
  const described = DESCRIBED.filter(({ of }) => isWanted(reach, of)).flatMap((one) => one.kinds);
  const facts = [...new Set([...kinds, ...described])].flatMap((kind) => inEachRegion(kind, reach));
  return permissionsFor(facts, { partition, account, further: [...listing(reach), ...onJobs(reach), ...further] });
};

/** The least policy for looking through an account, without judging what is found. */
export const lookingPermissions = (reach: AuditReach): RunPermissions => policyFor([], reach);

/** The least policy for an audit: what is listed and described, and the facts of every rule that judges what exists. */
export const auditPermissions = (reach: AuditReach): RunPermissions => policyFor(factsOfAudits(reach.scenarios, reach.iamEngine), reach);
