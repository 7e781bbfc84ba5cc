import { AttachRolePolicyCommand, PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { IamEngine } from '../../src/model/facts/iam.ts';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { ServicePlan } from '../../src/run/call-plan.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { isReading } from '../support/aws-request.ts';
import { adminClients } from '../support/clients.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { createDeployerUser, createWidePolicy } from '../support/deployer-user.ts';
import { runCommand } from '../support/run-command.ts';
import { createBucket, createKey, createServerlessEndpoint, putArtifact } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

const SIMULATE = 'iam:SimulatePrincipalPolicy';

/** How many of each thing an account holds, by the words of the formula. */
type Shape = Readonly<Record<string, number>>;
interface Variant {
  readonly build: (account: ReadyAccount) => Promise<readonly ServerlessEndpointTarget[]>;
  /** What differs from the ready account. */
  readonly shape: Shape;
}

const READY: Shape = {
  'inline policy': 2,
  'managed policy': 0,
  'permissions boundary': 0,
  key: 1,
  'key that an object is encrypted with, if not counted already': 0,
  'further 100 grants': 0,
  'image that is missing or archived': 0,
  'root or unit above the account': 0,
  'root, unit or account of an organisation': 0,
  'organisation policy': 0,
  'bucket of another account': 0,
  'bucket in another Region': 0,
  'bucket of another account, or refused': 0,
  'other existing endpoint': 0,
  'planned endpoint that exists': 0,
  'further 100 endpoints': 0,
  group: 0,
  'deployer that is a role': 0,
  'deployer that is a user': 0,
};

jest.setTimeout(30_000);

let stage: Stage;
let folder: Folder;
beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const bound = (account: ReadyAccount, role: string, arn: string) =>
  account.admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: role, PermissionsBoundary: arn }));
const attach = (account: ReadyAccount, role: string, arn: string) => account.admin.iam.send(new AttachRolePolicyCommand({ RoleName: role, PolicyArn: arn }));
const endpoint = (account: ReadyAccount, name: string) =>
  createServerlessEndpoint(account, {
    name,
    executionRoleArn: account.executionRole.arn,
    image: account.target.image,
    serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
  });

const elsewhere = async (account: ReadyAccount): Promise<string> => {
  const site = { ...account, region: 'eu-west-1', admin: await adminClients({ ...account, region: 'eu-west-1' }) };
  const bucket = `churn-elsewhere-${account.account}`;
  await createBucket(site, bucket);
  return putArtifact(site, { bucket, key: 'churn/model.tar.gz' });
};

const VARIANTS: Readonly<Record<string, Variant>> = {
  'the ready account': { build: async ({ target }) => [target], shape: {} },
  'a boundary on each role, and a managed policy that they share': {
    build: async (account) => {
      const [first, second, shared] = [
        await createWidePolicy(account, 'First'),
        await createWidePolicy(account, 'Second'),
        await createWidePolicy(account, 'Shared'),
      ];
      await bound(account, account.executionRole.name, first);
      await bound(account, account.deployer.name, second);
      await attach(account, account.executionRole.name, shared);
      await attach(account, account.deployer.name, shared);
      return [account.target];
    },
    shape: { 'managed policy': 1, 'permissions boundary': 2 },
  },
  'an artifact under another key than the endpoint’s': {
    build: async (account) => {
      const other = await createKey(account, 'other');
      await putArtifact(account, { bucket: account.bucket, key: account.artifactKey, kmsKeyArn: other });
      return [account.target];
    },
    shape: { key: 2, 'key that an object is encrypted with, if not counted already': 1 },
  },
  'the endpoint’s key by alias': {
    build: async ({ target }) => [{ ...target, kmsKeyId: 'alias/churn' }],
    shape: { 'key that an object is encrypted with, if not counted already': 1 },
  },
  'two endpoints that run': {
    build: async (account) => {
      await endpoint(account, 'one');
      await endpoint(account, 'two');
      return [account.target];
    },
    shape: { 'other existing endpoint': 2 },
  },
  'an endpoint of the planned name': {
    build: async (account) => {
      await endpoint(account, account.target.endpointName ?? '');
      return [account.target];
    },
    shape: { 'planned endpoint that exists': 1 },
  },
  'an image that nobody pushed': {
    build: async ({ target }) => [{ ...target, image: target.image.replace(':1.4', ':9.9') }],
    shape: { 'image that is missing or archived': 1 },
  },
  'two targets of one account': {
    build: async (account) => {
      const modelDataUrl = await putArtifact(account, { bucket: account.bucket, key: 'upsell/model.tar.gz' });
      return [account.target, { ...account.target, name: 'upsell', endpointName: 'upsell', modelName: 'upsell', endpointConfigName: 'upsell', modelDataUrl }];
    },
    shape: {},
  },
  'a user in a group, who deploys': {
    build: async (account) => [{ ...account.target, deployer: await createDeployerUser(account) }],
    shape: { 'inline policy': 3, 'managed policy': 1, group: 1 },
  },
  'whoever runs it deploys': { build: async ({ target }) => [{ ...target, deployer: 'me' }], shape: { 'deployer that is a role': 1 } },
  'nobody named deploys, no key, no artifact': {
    build: async ({ target: { deployer: _, kmsKeyId: _key, modelDataUrl: _data, ...target } }) => [target],
    shape: { 'inline policy': 1, key: 0 },
  },
  'a bucket in another Region': {
    build: async (account) => [{ ...account.target, modelDataUrl: await elsewhere(account) }],
    shape: { 'bucket in another Region': 1 },
  },
  'a Region far from the home of IAM': {
    build: async ({ target: { kmsKeyId: _, modelDataUrl: _data, ...target } }) => [{ ...target, region: 'eu-central-1' }],
    shape: { key: 0 },
  },
};

interface Plan {
  readonly services: readonly ServicePlan[];
  readonly ifAllowed: readonly { readonly operation: string; readonly atMost: number }[];
}

const planOf = async (targets: readonly ServerlessEndpointTarget[], engine: IamEngine = 'local'): Promise<Plan> => {
  const name = `${targets[0]?.account}.yaml`;
  // A description without a deployer means whoever runs it; what that adds to the formula is counted 0 where nobody is meant.
  const { stdout } = await runCommand(['plan', await folder.write(name, descriptionOf(...targets)), '--iam-engine', engine, '--json']);
  return JSON.parse(stdout) as Plan;
};

const evaluated = ({ certain, terms }: ServicePlan, shape: Shape): number =>
  terms.reduce((sum, { each, per }) => sum + each * (shape[per] ?? Number.NaN), certain);

const withoutZeros = (counts: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

const countedBy = <T>(list: readonly T[], nameOf: (one: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const one of list) counts[nameOf(one)] = (counts[nameOf(one)] ?? 0) + 1;
  return counts;
};

describe.each(Object.entries(VARIANTS))('%s', (_, { build, shape }) => {
  let account: ReadyAccount;
  let targets: readonly ServerlessEndpointTarget[];
  beforeAll(async () => {
    account = await readyServerlessAccount(stage);
    targets = await build(account);
    stage.proxy.forget();
    await stage.moto.startRecording();
  });

  test('asks exactly what the plan says, nothing twice, and writes nothing', async () => {
    const { calls } = await checkTargets(account, targets);
    const recorded = await stage.moto.stopRecording();
    const arrived = stage.proxy.calls(account.account);

    expect(recorded.length).toBeGreaterThan(0);
    expect([...recorded, ...arrived].filter((request) => !isReading(request))).toEqual([]);

    const twice = Object.entries(countedBy(arrived, ({ operation, region, input }) => JSON.stringify([operation, region, input]))).filter(
      ([, count]) => count > 1,
    );
    expect(twice).toEqual([]);

    const { services: planned } = await planOf(targets);
    const formula = withoutZeros(Object.fromEntries(planned.map((plan) => [plan.service, evaluated(plan, { ...READY, ...shape })])));
    expect(countedBy(calls.calls, ({ service }) => service)).toEqual(formula);
    expect(arrived).toHaveLength(calls.total);
  });
});

test('the simulator, which refuses: no more calls than the plan says, and all others as without it', async () => {
  const account = await readyServerlessAccount(stage);
  stage.proxy.refuse([SIMULATE], { account: account.account });
  const { calls } = await checkTargets(account, [account.target], { iamEngine: 'both' });
  const { services, ifAllowed } = await planOf([account.target], 'both');
  const simulations = calls.calls.filter(({ operation }) => operation === SIMULATE);
  expect(ifAllowed.map(({ operation }) => operation)).toEqual([SIMULATE]);
  expect(simulations.length).toBeGreaterThan(0);
  expect(simulations.length).toBeLessThanOrEqual(ifAllowed[0]?.atMost ?? 0);
  expect(calls.total - simulations.length).toBe(services.reduce((sum, plan) => sum + evaluated(plan, READY), 0));
});
