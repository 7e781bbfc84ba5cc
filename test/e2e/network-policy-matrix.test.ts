import type { InferenceRecommenderTarget } from '../../src/model/target.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { allow, readyRecommenderAccount } from '../support/recommender-account.ts';
import { createBucket, putArtifact } from '../support/seed.ts';
import { describeMatrixOf } from './matrix.ts';
import type { Mutate, Mutation } from './network-mutations.ts';
import { anybody, bucketArns, endpointAllowing } from './network-mutations.ts';
import { setExecutionTo } from './recommender-mutations.ts';

const ANYTHING = anybody('*', '*');
const denied = (more: object): object => ({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', ...more });

/** The payload in a bucket of its own, which the role may read. */
const payloadInOtherBucket = async (account: RecommenderAccount): Promise<Partial<InferenceRecommenderTarget>> => {
  const bucket = `churn-payloads-${account.account}`;
  await createBucket(account, bucket);
  await setExecutionTo(account, {}, allow('s3:GetObject', `arn:aws:s3:::${bucket}/*`), allow('s3:ListBucket', `arn:aws:s3:::${bucket}`));
  const samplePayloadUrl = await putArtifact(account, { bucket, key: 'payload.tar.gz' });
  return { containerConfig: { ...account.target.containerConfig, samplePayloadUrl } };
};

const REFUSES = { 'network/endpoint-policy-allows-plan': 'fail' } as const;
const HIDES = { 'network/endpoint-policy-allows-listing': 'fail' } as const;

const FAILING: Readonly<Record<string, Mutation>> = {
  'the endpoint’s policy lacks the bucket of the payload': {
    mutate: async (account, stage) => {
      await endpointAllowing((one) => [anybody('s3:*', bucketArns(one).bucket, bucketArns(one).objects)])(account, stage);
      return payloadInOtherBucket(account) as ReturnType<Mutate>;
    },
    changes: { ...REFUSES, ...HIDES },
  },
  'the endpoint’s policy lets other buckets through': {
    mutate: endpointAllowing(() => [anybody('s3:*', 'arn:aws:s3:::other', 'arn:aws:s3:::other/*')]),
    changes: { ...REFUSES, ...HIDES },
  },
  'the endpoint’s policy lets nobody read': {
    mutate: endpointAllowing((account) => [anybody(['s3:PutObject', 's3:ListBucket'], bucketArns(account).bucket, bucketArns(account).objects)]),
    changes: REFUSES,
  },
  'the endpoint’s policy lets nobody list': {
    mutate: endpointAllowing((account) => [anybody('s3:GetObject', bucketArns(account).objects)]),
    changes: HIDES,
  },
  'listing stands on the objects, where it says nothing': {
    mutate: endpointAllowing((account) => [anybody(['s3:GetObject', 's3:ListBucket'], bucketArns(account).objects)]),
    changes: HIDES,
  },
  'an ARN with a Region and an account, which no bucket has': {
    mutate: endpointAllowing(({ region, account, bucket }) => [
      anybody('s3:GetObject', `arn:aws:s3:${region}:${account}:${bucket}/*`),
      anybody('s3:ListBucket', `arn:aws:s3:::${bucket}`),
    ]),
    changes: REFUSES,
  },
  'only another role may read': {
    mutate: endpointAllowing(({ account }) => [
      { ...anybody('s3:*', '*'), Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/Other` } } },
    ]),
    changes: { ...REFUSES, ...HIDES },
  },
  'an explicit denial of the plan’s objects': {
    mutate: endpointAllowing((account) => [ANYTHING, denied({ Resource: bucketArns(account).objects })]),
    changes: REFUSES,
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'as little as the plan needs': endpointAllowing((account) => [
    anybody('s3:GetObject', bucketArns(account).objects),
    anybody('s3:ListBucket', bucketArns(account).bucket),
  ]),
  'only this role': endpointAllowing(({ executionRole }) => [{ ...anybody('s3:*', '*'), Condition: { ArnEquals: { 'aws:PrincipalArn': executionRole.arn } } }]),
  'only buckets of this account': endpointAllowing(({ account }) => [
    { ...anybody('s3:*', '*'), Condition: { StringEquals: { 'aws:ResourceAccount': account } } },
  ]),
  'a denial of other buckets': endpointAllowing(() => [ANYTHING, denied({ Resource: ['arn:aws:s3:::secrets', 'arn:aws:s3:::secrets/*'] })]),
  'a denial whose condition does not hold': endpointAllowing(({ vpc }) => [
    ANYTHING,
    denied({ Condition: { StringNotEquals: { 'aws:SourceVpc': vpc.vpcId } } }),
  ]),
  'a denial of what the plan does not do': endpointAllowing(() => [ANYTHING, denied({ Action: 's3:DeleteObject' })]),
  'a payload in a bucket of its own': (account) => payloadInOtherBucket(account) as ReturnType<Mutate>,
};

describeMatrixOf(readyRecommenderAccount, { failing: FAILING, harmless: HARMLESS });
