import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target, WandbLaunchQueueTarget } from '../../model/target.ts';
import type { IamAction, Url } from '../../model/words.ts';
import { ON_REPOSITORY } from './pull-image.ts';
import type { Addresses } from './storage.ts';
import { onObject } from './storage.ts';
import { streamOf } from './write-logs.ts';

const RUNNER = 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py';
const AGENT = 'https://docs.wandb.ai/launch/setup-agent-advanced';
const GUIDE = 'https://docs.wandb.ai/launch/setup-launch-sagemaker';
const PUSH = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html';

type Queue = WandbLaunchQueueTarget;

const GROUP = 'log-group:/aws/sagemaker/TrainingJobs';
const FIELD = 'trainingJob.trainingJobName';

/** What the agent needs to fetch a job's log. */
export const READ_JOB_LOGS: readonly Permission<Queue>[] = [
  {
    who: 'deployer',
    action: 'logs:DescribeLogStreams',
    // The group's ARN ends in what follows its name: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
    resource: () => ({ kind: 'named', service: 'logs', before: GROUP, name: '', after: ':log-stream:', field: FIELD }),
    source: RUNNER,
  },
  {
    who: 'deployer',
    action: 'logs:GetLogEvents',
    resource: (target) => ({ kind: 'named', service: 'logs', before: GROUP, name: '', after: ':log-stream:', below: { name: streamOf(target) }, field: FIELD }),
    source: RUNNER,
  },
];

/** What the agent needs to sign in to ECR. */
export const SIGN_IN_TO_ECR: readonly Permission<Queue>[] = [
  { who: 'deployer', action: 'ecr:GetAuthorizationToken', resource: () => ({ kind: 'plain', arn: '*' }), source: PUSH },
];

/** The repository that a queue's images are built into, as an image's address. */
export type BuiltImage = (target: Queue) => string;

const onRepository = (actions: readonly IamAction[], image: BuiltImage, rest: { readonly who: Permission['who']; readonly source: Url }) =>
  actions.map(
    (action): Permission<Queue> => ({ ...rest, action, resource: (target): PermissionResource => ({ kind: 'ecr-repository', image: image(target) }) }),
  );

const PUSH_ACTIONS: readonly IamAction[] = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
];

/** What the agent needs to push an image. */
export const pushImages = (image: BuiltImage) => onRepository(PUSH_ACTIONS, image, { who: 'deployer', source: PUSH });

/** What the agent needs to see whether an image is built already. */
export const describeImages = (image: BuiltImage) => onRepository(['ecr:DescribeImages'], image, { who: 'deployer', source: AGENT });

/** What kaniko needs to take layers from its cache, which lies in the same repository. */
export const pullCachedLayers = (image: BuiltImage) =>
  onRepository(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], image, { who: 'deployer', source: AGENT });

/** What the execution role needs to pull what the agent has built. */
export const pullBuiltImages = (image: BuiltImage): readonly Permission<Queue>[] => [
  ...onRepository(ON_REPOSITORY, image, { who: 'execution-role', source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html' }),
  { ...(SIGN_IN_TO_ECR[0] as Permission<Queue>), who: 'execution-role' },
];

/** What W&B's guide has granted, and its agent never does. */
const UNUSED: readonly IamAction[] = [
  'ecr:DeleteRepository',
  'ecr:DeleteRepositoryPolicy',
  'ecr:PutLifecyclePolicy',
  'ecr:DeleteLifecyclePolicy',
  'ecr:PutImageTagMutability',
  'ecr:PutImageScanningConfiguration',
];

/** What the agent should not be able to do with the repository. */
export const changeRepository = (image: BuiltImage) => onRepository(UNUSED, image, { who: 'deployer', source: GUIDE });

/** What the agent needs to see that the bucket of build contexts is there. */
export const listContexts = (addresses: Addresses): readonly Permission<Target>[] => [
  {
    who: 'deployer',
    action: 's3:ListBucket',
    resource: (target) => addresses(target).map(({ bucket }) => ({ kind: 's3-bucket', bucket })),
    source: GUIDE,
  },
];

/** What the agent and the pods of its builds need there. */
export const keepContexts = (addresses: Addresses): readonly Permission<Target>[] =>
  (['s3:PutObject', 's3:GetObject'] as const).map((action) => ({
    who: 'deployer',
    action,
    resource: (target) => addresses(target).map(onObject),
    source: GUIDE,
  }));
