import type { RuleId } from '../../src/model/rule-id.ts';

type Rules = readonly RuleId[];

/** Every plan with an execution role. */
export const WITH_A_ROLE: Rules = [
  'identity/role-exists',
  'identity/role-trusts-sagemaker',
  'identity/role-may-write-logs',
  'identity/deployer-exists',
  'identity/deployer-may-pass-role',
  'identity/no-dangling-principals',
  'identity/organisation-policies-are-known',
];

/** Plans whose containers run on instances, from an image of ECR. */
export const WITH_AN_IMAGE: Rules = [
  'image/image-is-in-this-account-and-region',
  'image/image-is-in-this-region',
  'image/registry-account-is-this-regions',
  'image/repository-exists',
  'image/image-exists',
  'image/image-media-type-is-accepted',
  'image/image-is-no-manifest-list',
  'image/image-is-not-archived',
  'image/image-tag-is-fixed',
  'identity/role-may-pull-image',
];

/** Plans that read one archive from S3. */
export const WITH_AN_ARTIFACT: Rules = [
  'artifact/bucket-exists',
  'artifact/artifact-is-in-this-region',
  'artifact/artifact-exists',
  'artifact/artifact-is-not-archived',
  'artifact/artifact-is-gzip-tar',
  'artifact/bucket-belongs-to-this-account',
  'artifact/bucket-owner-pays',
  'identity/role-may-read-artifact',
  'identity/role-may-list-buckets',
];

/** Plans that name KMS keys. */
export const WITH_KEYS: Rules = [
  'encryption/key-exists',
  'encryption/key-is-enabled',
  'encryption/key-is-symmetric',
  'encryption/key-is-customer-managed',
  'encryption/key-suits-instance-type',
  'encryption/key-likely-suits-instance-type',
  'encryption/key-encrypts-instance-storage',
];

/** Plans that take instances. */
export const ON_INSTANCES: Rules = [
  'accelerator/accelerators-are-offered',
  'instances/instances-fit-quota',
  'instances/instances-together-fit-quota',
  'names/endpoints-and-jobs-differ-in-name',
];

/** Plans whose instances have interfaces in the account's subnets. */
export const IN_A_VPC: Rules = [
  'network/vpc-config-is-within-limits',
  'network/subnets-exist',
  'network/security-groups-exist',
  'network/subnets-are-in-one-vpc',
  'network/security-groups-are-of-the-subnets-vpc',
  'network/subnets-together-have-addresses',
  'network/each-subnet-has-addresses',
  'network/addresses-together-suffice',
  'network/vpc-resolves-names',
  'network/names-are-resolved-by-aws',
  'network/vpc-gives-hostnames',
  'network/s3-is-reachable-from-every-subnet',
  'network/s3-goes-through-an-endpoint',
  'network/endpoint-policy-allows-plan',
  'network/endpoint-policy-allows-listing',
  'identity/role-may-use-network',
  'identity/role-may-describe-vpc-endpoints',
];

/** Plans that host a model on instances in a VPC. */
export const HOSTING_IN_A_VPC: Rules = ['network/subnets-span-two-zones', 'network/hosting-vpc-has-default-tenancy', 'network/bucket-policy-admits-the-vpc'];

/** Plans that train in a VPC. */
export const TRAINING_IN_A_VPC: Rules = [
  'network/vpc-has-default-tenancy',
  'network/bucket-policy-admits-the-vpc',
  'network/members-reach-each-other',
  'network/fabric-members-reach-each-other',
  'network/encrypting-members-reach-each-other',
  'training/file-systems-are-within-reach',
];

/** Plans that host a model on instances. */
export const HOSTING: Rules = [
  'identity/deployer-may-create-model',
  'identity/deployer-may-create-endpoint-config',
  'identity/deployer-may-create-endpoint',
  'identity/deployer-may-add-tags',
  'encryption/deployer-may-create-grant',
  'encryption/key-trusts-role',
  'encryption/key-allows-role-every-use',
  'names/models-of-one-name-are-alike',
];

/** Plans that train. */
export const TRAINING: Rules = [
  'artifact/bucket-exists',
  'identity/role-may-read-inputs',
  'training/file-systems-are-in-a-vpc',
  'identity/role-may-write-output',
  'identity/role-may-list-buckets',
  'identity/deployer-may-create-training-job',
  'identity/deployer-may-tag-training-job',
  'encryption/volume-key-may-be-granted',
  'encryption/role-may-encrypt-output',
  'encryption/role-may-make-data-keys-for-output',
  'training/job-name-has-the-form',
  'training/instance-type-is-known',
  'training/volume-key-is-named-itself',
  'training/runtime-is-within-limits',
  'training/spot-wait-covers-runtime',
  'training/warm-pool-fits-quota',
  'training/environment-is-within-limits',
];

/** Each rule once, in the order in which it is first named. Every scenario judges something. */
export const listed = (first: RuleId, ...more: readonly Rules[]): readonly [RuleId, ...RuleId[]] => [
  first,
  ...[...new Set(more.flat())].filter((id) => id !== first),
];
