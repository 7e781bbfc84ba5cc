import type { FactKind } from '../model/fact.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { ScenarioId, Target } from '../model/target.ts';
import { partitionOf } from '../reason/arn.ts';
import { factsFor } from './gather.ts';

const [account, region] = ['111122223333', 'us-east-1'];
const ARN = `arn:${partitionOf(region)}`;
const KEY = `${ARN}:kms:${region}:${account}:key/11111111-2222-3333-4444-555555555555`;
const PACKAGE = `${ARN}:sagemaker:${region}:${account}:model-package/any/1`;
const VPC = { subnets: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'] };
const AT = 's3://any-bucket/any/';

const EXISTING = { name: 'any', account, region, existing: true, executionRoleArn: `${ARN}:iam::${account}:role/any` } as const;
const MODEL = { image: `${account}.dkr.ecr.${region}.amazonaws.com/any:1`, modelDataUrl: `${AT}model.tar.gz` } as const;
const STUDIO = { name: 'any', account, region, existing: true, scenario: 'jumpstart-model', use: 'hosting' } as const;

/** Things with everything that discovery may find of their kind: what their rules ask is all that an audit may ask. */
const EXAMPLES: readonly Target[] = [
  { ...EXISTING, ...MODEL, scenario: 'serverless-endpoint', kmsKeyId: KEY, modelPackageName: PACKAGE, endpointName: 'any' },
  { ...EXISTING, ...MODEL, scenario: 'elastic-inference', kmsKeyId: KEY, vpcConfig: VPC, instanceType: 'ml.m5.xlarge', acceleratorType: 'ml.eia2.medium' },
  {
    ...EXISTING,
    ...MODEL,
    scenario: 'inference-recommender-vpc',
    jobType: 'Advanced',
    modelPackageName: PACKAGE,
    vpcConfig: VPC,
    volumeKmsKeyId: KEY,
    outputKmsKeyId: KEY,
    containerConfig: { samplePayloadUrl: `${AT}payload.tar.gz` },
    endpoints: ['any'],
  },
  { ...EXISTING, scenario: 'inference-recommender-vpc', jobType: 'Default', modelName: 'any', vpcConfig: VPC },
  { ...EXISTING, ...MODEL, scenario: 'jumpstart-model', use: 'hosting', kmsKeyId: KEY, vpcConfig: VPC, instanceType: 'ml.g5.2xlarge' },
  { ...EXISTING, scenario: 'jumpstart-model', use: 'hosting', image: MODEL.image, modelDataSource: { s3Uri: AT, s3DataType: 'S3Prefix' } },
  {
    ...EXISTING,
    scenario: 'jumpstart-model',
    use: 'training',
    image: MODEL.image,
    vpcConfig: VPC,
    trainingJob: {
      inputs: [AT],
      resourceConfig: { instanceType: 'ml.p4d.24xlarge', instanceCount: 2, volumeKmsKeyId: KEY },
      outputDataConfig: { s3OutputPath: AT, kmsKeyId: KEY },
      checkpointUri: AT,
      enableInterContainerTrafficEncryption: true,
    },
  },
  { ...STUDIO, studio: { domainId: 'd-any', userProfileName: 'any' } },
  { ...STUDIO, studio: { domainId: 'd-any', spaceName: 'any' } },
];

/** The kinds of facts that judging what exists may take. */
export const factsOfAudits = (scenarios: readonly ScenarioId[], iamEngine: IamEngine = 'both'): readonly FactKind[] => {
  const examples = EXAMPLES.filter(({ scenario }) => scenarios.includes(scenario));
  return [...new Set(factsFor(examples, iamEngine).map(({ request }) => request.kind))].sort();
};
