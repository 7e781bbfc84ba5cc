import type { Target } from '../../src/model/target.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** How many things of each kind the targets of a large description share. */
export const SHARED = { roles: 20, vpcs: 10, subnetsOfVpc: 6, buckets: 30, artifacts: 60, images: 40, keys: 10 } as const;

const REPOSITORIES = SHARED.images / 2;

/** Every fifth target is an endpoint in a VPC, the others are serverless. */
const IN_A_VPC = 5;

const numbered = (number: number): string => `${number}`.padStart(17, '0');

export const roleArn = (number: number): string => `arn:aws:iam::${ACCOUNT}:role/Role-${number}`;
export const vpcId = (number: number): string => `vpc-${numbered(number)}`;
export const groupId = (vpc: number): string => `sg-${numbered(vpc)}`;
export const subnetId = (vpc: number, place: number): string => `subnet-${numbered(vpc * SHARED.subnetsOfVpc + place)}`;
export const keyArn = (number: number): string => `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-3333-4444-${`${number}`.padStart(12, '0')}`;
/** Two artifacts lie in each bucket. */
export const bucketOf = (artifact: number): string => `models-${artifact % SHARED.buckets}`;
/** Two images lie in each repository, by their tags. */
const repositoryOf = (image: number): string => `serving-${image % REPOSITORIES}`;
const imageUri = (image: number): string => `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${repositoryOf(image)}:${image < REPOSITORIES ? '1.0' : '2.0'}`;

const common = (index: number) => ({
  name: `target-${index}`,
  account: ACCOUNT,
  region: REGION,
  executionRoleArn: roleArn(index % SHARED.roles),
  modelDataUrl: `s3://${bucketOf(index % SHARED.artifacts)}/${index % SHARED.artifacts}/model.tar.gz`,
  image: imageUri(index % SHARED.images),
  kmsKeyId: keyArn(index % SHARED.keys),
  modelName: `model-${index}`,
  endpointConfigName: `config-${index}`,
  endpointName: `endpoint-${index}`,
});

const serverless = (index: number): Target => ({
  ...common(index),
  scenario: 'serverless-endpoint',
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 1 },
});

const placeIn = (vpc: number, first: number) => ({
  subnets: [0, 1, 2].map((step) => subnetId(vpc, (first + step) % SHARED.subnetsOfVpc)),
  securityGroupIds: [groupId(vpc)],
});

const inVpc = (index: number): Target => {
  const place = Math.floor(index / IN_A_VPC);
  return {
    ...common(index),
    scenario: 'elastic-inference',
    legacyAudit: true,
    vpcConfig: placeIn(place % SHARED.vpcs, Math.floor(place / SHARED.vpcs)),
    instanceType: 'ml.m5.xlarge',
    initialInstanceCount: 1,
    acceleratorType: 'ml.eia2.medium',
  };
};

/** So many planned endpoints that share everything but their names. */
export const manyTargets = (count: number): readonly Target[] =>
  Array.from({ length: count }, (_, index) => (index % IN_A_VPC === 0 ? inVpc(index) : serverless(index)));

/** Once in a run: who asks, its organisation, the endpoints there are, two quotas by code, and the list of all. */
const ONCE = 6;
/** Subnets, VPCs, groups, tables, ACLs, endpoints, two kinds of gateways, a prefix list, the services behind endpoints: each for all VPCs at once. */
const FOR_ALL_VPCS = 10;

/** The least calls that AWS's API allows for what the targets share: things are asked for together wherever an operation takes several. */
export const LEAST_CALLS =
  ONCE +
  // A role, its lists of policies of either kind, its inline policy; and the shared policy with its version.
  (4 * SHARED.roles + 2) +
  // Whose the bucket is, and its policy; an artifact's headers, and its first bytes.
  (2 * SHARED.buckets + 2 * SHARED.artifacts) +
  // All repositories; the policy and the images of each.
  (1 + 2 * REPOSITORIES) +
  // A key, its policy, its grants.
  3 * SHARED.keys +
  // An attribute of a VPC is told one a call.
  (FOR_ALL_VPCS + 2 * SHARED.vpcs);
