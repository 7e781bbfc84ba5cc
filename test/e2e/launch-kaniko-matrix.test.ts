import { ECRClient, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import type { LaunchAccount } from '../support/launch-account.ts';
import { readyLaunchAccount } from '../support/launch-account.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { building, configured, failing, notJudged } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

const ON_DESTINATION = [
  'launch/agent-may-push-images',
  'launch/agent-may-describe-images',
  'launch/agent-may-pull-cached-layers',
  'launch/agent-may-not-change-repository',
  'launch/role-may-pull-built-images',
  'launch/destination-tags-are-fixed',
] as const;
const OF_DESTINATION = ['launch/destination-is-in-this-region', 'launch/destination-exists', ...ON_DESTINATION] as const;
const ON_BUCKETS = [
  'identity/role-may-list-buckets',
  'identity/role-may-write-output',
  'launch/agent-may-list-contexts',
  'launch/agent-may-keep-contexts',
] as const;

/** Lets tags of the repository be moved. */
const tagsOf = async ({ url, region, admin }: LaunchAccount, imageTagMutability: 'MUTABLE'): Promise<undefined> => {
  const ecr = new ECRClient({ endpoint: url, region, credentials: admin.keys });
  await ecr.send(new PutImageTagMutabilityCommand({ repositoryName: 'launch', imageTagMutability }));
};

const FAILING: Readonly<Record<string, LaunchMutation>> = {
  'the bucket of contexts is gone': {
    mutate: building({ buildContextStore: 's3://nowhere-at-all/builds' }),
    changes: { 'artifact/bucket-exists': 'fail', ...notJudged(...ON_BUCKETS) },
  },
  'the address of contexts has one slash': {
    mutate: building({ buildContextStore: 's3:/launch/builds' }),
    changes: { 'artifact/bucket-exists': 'fail', ...notJudged(...ON_BUCKETS) },
  },
  'no context store is named': {
    mutate: building({ buildContextStore: undefined }),
    changes: { 'launch/kaniko-has-a-context-store': 'fail', ...notJudged('launch/agent-may-list-contexts', 'launch/agent-may-keep-contexts') },
  },
  'the secret has no key': failing(building({ secretKey: undefined }), 'launch/kaniko-secret-is-whole'),
  'the secret has no name': failing(building({ secretName: undefined }), 'launch/kaniko-secret-is-whole'),
  'no destination is named': {
    mutate: building({ destination: undefined }),
    changes: { 'launch/builder-knows-its-destination': 'fail', ...notJudged(...OF_DESTINATION, 'launch/destination-has-the-form') },
  },
  'the registry is named by its parts': {
    mutate: async (account, stage) => {
      const { agent } = { ...account.target, ...(await building({ destination: undefined })(account, stage)) };
      return { agent: { ...agent, registry: { type: 'ecr', accountId: account.account, region: account.region, repoName: 'launch' } } };
    },
    changes: { 'launch/builder-knows-its-destination': 'fail', ...notJudged(...OF_DESTINATION, 'launch/destination-has-the-form') },
  },
  'the destination is an ARN': {
    mutate: async (account, stage) => building({ destination: `arn:aws:ecr:${account.region}:${account.account}:repository/launch` })(account, stage),
    changes: { 'launch/destination-has-the-form': 'fail', ...notJudged(...OF_DESTINATION) },
  },
  'the destination lacks dkr': {
    mutate: async (account, stage) => building({ destination: account.repository.replace('.dkr', '') })(account, stage),
    changes: { 'launch/destination-has-the-form': 'fail', ...notJudged(...OF_DESTINATION) },
  },
  'the destination has China’s suffix': {
    mutate: async (account, stage) => building({ destination: account.repository.replace('.com/', '.com.cn/') })(account, stage),
    changes: { 'launch/destination-has-the-form': 'fail', ...notJudged(...OF_DESTINATION) },
  },
  'the destination is in another Region': {
    mutate: async (account, stage) => building({ destination: account.repository.replace(account.region, 'eu-west-1') })(account, stage),
    changes: { 'launch/destination-is-in-this-region': 'fail', ...notJudged('launch/destination-exists', ...ON_DESTINATION) },
  },
  'the repository is gone': {
    mutate: async (account, stage) => building({ destination: `${account.repository}-other` })(account, stage),
    changes: { 'launch/destination-exists': 'fail', ...notJudged(...ON_DESTINATION) },
  },
  'tags of the repository may be moved': failing((account) => tagsOf(account, 'MUTABLE'), 'launch/destination-tags-are-fixed'),
  'some tags of the repository may be moved (a stub: the answer of ECR is rewritten)': {
    mutate: async ({ account }, { proxy }) =>
      void proxy.rewrite({ on: ['ecr:DescribeRepositories'], account, change: (body) => body.replace('"IMMUTABLE"', '"IMMUTABLE_WITH_EXCLUSION"') }),
    changes: { 'launch/destination-tags-are-fixed': 'cannot-tell' },
  },
  'the environment is another cloud’s': failing(configured({ environment: { type: 'gcp', region: 'us-east-1' } }), 'launch/environment-is-aws'),
  'no environment is named': {
    mutate: configured({ environment: undefined }),
    changes: { 'launch/environment-is-aws': 'fail', ...notJudged('launch/environment-is-in-this-region') },
  },
  'the environment is in another Region': failing(configured({ environment: { type: 'aws', region: 'eu-west-1' } }), 'launch/environment-is-in-this-region'),
};

const HARMLESS: Readonly<Record<string, LaunchMutate>> = {
  'pods take the role of their service account': building({ secretName: undefined, secretKey: undefined }),
  'contexts lie at the bucket’s root': async (account, stage) => building({ buildContextStore: `s3://${account.contexts}` })(account, stage),
  'the destination has a scheme': async (account, stage) => building({ destination: `https://${account.repository}` })(account, stage),
  'the destination is named as the registry’s uri': async (account, stage) => {
    const { agent } = { ...account.target, ...(await building({ destination: undefined })(account, stage)) };
    return { agent: { ...agent, registry: { type: 'ecr', uri: account.repository } } };
  },
};

describeMatrixOf(readyLaunchAccount, { failing: FAILING, harmless: HARMLESS });
