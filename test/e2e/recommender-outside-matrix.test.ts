import type { PolicyStatement } from '../../src/model/policy.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { document } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';
import { setBucketPolicy, setKeyPolicy } from './mutations.ts';
import { setRepositoryPolicy } from './recommender-mutations.ts';

type Mutate = MutateIn<RecommenderAccount>;
type Mutation = MutationIn<RecommenderAccount>;
type Condition = NonNullable<PolicyStatement['Condition']>;

const OUTSIDE: Condition = { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } };

/** A denial to the role. */
const barred = ({ executionRole }: RecommenderAccount, action: string, condition: Condition): PolicyStatement => ({
  Effect: 'Deny',
  Principal: { AWS: executionRole.arn },
  Action: action,
  Condition: condition,
});
/** STUB: the bucket's policy says this when it is asked for; moto would apply a denial to everybody. */
const bucketFor =
  (key: string, condition: Condition): Mutate =>
  async (account, { proxy }) => {
    const { bucket, executionRole } = account;
    const denial = { ...barred(account, 's3:GetObject', condition), Resource: `arn:aws:s3:::${bucket}/${key}` };
    await setBucketPolicy(account, document({ ...denial, Effect: 'Allow', Principal: { AWS: executionRole.arn } }));
    proxy.rewrite({ on: ['s3:GetBucketPolicy'], account: account.account, change: () => document(denial) });
    return undefined;
  };

const keyFor =
  (condition: Condition): Mutate =>
  async (account) => {
    const { deployer: caller, executionRole } = account;
    const use: PolicyStatement = { Effect: 'Allow', Principal: { AWS: executionRole.arn }, Action: ['kms:CreateGrant', 'kms:GenerateDataKey'], Resource: '*' };
    const read: PolicyStatement = { ...use, Action: 'kms:Decrypt', Condition: condition };
    await setKeyPolicy(account, document(use, read, { ...use, Principal: { AWS: caller.arn }, Action: 'kms:*' }));
    return undefined;
  };

const FAILING: Readonly<Record<string, Mutation>> = {
  'the artifact is for the VPC only': {
    mutate: bucketFor('churn/model.tar.gz', OUTSIDE),
    changes: { 'recommender/artifact-is-not-vpc-restricted': 'fail', 'identity/role-may-read-artifact': 'fail' },
  },
  'the payload is for the VPC only': {
    mutate: bucketFor('churn/payload.tar.gz', OUTSIDE),
    changes: { 'recommender/payload-is-not-vpc-restricted': 'fail', ...none('recommender/role-may-read-payload') },
  },
  'the whole bucket is for the VPC only': {
    mutate: bucketFor('*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' } }),
    changes: {
      'recommender/artifact-is-not-vpc-restricted': 'fail',
      'recommender/payload-is-not-vpc-restricted': 'fail',
      'identity/role-may-read-artifact': 'fail',
      ...none('recommender/role-may-read-payload'),
    },
  },
  // What moto holds itself: a denial to everybody, which hides the object from whoever checks as well.
  'the artifact is for the VPC only, and hidden': {
    mutate: async (account) => {
      const Resource = `arn:aws:s3:::${account.bucket}/${account.artifactKey}`;
      await setBucketPolicy(account, document({ ...barred(account, 's3:GetObject', OUTSIDE), Principal: '*', Resource }));
      return undefined;
    },
    changes: {
      'recommender/artifact-is-not-vpc-restricted': 'fail',
      'identity/role-may-read-artifact': 'fail',
      'artifact/artifact-is-gzip-tar': 'cannot-tell',
    },
  },
  'the key is for the VPC only': {
    mutate: keyFor({ StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }),
    changes: {
      'recommender/artifact-is-not-vpc-restricted': 'fail',
      'recommender/payload-is-not-vpc-restricted': 'fail',
      'identity/role-may-read-artifact': 'fail',
      ...none('recommender/role-may-read-payload'),
    },
  },
  'the repository is for the VPC only': {
    mutate: (account) => setRepositoryPolicy(account, barred(account, 'ecr:*', OUTSIDE)),
    changes: { 'recommender/image-is-not-vpc-restricted': 'fail', 'identity/role-may-pull-image': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'a denial outside a VPC, from which the role is excepted': async (account, stage) =>
    bucketFor('*', { ...OUTSIDE, ArnNotEquals: { 'aws:PrincipalArn': account.executionRole.arn } })(account, stage),
  'a denial outside a VPC, of other objects': bucketFor('private/*', OUTSIDE),
  'a denial without TLS': bucketFor('*', { Bool: { 'aws:SecureTransport': 'false' } }),
  'a repository that others may pull from in a VPC': (account) =>
    setRepositoryPolicy(account, {
      ...barred(account, 'ecr:BatchGetImage', {}),
      Effect: 'Allow',
      Principal: { AWS: account.deployer.arn },
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    }),
};

describeMatrixOf(readyRecommenderAccount, { failing: FAILING, harmless: HARMLESS });
