import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateModelPackageCommand,
  CreateModelPackageGroupCommand,
  DeleteModelCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkAccount } from './check-account.ts';
import type { Mutate, Mutation } from './matrix.ts';
import { describeMatrix } from './matrix.ts';

const endpoint = (account: ReadyAccount, name: string, maxConcurrency = 1) =>
  createServerlessEndpoint(account, {
    name,
    executionRoleArn: account.target.executionRoleArn,
    image: account.target.image,
    serverlessConfig: { memorySizeInMB: 1024, maxConcurrency },
  });

const realTime = async ({ admin, target }: ReadyAccount, name: string) => {
  const container = { Image: target.image, ModelDataUrl: target.modelDataUrl };
  await admin.sagemaker.send(new CreateModelCommand({ ModelName: name, ExecutionRoleArn: target.executionRoleArn, PrimaryContainer: container }));
  const ProductionVariants = [{ VariantName: 'AllTraffic', ModelName: name, InstanceType: 'ml.m5.large' as const, InitialInstanceCount: 1 }];
  await admin.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
  await admin.sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
};

const several = async (account: ReadyAccount, count: number): Promise<undefined> => {
  for (let i = 0; i < count; i += 1) await endpoint(account, `other-${i}`);
};

/** Registers the account's own image and artifact. moto answers for the ARN in lower case only. */
const register = async ({ admin, target }: ReadyAccount, approval: 'Approved' | 'Rejected'): Promise<string> => {
  const Containers = [{ Image: target.image, ModelDataUrl: target.modelDataUrl }];
  await admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
  const { ModelPackageArn = '' } = await admin.sagemaker.send(
    new CreateModelPackageCommand({
      ModelPackageGroupName: 'churn',
      ModelApprovalStatus: approval,
      InferenceSpecification: { Containers, SupportedContentTypes: [], SupportedResponseMIMETypes: [] },
    }),
  );
  return ModelPackageArn;
};

const serverlessConfig = (maxConcurrency: number, provisionedConcurrency?: number) => ({
  serverlessConfig: { memorySizeInMB: 2048, maxConcurrency, ...(provisionedConcurrency !== undefined && { provisionedConcurrency }) },
});

const naming = (change: Partial<ServerlessEndpointTarget>, rule: string): Mutation => ({ mutate: async () => change, changes: { [rule]: 'fail' } });
const packageArn = ({ account }: Pick<ReadyAccount, 'account'>, region = 'us-east-1') => `arn:aws:sagemaker:${region}:${account}:model-package/churn/1`;
const IN_REGISTRY = {
  'registry/model-package-is-in-this-account-and-region': 'pass',
  'registry/model-package-exists': 'pass',
  'registry/model-package-is-completed': 'pass',
  'registry/model-package-is-approved': 'pass',
  'registry/model-package-is-not-from-marketplace': 'pass',
} as const;

const FAILING: Readonly<Record<string, Mutation>> = {
  'the concurrency is more than one endpoint can have': {
    mutate: async ({ account, region }, { proxy }) => {
      proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: 'L-96300102', value: 1000 });
      return serverlessConfig(201);
    },
    changes: { 'endpoint/concurrency-is-offered': 'fail' },
  },
  'more is provisioned than there is': { mutate: async () => serverlessConfig(5, 6), changes: { 'endpoint/provisioned-concurrency-fits': 'fail' } },
  'the memory is more than young accounts are given': {
    mutate: async () => ({ serverlessConfig: { memorySizeInMB: 4096, maxConcurrency: 5 } }),
    changes: { 'endpoint/memory-fits-fresh-accounts': 'fail' },
  },
  'five others run': { mutate: (account) => several(account, 5), changes: { 'endpoint/endpoints-fit-fresh-accounts': 'fail' } },
  'an endpoint on instances has the name': {
    mutate: async (account) => void (await realTime(account, 'churn')),
    changes: { 'endpoint/endpoint-name-is-free-or-updatable': 'fail' },
  },
  'the model is in a VPC': naming({ vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] } }, 'endpoint/model-has-no-vpc'),
  'the model is isolated': naming({ enableNetworkIsolation: true }, 'endpoint/model-is-not-isolated'),
  'data is captured': naming({ dataCaptureConfig: { enableCapture: true } }, 'endpoint/data-capture-is-off'),
  'there are two variants': naming({ productionVariants: 2 }, 'endpoint/variant-is-alone'),
  'there is a shadow': naming({ shadowProductionVariants: 1 }, 'endpoint/variant-is-alone'),
  'there are two containers': naming({ containers: 2 }, 'endpoint/container-is-alone'),
  'the container serves many models': naming({ mode: 'MultiModel' }, 'endpoint/container-serves-one-model'),
  'instances are named': naming({ instanceType: 'ml.m5.large' }, 'endpoint/variant-has-no-instances'),
  'the image comes from a private registry': naming({ imageConfig: { repositoryAccessMode: 'Vpc' } }, 'endpoint/image-comes-from-ecr'),
  'the model lies unpacked': naming(
    { modelDataSource: { s3Uri: 's3://b/p/', s3DataType: 'S3Prefix', compressionType: 'None' } },
    'endpoint/model-data-is-one-archive',
  ),
  'inference is asynchronous': naming({ asyncInferenceConfig: true }, 'endpoint/inference-is-synchronous'),
  'the model package is gone': {
    mutate: async (account) => ({ modelPackageName: packageArn(account) }),
    changes: { 'registry/model-package-is-in-this-account-and-region': 'pass', 'registry/model-package-exists': 'fail' },
  },
  'the model package is in another account': {
    mutate: async () => ({ modelPackageName: packageArn({ account: '111122223333' }) }),
    changes: { 'registry/model-package-is-in-this-account-and-region': 'fail' },
  },
  'the model package was rejected': {
    mutate: async (account) => ({ modelPackageName: await register(account, 'Rejected') }),
    changes: { ...IN_REGISTRY, 'registry/model-package-is-approved': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'all of the concurrency is provisioned': async () => serverlessConfig(5, 5),
  'four others run': (account) => several(account, 4),
  'a serverless endpoint has the name': async (account) => void (await endpoint(account, 'churn')),
  'an endpoint on instances has another name': async (account) => void (await realTime(account, 'other')),
  'what serverless endpoints lack is named as off': async () => ({
    enableNetworkIsolation: false,
    dataCaptureConfig: { enableCapture: false },
    productionVariants: 1,
    containers: 1,
    mode: 'SingleModel',
    imageConfig: { repositoryAccessMode: 'Platform' },
  }),
  'the model comes from an approved package': async (account) => ({ modelPackageName: await register(account, 'Approved') }),
};

describeMatrix(FAILING, HARMLESS);

describe('a target that only names what is deployed', () => {
  let stage: Stage;
  let account: ReadyAccount;
  beforeAll(async () => {
    stage = await startStage();
    account = await readyServerlessAccount(stage);
    await endpoint(account, 'live', 3);
    await realTime(account, 'real-time');
    await account.admin.sagemaker.send(new DeleteModelCommand({ ModelName: 'real-time' }));
  }, 120_000);
  afterAll(() => stage?.stop());

  const checked = async (named: Partial<ServerlessEndpointTarget>) => {
    const { account: id, region, deployer = '' } = account.target;
    const target = { scenario: 'serverless-endpoint', name: 'live', account: id, region, deployer, ...named } as ReadyAccount['target'];
    return checkAccount({ ...account, target });
  };
  const outcomesOf = ({ outcomes }: Awaited<ReturnType<typeof checked>>, ...rules: readonly string[]) => rules.map((rule) => outcomes[rule]);
  const failuresOf = ({ report }: Awaited<ReturnType<typeof checked>>) =>
    report.findings.filter(({ verdict: { outcome } }) => outcome === 'fail' || outcome === 'cannot-tell' || outcome === 'error');
  const DECISIVE = ['identity/role-trusts-sagemaker', 'image/image-exists', 'endpoint/concurrency-fits-quota', 'endpoint/model-has-no-vpc'];

  test('an endpoint is judged by its configuration and its model', async () => {
    const report = await checked({ completeFrom: { endpoint: 'live' } });
    expect(failuresOf(report)).toEqual([]);
    expect(report.outcome).toBe('ready');
    expect(outcomesOf(report, ...DECISIVE, 'endpoint/endpoint-name-is-free-or-updatable')).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
  });
  test('an endpoint on instances says why it cannot be serverless', async () => {
    const report = await checked({ completeFrom: { endpoint: 'real-time' } });
    expect(outcomesOf(report, 'endpoint/variant-has-no-instances', 'endpoint/endpoint-name-is-free-or-updatable')).toEqual(['fail', 'fail']);
    // Its model was deleted, as many are once the endpoint runs.
    expect(outcomesOf(report, 'identity/role-trusts-sagemaker', 'image/image-exists', 'endpoint/model-has-no-vpc')).toEqual([
      'cannot-tell',
      'cannot-tell',
      'cannot-tell',
    ]);
  });
  test('a model is judged with the memory that the plan names', async () => {
    const report = await checked({ completeFrom: { model: 'live' }, ...serverlessConfig(5) });
    expect(failuresOf(report)).toEqual([]);
    expect(report.outcome).toBe('ready');
    expect(outcomesOf(report, ...DECISIVE)).toEqual(['pass', 'pass', 'pass', 'pass']);
  });
  test('a package is judged by image and artifact', async () => {
    const { executionRoleArn } = account.target;
    const report = await checked({ modelPackageName: await register(account, 'Approved'), executionRoleArn, ...serverlessConfig(5) });
    expect(failuresOf(report)).toEqual([]);
    expect(report.outcome).toBe('ready');
    expect(outcomesOf(report, ...DECISIVE, 'artifact/artifact-exists', 'registry/model-package-is-approved')).toEqual(Array(6).fill('pass'));
  });
  test('what may not be read is open, and never a pass', async () => {
    stage.proxy.refuse(['sagemaker:DescribeModel'], { account: account.account });
    const report = await checked({ completeFrom: { endpoint: 'live' } });
    stage.proxy.calm(account.account);
    expect(report.outcome).toBe('undetermined');
    expect(outcomesOf(report, ...DECISIVE)).toEqual(['cannot-tell', 'cannot-tell', 'pass', 'cannot-tell']);
  });
  test('what does not exist is the caller’s mistake', async () => {
    await expect(checked({ completeFrom: { endpoint: 'none' } })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('there is no endpoint none in us-east-1'),
    });
    await expect(checked({ completeFrom: { model: 'none' } })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('there is no model none'),
    });
  });
});
