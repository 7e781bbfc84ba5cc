import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { describeFound } from '../../../src/targets/discover/describe.ts';
import { descriptionText } from '../../../src/targets/discover/description.ts';
import type { Discovery } from '../../../src/targets/discover/discover.ts';
import { readDescription } from '../../../src/targets/read.ts';
import { ACCOUNT, KEY, REGION, ROLE } from '../../support/targets.ts';
import { endpoint, endpointsNamed, IMAGE, lookThrough, model, REFUSED } from './account.ts';

const namesIn = ({ found }: Discovery): readonly string[] => found.map(({ entry }) => entry.name);
const entryIn = ({ found }: Discovery, name: string) => found.find(({ entry }) => entry.name === name)?.entry;
const missedIn = ({ missed }: Discovery): readonly string[] => missed.map(({ name }) => name);
const instances = (modelName: string) => ({ name: 'AllTraffic', modelName, instanceType: 'ml.m5.xlarge', initialInstanceCount: 2 });

describe('endpoints', () => {
  test('are of the scenario that their variants fit', async () => {
    const found = await lookThrough({
      calls: { 'sagemaker:ListEndpoints': endpointsNamed('a', 'b', 'c'), 'sagemaker:ListModels': present(['churn', 'spare']) },
      facts: {
        ...endpoint('a', [{ name: 'v', modelName: 'churn', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 5 } }], { kmsKeyId: KEY }),
        ...endpoint('b', [instances('churn')]),
        ...endpoint('c', [{ ...instances('churn'), acceleratorType: 'ml.eia2.medium' }]),
        ...model('churn', [{ image: IMAGE, modelDataUrl: 's3://bucket/model.tar.gz' }], { vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] } }),
        ...model('spare'),
      },
    });
    expect(found.found.map(({ entry: { name, scenario } }) => `${name} ${scenario}`)).toEqual([
      'endpoint/a serverless-endpoint',
      'endpoint/b jumpstart-model',
      'endpoint/c elastic-inference',
      'model/spare jumpstart-model',
    ]);
    expect(entryIn(found, 'endpoint/a')).toMatchObject({ existing: true, kmsKeyId: KEY, executionRoleArn: ROLE, serverlessConfig: { memorySizeInMB: 1024 } });
    expect(entryIn(found, 'endpoint/a')).not.toHaveProperty('deployer');
    expect(entryIn(found, 'endpoint/b')).toMatchObject({ use: 'hosting', initialInstanceCount: 2, vpcConfig: { subnets: ['subnet-1'] }, image: IMAGE });
    expect(entryIn(found, 'endpoint/c')).toMatchObject({ acceleratorType: 'ml.eia2.medium' });
  });

  test('with several variants or containers are several targets, and what many models share is asked once', async () => {
    const found = await lookThrough({
      calls: { 'sagemaker:ListEndpoints': endpointsNamed('a') },
      facts: {
        ...endpoint('a', [{ ...instances('pipe'), name: 'blue' }], { shadowVariants: [{ ...instances('many'), name: 'green' }] }),
        ...model('pipe', [{ image: IMAGE, modelDataUrl: 's3://bucket/one.tar.gz' }, { image: IMAGE }]),
        ...model('many', [{ image: IMAGE, modelDataUrl: 's3://bucket/models/', mode: 'MultiModel' }]),
      },
    });
    expect(namesIn(found)).toEqual(['endpoint/a/blue/container-1', 'endpoint/a/blue/container-2', 'endpoint/a/green']);
    expect(entryIn(found, 'endpoint/a/green')).not.toHaveProperty('modelDataUrl');
    expect(found.found.at(-1)?.says).toContain('it serves many models from s3://bucket/models/: what lies there is not judged');
  });

  test('tell what the model behind a serverless endpoint has and no such endpoint takes', async () => {
    const vpcConfig = { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] };
    const variant = { name: 'v', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 5 } };
    const found = await lookThrough({
      calls: { 'sagemaker:ListEndpoints': endpointsNamed('a', 'b') },
      facts: {
        ...endpoint('a', [{ ...variant, modelName: 'remade' }]),
        ...endpoint('b', [{ ...variant, modelName: 'many' }]),
        ...model('remade', [{ image: IMAGE, modelDataUrl: 's3://bucket/one.tar.gz' }, { image: IMAGE }], { vpcConfig, enableNetworkIsolation: true }),
        ...model('many', [{ image: IMAGE, modelDataUrl: 's3://bucket/models/', mode: 'MultiModel' }]),
      },
    });
    const [remade, many] = found.found.map((one) => describeFound(one));
    expect(remade).toMatchObject({
      targets: [{ image: IMAGE, modelDataUrl: 's3://bucket/one.tar.gz', vpcConfig, enableNetworkIsolation: true, containers: 2 }],
    });
    expect(many).toMatchObject({ targets: [{ image: IMAGE, mode: 'MultiModel' }] });
  });

  test('say what of a serverless endpoint is not judged', async () => {
    const modelDataSource = { s3Uri: 's3://bucket/weights.bin', s3DataType: 'S3Object', compressionType: 'None' } as const;
    const found = await lookThrough({
      calls: { 'sagemaker:ListEndpoints': endpointsNamed('a') },
      facts: {
        ...endpoint('a', [{ name: 'v', modelName: 'raw', serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 5 } }]),
        ...model('raw', [{ image: IMAGE, modelDataSource }]),
      },
    });
    expect(found.found[0]?.says).toContain('its model data, one uncompressed object at s3://bucket/weights.bin, is not judged');
  });

  test('whose parts are gone, refused or of no image are missed or noted, and never passed over', async () => {
    const found = await lookThrough({
      calls: {
        'sagemaker:ListEndpoints': endpointsNamed('gone', 'refused', 'components', 'bought', 'bought-too'),
        'sagemaker:ListModels': present(['churn', 'market']),
      },
      facts: {
        ...endpoint('gone', [instances('deleted')]),
        'sagemaker.endpoint refused': REFUSED,
        ...endpoint('components', [{ name: 'v', instanceType: 'ml.g5.xlarge' }]),
        ...endpoint('bought', [instances('market')]),
        ...endpoint('bought-too', [instances('market')]),
        ...model('market', [{ modelPackageName: 'arn' }]),
        'sagemaker.modelPackage arn': present({ arn: 'arn', status: 'Completed', containers: [{ image: IMAGE, productId: 'p' }] }),
        ...model('churn'),
      },
    });
    expect(missedIn(found)).toEqual(['endpoint/gone', 'endpoint/refused', 'models']);
    expect(found.missed[0]?.reason.message).toContain('the model deleted that it runs does not exist any more');
    expect(found.notes).toEqual([
      expect.stringContaining('the endpoint components in us-east-1 hosts inference components'),
      expect.stringContaining('the model market in us-east-1 comes from AWS Marketplace'),
    ]);
    expect(namesIn(found)).toEqual([]);
  });
});

describe('models', () => {
  const spares = present(['a', 'b', 'c', 'd', 'churn']);
  const served = { ...endpoint('live', [instances('churn')]), ...model('churn') };
  const config = (state: Fact) => ({ ...endpoint('other', []), 'sagemaker.endpointConfig other': state });

  test.each([
    ['the list of endpoints', { 'sagemaker:ListEndpoints': REFUSED }, {}, ['a, b, c and 2 more', []]],
    ['an endpoint', { 'sagemaker:ListEndpoints': endpointsNamed('live', 'other') }, { 'sagemaker.endpoint other': REFUSED }, ['a, b, c and 1 more', ['live']]],
    ['a configuration', { 'sagemaker:ListEndpoints': endpointsNamed('live', 'other') }, config(REFUSED), ['a, b, c and 1 more', ['live']]],
  ])('may be run by what is not read: without %s none is told as if nothing ran it', async (_, calls, facts, [which, endpoints]) => {
    const found = await lookThrough({ calls: { 'sagemaker:ListModels': spares, ...calls }, facts: { ...served, ...facts } });
    expect(namesIn(found)).toEqual((endpoints as readonly string[]).map((name) => `endpoint/${name}`));
    expect(found.missed.at(-1)).toMatchObject({
      name: 'models',
      reason: {
        state: 'unknown',
        message: `an endpoint that could not be read may run ${which}, and how a model is judged depends on it: refused for the test`,
      },
    });
    // Where there are no others, none is missed.
    expect(missedIn(await lookThrough({ calls: { ...calls, 'sagemaker:ListModels': present([]) }, facts: { ...served, ...facts } }))).not.toContain('models');
  });
  test('whose endpoint has lost its configuration for good are told, with that word', async () => {
    const calls = { 'sagemaker:ListEndpoints': endpointsNamed('other'), 'sagemaker:ListModels': present(['churn']) };
    const found = await lookThrough({ calls, facts: { ...model('churn'), ...config(absent as Fact) } });
    expect([namesIn(found), missedIn(found)]).toEqual([['model/churn'], ['endpoint/other']]);
    expect(found.found[0]?.says[0]).toContain('the configuration of an endpoint is gone, so that it may have named it');
  });
});

test('an endpoint whose model package is gone or refused is missed by its own name', async () => {
  const found = await lookThrough({
    calls: { 'sagemaker:ListEndpoints': endpointsNamed('a', 'b', 'c') },
    facts: {
      ...endpoint('a', [instances('one')]),
      ...endpoint('b', [instances('one')]),
      ...endpoint('c', [{ ...instances('two'), name: 'blue' }, instances('two')]),
      ...model('one', [{ modelPackageName: 'gone' }]),
      ...model('two', [{ modelPackageName: 'refused' }]),
      'sagemaker.modelPackage refused': REFUSED,
    },
  });
  expect(missedIn(found)).toEqual(['endpoint/a', 'endpoint/b', 'endpoint/c/blue', expect.stringMatching(/^endpoint\/c\//)]);
  expect(found.missed[0]?.reason.message).toContain('made from gone, which does not exist any more');
});

test('an endpoint that failed says why, and one that is being deleted is left alone', async () => {
  const found = await lookThrough({
    calls: {
      'sagemaker:ListEndpoints': endpointsNamed('failed', 'leaving'),
      'sagemaker:DescribeEndpoint': present({ FailureReason: 'no capacity' }),
      'sagemaker:ListModels': present(['churn']),
    },
    facts: {
      ...endpoint('failed', [instances('churn')], { status: 'Failed' }),
      ...endpoint('leaving', [instances('churn')], { status: 'Deleting' }),
      ...model('churn'),
    },
  });
  expect(namesIn(found)).toEqual(['endpoint/failed']);
  expect(found.found[0]?.says[1]).toBe('SageMaker says of its failure: no capacity');
});

const JOB = {
  name: 'retrain',
  arn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:training-job/retrain`,
  status: 'Failed',
  failureReason: 'AlgorithmError',
  environment: ['WANDB_LAUNCH', 'WANDB_API_KEY'],
  RoleArn: ROLE,
  AlgorithmSpecification: { TrainingImage: IMAGE },
  InputDataConfig: ['S3Prefix', 'ManifestFile'].map((S3DataType) => ({ DataSource: { S3DataSource: { S3DataType, S3Uri: `s3://bucket/${S3DataType}` } } })),
  OutputDataConfig: { S3OutputPath: 's3://bucket/out/', KmsKeyId: '' },
  ResourceConfig: { InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2, VolumeSizeInGB: 50 },
  StoppingCondition: { MaxRuntimeInSeconds: 3600 },
};
const STUDIO = { 'sagemaker:ListDomains': present(['d-lab']), 'sagemaker:ListUserProfiles': present([{ domainId: 'd-lab', name: 'ada' }]) };

describe('jobs, Studio and roles', () => {
  test('a training job says why it failed and who started it; a manifest is not taken for a prefix', async () => {
    const found = await lookThrough({ calls: { 'sagemaker:ListTrainingJobs': present(['retrain']), 'sagemaker:DescribeTrainingJob': present(JOB) } });
    expect(entryIn(found, 'training-job/retrain')).toMatchObject({
      use: 'training',
      trainingJob: { inputs: ['s3://bucket/S3Prefix'], outputDataConfig: { s3OutputPath: 's3://bucket/out/' } },
    });
    expect(found.found[0]?.says).toEqual([
      `found as ${JOB.arn}, which is Failed`,
      'SageMaker says of its failure: AlgorithmError',
      expect.stringContaining('W&B Launch started it'),
      'what the manifests of its input name is not judged',
    ]);
  });
  test('a training job on a file system says which, whatever else it reads', async () => {
    const FileSystemDataSource = { FileSystemId: 'fs-0123456789abcdef0', FileSystemType: 'FSxLustre', DirectoryPath: '/m/train', FileSystemAccessMode: 'ro' };
    const job = { ...JOB, InputDataConfig: [{ DataSource: { FileSystemDataSource } }] };
    const found = await lookThrough({ calls: { 'sagemaker:ListTrainingJobs': present(['retrain']), 'sagemaker:DescribeTrainingJob': present(job) } });
    const fileSystem = { fileSystemId: 'fs-0123456789abcdef0', fileSystemType: 'FSxLustre', directoryPath: '/m/train', fileSystemAccessMode: 'ro' };
    expect(entryIn(found, 'training-job/retrain')).toMatchObject({ trainingJob: { fileSystems: [fileSystem] } });
  });
  test('a recommender job outside a VPC and an algorithm without image are noted', async () => {
    const found = await lookThrough({
      calls: {
        'sagemaker:ListInferenceRecommendationsJobs': present(['sizing']),
        'sagemaker:DescribeInferenceRecommendationsJob': present({ arn: 'arn', status: 'COMPLETED', request: { JobName: 'sizing', InputConfig: {} } }),
        'sagemaker:ListTrainingJobs': present(['bought']),
        'sagemaker:DescribeTrainingJob': present({ ...JOB, name: 'bought', AlgorithmSpecification: { AlgorithmName: 'arn' } }),
      },
    });
    expect(found.found).toEqual([]);
    expect(found.notes).toHaveLength(2);
  });
  test('user profiles and spaces are asked for only where there is a domain', async () => {
    const without = await lookThrough({});
    expect(without.asked).not.toContain(`sagemaker:ListUserProfiles ${REGION}`);
    expect(without.asked.length).toBeLessThanOrEqual(8);
    expect(namesIn(await lookThrough({ calls: STUDIO }))).toEqual(['domain/d-lab', 'user-profile/d-lab/ada']);
  });
  test('roles that SageMaker is trusted by are told, but for those that AWS keeps for itself', async () => {
    const trust = (service: string) => encodeURIComponent(JSON.stringify({ Statement: [{ Principal: { Service: [service] } }] }));
    const roles = [
      { arn: 'mine', path: '/', trust: trust('sagemaker.amazonaws.com') },
      { arn: 'aws', path: '/aws-service-role/sagemaker.amazonaws.com/', trust: trust('sagemaker.amazonaws.com') },
      { arn: 'other', path: '/', trust: trust('ec2.amazonaws.com') },
    ];
    expect((await lookThrough({ calls: { 'iam:ListRoles': present(roles) } })).roles).toEqual(['mine']);
    expect((await lookThrough({ calls: { 'iam:ListRoles': present(roles) } }, { scenarios: ['jumpstart-model'] })).roles).toBeUndefined();
  });
});

describe('what cannot be asked', () => {
  test('a refused listing is missed, and the others are told', async () => {
    const found = await lookThrough({ calls: { ...STUDIO, 'sagemaker:ListModels': REFUSED, 'sagemaker:ListUserProfiles': REFUSED } });
    expect(missedIn(found)).toEqual(['models', 'user profiles']);
    expect(namesIn(found)).toEqual(['domain/d-lab']);
  });
  test('a Region that does not answer is one fault', async () => {
    const silent = unknown('unreachable', 'nobody answers');
    const calls = Object.fromEntries(
      ['ListEndpoints', 'ListModels', 'ListTrainingJobs', 'ListInferenceRecommendationsJobs', 'ListDomains'].map((name) => [`sagemaker:${name}`, silent]),
    );
    const found = await lookThrough({ calls: { ...calls, 'ec2:DescribeVpcEndpoints': silent } }, { regions: [REGION, 'eu-west-1'] });
    expect(missedIn(found)).toEqual([`${REGION}/everything`, 'eu-west-1/everything']);
  });
  test('only what fits the chosen scenario is asked for', async () => {
    const { asked } = await lookThrough({}, { scenarios: ['inference-recommender-vpc'] });
    expect(asked).toEqual([`sagemaker:ListInferenceRecommendationsJobs ${REGION}`]);
  });
});

describe('the description', () => {
  const everything = () =>
    lookThrough(
      {
        calls: {
          'sagemaker:ListEndpoints': endpointsNamed('a', 'b'.repeat(63)),
          'sagemaker:ListTrainingJobs': present(['retrain']),
          'sagemaker:DescribeTrainingJob': present(JOB),
          'sagemaker:ListModels': present(['packed', 'odd']),
          'ec2:DescribeVpcEndpoints': present([
            { id: 'vpce-1', vpcId: 'vpc-1', state: 'available' },
            { id: 'vpce-2', vpcId: 'vpc-1', state: 'deleted' },
          ]),
          ...STUDIO,
        },
        facts: {
          ...endpoint('a', [{ ...instances('churn'), acceleratorType: 'ml.eia2.medium' }]),
          ...endpoint('b'.repeat(63), [
            { ...instances('churn'), name: `one-${'v'.repeat(50)}` },
            { ...instances('churn'), name: `two-${'v'.repeat(50)}` },
          ]),
          ...model('churn', [{ image: IMAGE, modelDataSource: { s3Uri: 's3://bucket/model/', s3DataType: 'S3Prefix', compressionType: 'None' } }]),
          ...model('packed', [{ image: IMAGE, modelDataSource: { s3Uri: 's3://bucket/model.tar.gz', s3DataType: 'S3Object', compressionType: 'Gzip' } }]),
          ...model('odd', [{ image: 'no image at all' }]),
        },
      },
      { regions: [REGION, 'eu-west-1'], shared: { assumeRole: `arn:aws:iam::${ACCOUNT}:role/Reader`, externalId: 'morning' } },
    );
  const heading = { time: '2026-11-21T12:00:00.000Z', account: ACCOUNT, regions: [REGION, 'eu-west-1'] };

  test('is read back as what was found, each target commented with where that was', async () => {
    const discovery = await everything();
    const text = descriptionText(discovery, heading);
    const { targets, invalid, problems } = readDescription(text, 'found.yaml', { defaultDeployer: 'me' });
    const found = discovery.found.flatMap((one) => {
      const described = describeFound(one);
      return 'targets' in described ? described.targets.map(({ completed: _, ...target }) => target) : [];
    });
    expect({ invalid, problems }).toEqual({ invalid: [], problems: [] });
    expect(targets.map(({ origin: _, ...target }) => target)).toEqual(found);
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.every((target) => target.existing === true && target.deployer === undefined)).toBe(true);
    expect(text).toContain(`# found as ${JOB.arn}, which is Failed`);
    expect(text).toContain('# Not described: us-east-1/model/odd: image: "no image at all"');
  });
  test('names are unique and the same from run to run, however long', async () => {
    const [first, second] = [namesIn(await everything()), namesIn(await everything())];
    expect(new Set(first).size).toBe(first.length);
    expect(second).toEqual(first);
    expect(Math.max(...first.map(({ length }) => length))).toBe(100);
  });
});
