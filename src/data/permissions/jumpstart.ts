import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { JumpStartModelTarget, Target } from '../../model/target.ts';
import { jumpStartBuckets } from '../jumpstart.ts';
import { ADD_TAGS } from './deploy.ts';
import type { Training } from './train.ts';
import { TAG_TRAINING_JOB } from './train.ts';

const JUMPSTART = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html';
const HUBS = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide.html';

/** Tells where a plan reads AWS’s own content. */
export type ContentAt = (target: Target) => readonly { readonly bucket: string; readonly key: string }[];

/** What the execution role needs to read models that AWS keeps. */
export const readContent = (at: ContentAt): readonly Permission<Target>[] => [
  {
    who: 'execution-role',
    action: 's3:GetObject',
    resource: (target) => at(target).map(({ bucket, key }) => ({ kind: 'aws-content', bucket, key })),
    source: JUMPSTART,
  },
];

/** What the execution role needs to list the buckets of these models. */
export const listContent = (at: ContentAt): readonly Permission<Target>[] => [
  {
    who: 'execution-role',
    action: 's3:ListBucket',
    resource: (target) => [...new Set(at(target).map(({ bucket }) => bucket))].map((bucket) => ({ kind: 'aws-content', bucket, key: '' })),
    source: JUMPSTART,
  },
];

/** The bucket of models that were optimised beforehand, as one object of it; none in most Regions. */
export const optimisedContent: ContentAt = ({ region }) => {
  const { optimised } = jumpStartBuckets(region);
  return optimised === undefined ? [] : [{ bucket: optimised, key: 'object' }];
};

/** What the deployer needs where the SDK looks the model up. */
export const READ_MANIFEST: readonly Permission<JumpStartModelTarget>[] = [
  {
    who: 'deployer',
    action: 's3:GetObject',
    resource: ({ region }) => ({ kind: 'aws-content', bucket: jumpStartBuckets(region).content, key: 'models_manifest.json' }),
    source: JUMPSTART,
  },
];

type InHub = JumpStartModelTarget & { readonly hub: string; readonly modelId: string };

const ARN = /^(arn:[^:]+:sagemaker:[^:]+:[^:]+:)hub\/([^/]+)$/;

// Which version, and whether it is a copy or a reference, only the hub tells.
const inHub = ({ hub, modelId }: InHub): readonly PermissionResource[] => {
  const [, place, name] = ARN.exec(hub) ?? [];
  if (place !== undefined) {
    return [
      { kind: 'plain', arn: hub },
      { kind: 'plain', arn: `${place}hub-content/${name}/Model/${modelId}/1.0.0` },
    ];
  }
  return [
    { kind: 'named', service: 'sagemaker', before: 'hub/', name: hub, field: 'hub' },
    { kind: 'named', service: 'sagemaker', before: `hub-content/${hub}/Model/${modelId}/`, name: undefined, field: 'modelVersion' },
  ];
};

/** What the deployer needs where the model lies in a private hub. */
export const READ_HUB: readonly Permission<InHub>[] = [{ who: 'deployer', action: 'sagemaker:DescribeHubContent', resource: inHub, source: HUBS }];

/** A target with the tags that the SageMaker Python SDK sets on all it makes of a JumpStart model. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/enums.py */
const asTagged = <T extends JumpStartModelTarget>(target: T): T => ({
  ...target,
  tags: {
    ...target.tags,
    'sagemaker-sdk:jumpstart-model-id': target.modelId ?? '',
    'sagemaker-sdk:jumpstart-model-version': target.spec?.version ?? target.modelVersion ?? '',
  },
});

const trains = (target: JumpStartModelTarget): target is JumpStartModelTarget & Training => target.trainingJob !== undefined;

/** What the deployer needs so that the SDK may tag what it makes. */
export const TAG_AS_SDK: readonly Permission<JumpStartModelTarget>[] = [
  ...ADD_TAGS.map((permission) => ({
    ...permission,
    when: (target: JumpStartModelTarget) => !trains(target),
    context: (target: JumpStartModelTarget, arn: Parameters<NonNullable<typeof permission.context>>[1]) => permission.context?.(asTagged(target), arn) ?? {},
  })),
  ...TAG_TRAINING_JOB.map(({ resource, context, ...permission }) => ({
    ...permission,
    when: trains,
    resource: (target: JumpStartModelTarget) => (trains(target) ? resource(target) : []),
    context: (target: JumpStartModelTarget, arn: Parameters<NonNullable<typeof context>>[1]) =>
      trains(target) ? (context?.(asTagged(target), arn) ?? {}) : {},
  })),
];

/** What the execution role needs on the key of a model that is packed anew. */
export const ENCRYPT_REPACKAGED_MODEL: readonly Permission<JumpStartModelTarget & { readonly kmsKeyId: string }>[] = (
  ['kms:GenerateDataKey', 'kms:Decrypt'] as const
).map((action) => ({
  who: 'execution-role',
  action,
  resource: ({ kmsKeyId }) => ({ kind: 'kms-key', keyId: kmsKeyId }),
  via: 's3',
  source: JUMPSTART,
}));
