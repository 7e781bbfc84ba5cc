import type { ServerlessEndpointTarget } from '../../src/model/target.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/Execution`;
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/Deployer`;
export const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

/** A target that leaves nothing to be completed. */
export type PlainTarget = ServerlessEndpointTarget &
  Required<Pick<ServerlessEndpointTarget, 'executionRoleArn' | 'image' | 'serverlessConfig' | 'modelDataUrl' | 'kmsKeyId' | 'deployer'>>;

/** A plain serverless endpoint with artifact, key and deployer. */
export const serverless = (changes: Partial<PlainTarget> = {}): PlainTarget => ({
  scenario: 'serverless-endpoint',
  name: 'churn',
  account: ACCOUNT,
  region: REGION,
  deployer: DEPLOYER,
  executionRoleArn: ROLE,
  image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
  modelDataUrl: 's3://churn-models/churn/model.tar.gz',
  kmsKeyId: KEY,
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 },
  modelName: 'churn',
  endpointName: 'churn',
  ...changes,
});

/** The same without some of its optional fields. */
export const without = <K extends keyof ServerlessEndpointTarget>(...fields: readonly K[]): ServerlessEndpointTarget =>
  Object.fromEntries(Object.entries(serverless()).filter(([field]) => !fields.includes(field as K))) as unknown as ServerlessEndpointTarget;
