import { DeleteRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { assume, environmentOf } from '../support/clients.ts';
import type { Ended, Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { createRole, createServerlessEndpoint, document, trustingAccount } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

jest.setTimeout(60_000);

const READER = 'Reader';

interface Policy {
  readonly Version: string;
  readonly Statement: readonly (PolicyStatement & { readonly Action: readonly string[]; readonly Resource: readonly string[] })[];
}

let stage: Stage;
let folder: Folder;
/** The ready account, seen by a role that may nothing but what a case gives it. */
let account: ReadyAccount;
let target: ServerlessEndpointTarget;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  const ready = await readyServerlessAccount(stage);
  const deployerKeys = await assume(ready, await createRole(ready, { name: READER, trust: document(trustingAccount(ready, 'sts:AssumeRole')), policies: {} }));
  account = { ...ready, deployerKeys, environment: environmentOf(ready, deployerKeys) };
  target = account.target;
  const running = { executionRoleArn: account.executionRole.arn, image: account.target.image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } };
  await createServerlessEndpoint(account, { name: 'running', ...running });
}, 120_000);
afterEach(() => stage?.moto.enforcePolicies('open'));
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const policyIn = ({ stdout }: Ended): Policy => JSON.parse(stdout) as Policy;
const actionsIn = ({ Statement }: Policy): readonly string[] => Statement.flatMap(({ Action }) => Action).sort();
const resourcesOf = ({ Statement }: Policy, action: string): readonly string[] =>
  Statement.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);

const printed = async (changes: Partial<ServerlessEndpointTarget> = {}): Promise<Ended> =>
  runCommand(['permissions', '--iam-engine', 'local', await folder.write('target.yaml', descriptionOf({ ...target, ...changes }))]);

const collected = async (): Promise<string> => {
  const file = await folder.write('target.yaml', descriptionOf(target));
  await runCommand(['collect', '--iam-engine', 'local', `${folder.path}/facts.json`, file], { env: account.environment });
  return `${folder.path}/facts.json`;
};

/**
 * Gives the reader these actions and nothing else, and checks with moto deciding by its policies. moto takes no ARNs of KMS, SageMaker or
 * Service Quotas in policies, knows HeadBucket under an action of its own, and calls Service Quotas otherwise than IAM does: hence `*` and the aliases.
 */
const checkWith = async (actions: readonly string[], changes: Partial<ServerlessEndpointTarget> = {}): Promise<Report> => {
  const own = actions.includes('s3:ListBucket') ? [...actions, 's3:HeadBucket'] : actions;
  const policy = document({ Effect: 'Allow', Action: own, Resource: '*' });
  await account.admin.iam.send(new PutRolePolicyCommand({ RoleName: READER, PolicyName: 'Reads', PolicyDocument: policy }));
  await stage.moto.enforcePolicies('enforced');
  const report = await checkTargets(account, [{ ...target, ...changes }]);
  await stage.moto.enforcePolicies('open');
  await account.admin.iam.send(new DeleteRolePolicyCommand({ RoleName: READER, PolicyName: 'Reads' }));
  return report;
};

const refusedIn = ({ calls }: Report) => calls.calls.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'absent');
const outcomeOf = ({ targets }: Report) => ([...targets][0] as TargetReport).outcome;

/** Answered by the stub proxy, where moto's enforcement does not reach. */
const STUBBED = ['servicequotas:GetServiceQuota'];
/** Needed only by what this account does not hold, or asked for together with another action. */
const NOT_CALLED_HERE = [
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  // Of an endpoint of the planned name.
  'sagemaker:DescribeEndpointConfig',
  // Of a bucket of another account.
  's3:GetBucketRequestPayment',
  // Of an account in an organisation.
  'organizations:DescribePolicy',
  'organizations:ListParents',
  'organizations:ListPoliciesForTarget',
];

describe('before anything is read', () => {
  test('the printed actions suffice, without one refusal', async () => {
    const report = await checkWith(actionsIn(policyIn(await printed())));
    expect(refusedIn(report)).toEqual([]);
    expect(outcomeOf(report)).toBe('ready');
  });

  test('none of them can be left out', async () => {
    const actions = actionsIn(policyIn(await printed()));
    const needed = actions.filter((action) => !STUBBED.includes(action) && !NOT_CALLED_HERE.includes(action));
    expect(needed.length).toBeGreaterThan(10);
    for (const left of needed) {
      const report = await checkWith(actions.filter((action) => action !== left));
      expect({ left, refused: refusedIn(report).length > 0 }).toEqual({ left, refused: true });
    }
  });

  test('resources are as narrow as the description tells, and each wider one has its reason', async () => {
    const ended = await printed();
    const policy = policyIn(ended);
    expect(resourcesOf(policy, 'iam:GetRole')).toEqual([account.deployer.arn, account.executionRole.arn].sort());
    expect(resourcesOf(policy, 's3:GetObject')).toEqual([`arn:aws:s3:::${account.bucket}/${account.artifactKey}`]);
    expect(resourcesOf(policy, 's3:ListBucket')).toEqual([`arn:aws:s3:::${account.bucket}`]);
    const wide = policy.Statement.filter(({ Resource }) => Resource.some((resource) => resource.includes('*'))).flatMap(({ Action }) => Action);
    for (const action of wide) expect(ended.stderr).toContain(`${action}: `);
  });

  test('whoever runs it deploys: a role or a user, nobody knows which', async () => {
    const { deployer: _, ...rest } = target;
    const ended = await runCommand(['permissions', '--iam-engine', 'local', await folder.write('me.yaml', descriptionOf({ ...rest, deployer: 'me' }))]);
    const actions = actionsIn(policyIn(ended));
    for (const action of ['iam:GetRole', 'iam:GetUser', 'iam:GetUserPolicy', 'iam:ListGroupsForUser', 'iam:GetRolePolicy']) expect(actions).toContain(action);
    expect(resourcesOf(policyIn(ended), 'iam:GetUser')).toEqual(['*']);
    expect(refusedIn(await checkWith(actions, { deployer: 'me' }))).toEqual([]);
  });
});

describe('after collect', () => {
  test('actions and resources are exact', async () => {
    const policy = policyIn(await runCommand(['permissions', '--iam-engine', 'local', '--facts', await collected()]));
    for (const action of ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:ListGrants'])
      expect({ action, on: resourcesOf(policy, action) }).toEqual({ action, on: [account.keyArn] });
    for (const action of NOT_CALLED_HERE) expect(actionsIn(policy)).not.toContain(action);
    const withoutType = policy.Statement.filter(({ Resource }) => Resource.includes('*')).flatMap(({ Action }) => Action);
    expect(withoutType.sort()).toEqual(['organizations:DescribeOrganization', 'sagemaker:ListEndpoints', 'servicequotas:GetServiceQuota']);
  });

  test('the actions suffice, and none can be left out', async () => {
    const actions = actionsIn(policyIn(await runCommand(['permissions', '--iam-engine', 'local', '--facts', await collected()])));
    const whole = await checkWith(actions);
    expect(refusedIn(whole)).toEqual([]);
    for (const left of actions.filter((action) => !STUBBED.includes(action)))
      expect({ left, refused: refusedIn(await checkWith(actions.filter((action) => action !== left))).length > 0 }).toEqual({ left, refused: true });
  });
});
