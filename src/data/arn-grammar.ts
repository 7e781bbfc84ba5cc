/**
 * What the fields of a service's ARNs hold, for the services that SageMaker deployments touch, as of 2026-09-26.
 * Source: the resource tables of https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export interface ArnGrammar {
  readonly region: 'always' | 'never' | 'sometimes';
  readonly account: 'always' | 'never' | 'sometimes';
  /** First words of the resource field that carry a Region or an account although the service's other ARNs do not. */
  readonly exceptions?: readonly string[];
}

const REGIONAL: ArnGrammar = { region: 'always', account: 'always' };
const GLOBAL: ArnGrammar = { region: 'never', account: 'always' };

/** By the service field of the ARN; a service that is not listed is not judged. */
export const ARN_GRAMMARS: Readonly<Record<string, ArnGrammar>> = {
  // Buckets and objects carry neither; access points, batch jobs, Storage Lens and access grants do.
  s3: { region: 'never', account: 'never', exceptions: ['accesspoint', 'job', 'storage-lens', 'storage-lens-group', 'access-grants', 'async-request'] },
  iam: GLOBAL,
  sts: GLOBAL,
  sagemaker: REGIONAL,
  kms: REGIONAL,
  ecr: REGIONAL,
  logs: REGIONAL,
  lambda: REGIONAL,
  sqs: REGIONAL,
  sns: REGIONAL,
  secretsmanager: REGIONAL,
  elasticfilesystem: REGIONAL,
  codeartifact: REGIONAL,
};

/** The ARN services that an action prefix is checked against, where that list is complete; another service's ARN never applies to such an action. */
export const ARN_SERVICES_OF_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3', 's3-object-lambda'],
  s3express: ['s3express'],
  iam: ['iam'],
  sts: ['sts', 'iam'],
  sagemaker: ['sagemaker'],
  kms: ['kms'],
  ecr: ['ecr'],
  logs: ['logs'],
  lambda: ['lambda'],
  sqs: ['sqs'],
  sns: ['sns'],
  secretsmanager: ['secretsmanager'],
  elasticfilesystem: ['elasticfilesystem'],
  codeartifact: ['codeartifact'],
};

/** Actions that are checked against no resource, so that only `*` grants them. Source for ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html */
export const ACTIONS_WITHOUT_RESOURCE: readonly string[] = [
  'ecr:GetAuthorizationToken',
  'kms:CreateKey',
  'kms:GenerateRandom',
  'kms:ListAliases',
  'kms:ListKeys',
];

/** Prefixes of actions whose service AWS no longer offers. Source: https://docs.aws.amazon.com/cli/latest/reference/elastic-inference/index.html */
export const ENDED_SERVICES: readonly string[] = ['elastic-inference'];

/** KMS actions that are checked against an alias too. Every other one is checked against the key only. Source: https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const KMS_ALIAS_ACTIONS: readonly string[] = ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'];

/** Resource types of SageMaker ARNs whose actions carry their name (`CreateTrainingJob` → `training-job`). Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
export const SAGEMAKER_RESOURCE_TYPES: readonly string[] = [
  'algorithm',
  'compilation-job',
  'domain',
  'endpoint',
  'endpoint-config',
  'hub',
  'hyper-parameter-tuning-job',
  'image',
  'inference-component',
  'inference-recommendations-job',
  'labeling-job',
  'model',
  'model-package',
  'model-package-group',
  'notebook-instance',
  'pipeline',
  'processing-job',
  'space',
  'training-job',
  'transform-job',
  'user-profile',
];
