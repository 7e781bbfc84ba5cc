import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';
import type { EndpointInputConfiguration, Phase, RecommendationLimits } from '../../src/model/recommendation.ts';
import { createInstanceEndpoint, readyLoadTestAccount } from '../support/load-test-account.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { createKey, createServerlessEndpoint } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';

type Mutate = MutateIn<RecommenderAccount>;
type Mutation = MutationIn<RecommenderAccount>;

const limited =
  (limits: RecommendationLimits): Mutate =>
  async ({ target }) => ({ limits: { ...target.limits, ...limits } });
const phased =
  (...phases: readonly Phase[]): Mutate =>
  async () => ({ trafficPattern: { trafficType: 'PHASES', phases } });
const testing =
  (...endpointConfigurations: readonly EndpointInputConfiguration[]): Mutate =>
  async () => ({ endpointConfigurations });
const phase = (initialNumberOfUsers: number, spawnRate: number, durationInSeconds: number): Phase => ({ initialNumberOfUsers, spawnRate, durationInSeconds });
const quota = ({ account, region }: RecommenderAccount, name: string, value: number) => ({
  account,
  region,
  serviceCode: 'sagemaker',
  quotaCode: `L-${name.replaceAll(/[^a-z0-9]/gi, '')}`,
  name: `${name} for endpoint usage`,
  value,
});
const onEndpoint = none('recommender/existing-endpoint-is-in-service', 'recommender/existing-endpoint-can-be-tested');

const FAILING: Readonly<Record<string, Mutation>> = {
  'no traffic is named': {
    mutate: async () => ({ trafficPattern: undefined }) as never,
    changes: {
      'recommender/load-test-is-described': 'fail',
      ...none('recommender/spawn-rate-is-documented', 'recommender/phases-follow-each-other', 'recommender/traffic-fits-job-duration'),
    },
  },
  'eleven tests': { mutate: limited({ maxNumberOfTests: 11 }), changes: { 'recommender/load-is-within-limits': 'fail' } },
  'a phase of one minute': { mutate: phased(phase(1, 1, 60), phase(1, 1, 120)), changes: { 'recommender/load-is-within-limits': 'fail' } },
  'users come at sixty a minute, in the last phase': {
    mutate: phased(phase(1, 1, 120), phase(1, 60, 120)),
    changes: { 'recommender/spawn-rate-is-documented': 'fail' },
  },
  'a percentile that AWS does not name': { mutate: limited({ latencyPercentiles: ['P50'] }), changes: { 'recommender/latency-percentiles-are-known': 'fail' } },
  'a phase begins far below the end of the one before': {
    mutate: phased(phase(1, 3, 600), phase(1, 1, 120)),
    changes: { 'recommender/phases-follow-each-other': 'fail' },
  },
  'the phases take longer than the job': { mutate: limited({ jobDurationInSeconds: 239 }), changes: { 'recommender/traffic-fits-job-duration': 'fail' } },
  'a serverless configuration is tested': {
    mutate: testing({ instanceType: 'ml.m5.xlarge' }, { serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 } }),
    changes: { 'recommender/endpoint-type-suits-vpc': 'fail' },
  },
  'a burstable type is tested': {
    mutate: async (account, stage) => {
      stage.proxy.setQuota(quota(account, 'ml.t2.medium', 4));
      return testing({ instanceType: 'ml.t2.medium' })(account, stage);
    },
    changes: { 'recommender/instances-are-not-burstable': 'fail' },
  },
  'one tested type has no quota left': {
    mutate: async (account, { proxy }) => void proxy.setQuota({ ...quota(account, 'ml.c5.xlarge', 0), quotaCode: 'L-TESTC5XL' }),
    changes: { 'instances/instances-fit-quota': 'fail' },
  },
  'a key for volumes of a type with local storage': {
    mutate: async (account, stage) => {
      stage.proxy.setQuota(quota(account, 'ml.m5d.xlarge', 4));
      return testing({ instanceType: 'ml.m5d.xlarge' })(account, stage);
    },
    changes: { 'encryption/key-encrypts-instance-storage': 'fail' },
  },
  'the key of the results is gone': {
    mutate: async ({ account }) => ({ outputKmsKeyId: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-0000-0000-000000000000` }),
    changes: {
      'encryption/key-exists': 'fail',
      ...none(
        'encryption/key-is-enabled',
        'encryption/key-is-symmetric',
        'encryption/key-is-customer-managed',
        'recommender/deployer-may-use-keys',
        'recommender/role-may-grant-volume-key',
        'recommender/role-may-make-data-keys-for-results',
      ),
    },
  },
  'the key of the results is another’s matter': {
    mutate: async (account) => ({ outputKmsKeyId: await createKey(account, 'other') }),
    changes: { 'recommender/deployer-may-use-keys': 'fail', 'recommender/role-may-make-data-keys-for-results': 'fail' },
  },
  'two existing endpoints are named': {
    mutate: async (account) => {
      await createInstanceEndpoint(account, 'second');
      return { endpoints: ['running', 'second'] };
    },
    changes: { 'recommender/existing-endpoint-is-alone': 'fail' },
  },
  'the existing endpoint is gone': {
    mutate: async ({ admin }) => void (await admin.sagemaker.send(new DeleteEndpointCommand({ EndpointName: 'running' }))),
    changes: { 'recommender/existing-endpoint-exists': 'fail', ...onEndpoint },
  },
  'the existing endpoint is being updated': {
    mutate: async ({ account }, { proxy }) =>
      void proxy.rewrite({
        on: ['sagemaker:DescribeEndpoint'],
        account,
        change: (body) => body.replace('"EndpointStatus": "InService"', '"EndpointStatus": "Updating"'),
      }),
    changes: { 'recommender/existing-endpoint-is-in-service': 'fail' },
  },
  'the existing endpoint has two variants': {
    mutate: async (account) => {
      await createInstanceEndpoint(account, 'shared', 2);
      return { endpoints: ['shared'] };
    },
    changes: { 'recommender/existing-endpoint-can-be-tested': 'fail' },
  },
  'the existing endpoint is serverless': {
    mutate: async (account) => {
      await createServerlessEndpoint(account, {
        name: 'small',
        executionRoleArn: account.executionRole.arn,
        image: account.image,
        serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
      });
      return { endpoints: ['small'] };
    },
    changes: { 'recommender/existing-endpoint-can-be-tested': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'every limit at its end': limited({ maxNumberOfTests: 10, jobDurationInSeconds: 18_000, maxInvocations: 30_000, latencyPercentiles: ['P99'] }),
  'phases three users apart': phased(phase(1, 1, 180), phase(1, 0, 3600)),
  'phases that take as long as the job': limited({ jobDurationInSeconds: 240 }),
  'types with quota for one of each': async (account, { proxy }) => void proxy.setQuota({ ...quota(account, 'ml.c5.xlarge', 1), quotaCode: 'L-TESTC5XL' }),
  'instances of another type run': (account) => createInstanceEndpoint(account, 'other').then(() => undefined),
  'local storage, and no key for volumes': async (account, { proxy }) => {
    proxy.setQuota(quota(account, 'ml.m5d.xlarge', 4));
    return { endpointConfigurations: [{ instanceType: 'ml.m5d.xlarge' }], volumeKmsKeyId: undefined } as never;
  },
  'an existing endpoint alone': async () => ({ endpointConfigurations: undefined }) as never,
  'the key by alias': async () => ({ volumeKmsKeyId: 'alias/churn', outputKmsKeyId: 'alias/churn' }),
};

describeMatrixOf(readyLoadTestAccount, { failing: FAILING, harmless: HARMLESS });
