import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { HeadBucketCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { DescribeEndpointCommand, ListEndpointsCommand } from '@aws-sdk/client-sagemaker';
import { GetServiceQuotaCommand } from '@aws-sdk/client-service-quotas';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount, SERVERLESS_CONCURRENCY } from '../support/account.ts';
import { isReading } from '../support/aws-request.ts';
import { adminClients } from '../support/clients.ts';
import type { Setting } from '../support/command.ts';
import { runProcess } from '../support/command.ts';
import { NODE_MAJORS, nodeBinary } from '../support/nodes.ts';
import { runCommand } from '../support/run-command.ts';
import { createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

// What the other end-to-end tests lean on: that the stage behaves as AWS does, seen through AWS's own SDK.
let stage: Stage;
let ready: ReadyAccount;

beforeAll(async () => {
  stage = await startStage();
  ready = await readyServerlessAccount(stage, { region: 'eu-west-1' });
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const role = () => ready.admin.iam.send(new GetRoleCommand({ RoleName: ready.executionRole.name }));
const headObject = (key = ready.artifactKey) => ready.admin.s3.send(new HeadObjectCommand({ Bucket: ready.bucket, Key: key }));
const quota = (code = SERVERLESS_CONCURRENCY) => ready.admin.quotas.send(new GetServiceQuotaCommand({ ServiceCode: 'sagemaker', QuotaCode: code }));
const refused = (name: string, httpStatusCode: number) => ({ name, $metadata: { httpStatusCode } });

describe('the ready account', () => {
  test('acts as its deployer', async () => {
    const sts = new STSClient({ endpoint: ready.url, region: ready.region, credentials: ready.deployerKeys });
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: ready.account,
      Arn: `arn:aws:sts::${ready.account}:assumed-role/${ready.deployer.name}/test`,
    });
  });

  test('holds the role, the artifact under the key, and the quota', async () => {
    expect((await role()).Role?.Arn).toBe(ready.executionRole.arn);
    expect(await headObject()).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: ready.keyArn });
    expect((await quota()).Quota).toMatchObject({ Value: 20, QuotaCode: SERVERLESS_CONCURRENCY });
    expect((await ready.admin.kms.send(new DescribeKeyCommand({ KeyId: 'alias/churn' }))).KeyMetadata).toMatchObject({
      Arn: ready.keyArn,
      KeyManager: 'CUSTOMER',
    });
  });

  test('may have endpoints that run already', async () => {
    const { executionRoleArn, image } = ready.target;
    await createServerlessEndpoint(ready, { name: 'other', executionRoleArn, image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 7 } });
    const { Endpoints = [] } = await ready.admin.sagemaker.send(new ListEndpointsCommand({}));
    expect(Endpoints.map((endpoint) => endpoint.EndpointName)).toEqual(['other']);
    const { ProductionVariants } = await ready.admin.sagemaker.send(new DescribeEndpointCommand({ EndpointName: 'other' }));
    expect(ProductionVariants?.[0]?.CurrentServerlessConfig ?? ProductionVariants?.[0]).toMatchObject({ MaxConcurrency: 7 });
  });
});

describe('refusals in the form of each protocol', () => {
  test.each([
    ['query', ['iam:GetRole'], role, 'AccessDenied', 403],
    ['JSON', ['servicequotas:GetServiceQuota'], quota, 'AccessDeniedException', 400],
  ] as const)('%s', async (_, actions, call, name, status) => {
    stage.proxy.refuse(actions, { account: ready.account });
    await expect(call()).rejects.toMatchObject({ ...refused(name, status), message: expect.stringContaining(`is not authorized to perform: ${actions[0]}`) });
    stage.proxy.calm(ready.account);
    await expect(call()).resolves.toBeDefined();
  });

  test('HEAD: without a name', async () => {
    stage.proxy.refuse(['s3:GetObject'], { account: ready.account });
    await expect(headObject()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    stage.proxy.calm(ready.account);
  });

  test('a missing object is 404, and 403 to who may not list', async () => {
    await expect(headObject('missing')).rejects.toMatchObject(refused('NotFound', 404));
    stage.proxy.refuse(['s3:ListBucket'], { account: ready.account });
    await expect(headObject('missing')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(headObject()).resolves.toBeDefined();
    stage.proxy.calm(ready.account);
  });
});

describe('what moto lacks', () => {
  test('a bucket of another owner than expected', async () => {
    const head = (owner: string) => ready.admin.s3.send(new HeadBucketCommand({ Bucket: ready.bucket, ExpectedBucketOwner: owner }));
    await expect(head(ready.account)).resolves.toMatchObject({ BucketRegion: 'eu-west-1' });
    await expect(head('999999999999')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  test('a bucket of another Region', async () => {
    const { s3 } = await adminClients({ ...ready, region: 'us-east-1' });
    await expect(s3.send(new HeadBucketCommand({ Bucket: ready.bucket }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 301 },
      $response: { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    });
  });

  test('a quota that is not applied', async () => {
    await expect(quota('L-00000000')).rejects.toMatchObject(refused('NoSuchResourceException', 400));
  });
});

describe('failures on the way', () => {
  test.each([
    ['throttled', 'Throttling'],
    ['expired-token', 'ExpiredToken'],
    ['unrecognized-client', 'InvalidClientTokenId'],
    ['internal-error', 'InternalFailure'],
    ['service-unavailable', 'ServiceUnavailable'],
  ] as const)('%s', async (fault, name) => {
    stage.proxy.interfere({ on: ['iam:GetRole'], fault });
    await expect(role()).rejects.toMatchObject({ name });
    stage.proxy.calm();
  });

  test('one failure, then the answer', async () => {
    stage.proxy.forget();
    stage.proxy.interfere({ on: ['iam:GetRole'], fault: 'internal-error', times: 1 });
    await expect(role()).resolves.toBeDefined();
    expect(stage.proxy.calls(ready.account).map(({ action, answeredBy, status }) => [action, answeredBy, status])).toEqual([
      ['iam:GetRole', 'fault', 500],
      ['iam:GetRole', 'moto', 200],
    ]);
  });

  test('a connection that is reset, and an answer that is none', async () => {
    stage.proxy.interfere({ on: ['iam:GetRole'], fault: 'reset' });
    await expect(role()).rejects.toThrow('ECONNRESET');
    stage.proxy.calm();
    stage.proxy.interfere({ on: ['iam:GetRole'], fault: 'undecodable' });
    await expect(role()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    stage.proxy.calm();
  });

  test('an answer that is slow, and one that never comes', async () => {
    stage.proxy.interfere({ on: ['iam:GetRole'], fault: { slowBy: 100 } });
    const start = performance.now();
    await role();
    expect(performance.now() - start).toBeGreaterThan(99);
    stage.proxy.calm();
    stage.proxy.interfere({ on: ['iam:GetRole'], fault: 'silence' });
    const patience = AbortSignal.timeout(200);
    await expect(ready.admin.iam.send(new GetRoleCommand({ RoleName: 'a' }), { abortSignal: patience })).rejects.toMatchObject({ name: 'AbortError' });
    stage.proxy.calm();
  });
});

describe("moto's recorder", () => {
  test('tells reading from writing, in every protocol', async () => {
    await stage.moto.startRecording();
    await Promise.all([role(), headObject(), ready.admin.sagemaker.send(new ListEndpointsCommand({}))]);
    const read = await stage.moto.stopRecording();
    expect(read.map(({ action }) => action).sort()).toEqual(['iam:GetRole', 's3:GetObject', 'sagemaker:ListEndpoints']);
    expect(read.every(isReading)).toBe(true);
    await stage.moto.startRecording();
    await readyServerlessAccount(stage);
    const written = (await stage.moto.stopRecording()).filter((request) => !isReading(request));
    expect(new Set(written.map(({ action }) => action))).toEqual(
      new Set([
        'sts:AssumeRole',
        'kms:CreateKey',
        'kms:CreateAlias',
        's3:CreateBucket',
        's3:PutObject',
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'ecr:CreateRepository',
        'ecr:PutImage',
      ]),
    );
  });

  test('identity policies decide when they are enforced', async () => {
    const deployer = new IAMClient({ endpoint: ready.url, region: ready.region, credentials: ready.deployerKeys });
    const read = () => deployer.send(new GetRoleCommand({ RoleName: ready.executionRole.name }));
    await stage.moto.enforcePolicies('enforced');
    await expect(read()).rejects.toMatchObject(refused('AccessDenied', 403));
    await stage.moto.enforcePolicies('open');
    await expect(read()).resolves.toBeDefined();
  });
});

describe('a stage that remembers', () => {
  test('comes back to it as often as it is asked: moto’s copy, and the stubs, know nothing of what came after', async () => {
    const own = await startStage();
    const account = await readyServerlessAccount(own);
    const { executionRoleArn, image } = account.target;
    const asked = { ServiceCode: 'sagemaker', QuotaCode: SERVERLESS_CONCURRENCY };
    const seen = async () => [
      (await account.admin.sagemaker.send(new ListEndpointsCommand({}))).Endpoints?.map(({ EndpointName }) => EndpointName),
      (await account.admin.quotas.send(new GetServiceQuotaCommand(asked))).Quota?.Value,
      await account.admin.s3.send(new HeadBucketCommand({ Bucket: account.bucket })).then(({ BucketRegion }) => BucketRegion),
    ];
    const before = await seen();
    const comeBack = own.remember();
    for (const name of ['first', 'second']) {
      await comeBack();
      expect(await seen()).toEqual(before);
      await createServerlessEndpoint(account, { name, executionRoleArn, image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 7 } });
      own.proxy.setQuota({ ...account, serviceCode: asked.ServiceCode, quotaCode: asked.QuotaCode, value: 3 });
      expect(await seen()).toEqual([[name], 3, before[2]]);
      own.proxy.refuse(['sagemaker:ListEndpoints']);
      await expect(seen()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    }
    await own.stop();
  });
});

describe('the command line in a process that has it loaded', () => {
  const facts = (name: string): string => join(process.cwd(), `examples/facts/${name}.json`);
  const RUNS: readonly (readonly [words: readonly string[], setting: Setting])[] = [
    [['--version'], {}],
    [['judge', '--facts', facts('broken'), '--all'], { env: { COLUMNS: '60' } }],
    [['judge', '--facts', facts('ready')], {}],
    [['judge', '--facts', facts('broken')], {}],
    [['gate', 'ready.json'], { cwd: join(process.cwd(), 'examples/facts') }],
    [['gate', 'ready.json'], {}],
    [['chek'], {}],
  ];
  test('says and ends as in processes of its own, whatever it ran before', async () => {
    for (const [words, setting] of RUNS) {
      const { took: _, ...alone } = await runProcess(words, setting);
      expect(await runCommand(words, setting)).toMatchObject(alone);
    }
  }, 60_000);
});

describe('the pinned Node versions', () => {
  test.each(NODE_MAJORS)(
    'Node %s is what it says',
    async (major) => {
      const { stdout } = await promisify(execFile)(await nodeBinary(major), ['--version']);
      expect(stdout).toContain(`v${major}.`);
    },
    120_000,
  );
});
