import type { Permission, PermissionResource, RequestContext } from '../../model/permission.ts';
import type { InferenceRecommenderTarget, Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

type Job = InferenceRecommenderTarget;

const REFERENCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html';
const PREREQUISITES = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html';
const ROLES = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';

const job = ({ jobName }: Job): PermissionResource => ({
  kind: 'named',
  service: 'sagemaker',
  before: 'inference-recommendations-job/',
  name: jobName,
  field: 'jobName',
});

const tagged = ({ tags = {} }: Target): RequestContext => ({
  'aws:RequestTag/*': [],
  ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  'aws:TagKeys': Object.keys(tags),
});

/** What the deployer needs for CreateInferenceRecommendationsJob, beside passing the role. */
export const CREATE_RECOMMENDATIONS_JOB: readonly Permission<Job>[] = [
  { who: 'deployer', action: 'sagemaker:CreateInferenceRecommendationsJob', resource: job, context: tagged, source: REFERENCE },
];

/** What the deployer needs so that the job may be made with tags. */
export const TAG_RECOMMENDATIONS_JOB: readonly Permission<Job>[] = [
  {
    who: 'deployer',
    action: 'sagemaker:AddTags',
    resource: job,
    context: (target) => ({ ...tagged(target), 'sagemaker:TaggingAction': 'CreateInferenceRecommendationsJob' }),
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  },
];

/** What the caller needs on the keys that the job names. */
export const KEY_ACTIONS_OF_CALLER: readonly IamAction[] = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

const MADE: readonly (readonly [type: string, actions: readonly IamAction[]])[] = [
  ['model/', ['sagemaker:CreateModel', 'sagemaker:DescribeModel', 'sagemaker:DeleteModel', 'sagemaker:AddTags']],
  ['endpoint-config/', ['sagemaker:CreateEndpointConfig', 'sagemaker:DescribeEndpointConfig', 'sagemaker:DeleteEndpointConfig', 'sagemaker:AddTags']],
  ['endpoint/', ['sagemaker:CreateEndpoint', 'sagemaker:DescribeEndpoint', 'sagemaker:DeleteEndpoint', 'sagemaker:InvokeEndpoint', 'sagemaker:AddTags']],
];

// The job names what it makes; AWS does not say how, beyond a part of the job's own name.
const someOf = (type: string): PermissionResource => ({ kind: 'named', service: 'sagemaker', before: type, name: undefined, field: 'jobName' });

const ACCOUNT_FIELD = 4;

// Of a package of another account its owner decides as well, whose policy is not read.
const packageOf = ({ modelPackageName = '', account }: Job): readonly PermissionResource[] =>
  modelPackageName.split(':')[ACCOUNT_FIELD] === account ? [{ kind: 'plain', arn: modelPackageName }] : [];

/** What the execution role needs to host and call what it tests: AWS names a managed policy only, so this list is an inference from what the job does. */
export const HOST_CANDIDATES: readonly Permission<Job>[] = [
  ...MADE.flatMap(([type, actions]) =>
    actions.map((action): Permission<Job> => ({ who: 'execution-role', action, resource: () => someOf(type), source: PREREQUISITES })),
  ),
  { who: 'execution-role', action: 'sagemaker:DescribeModelPackage', resource: packageOf, source: PREREQUISITES },
];

/** What the execution role needs so that the models it makes may run as itself. */
export const PASS_ITSELF: readonly Permission<Job & { readonly executionRoleArn: string }>[] = [
  {
    who: 'execution-role',
    action: 'iam:PassRole',
    resource: ({ executionRoleArn }) => ({ kind: 'plain', arn: executionRoleArn }),
    context: () => ({ 'iam:PassedToService': 'sagemaker.amazonaws.com' }),
    source: ROLES,
  },
];
