import { AttachRolePolicyCommand, PutRolePermissionsBoundaryCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateGrantCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Finding } from '../../src/model/report.ts';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { createDeployerUser, createWidePolicy } from '../support/deployer-user.ts';
import { createServerlessEndpoint, document, trustingService } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';
import { declaredActions, restsOn } from './rests-on.ts';

/** An account in one state, with what a check says while nothing is refused, and which actions that check took. */
interface Judged {
  readonly account: ReadyAccount;
  readonly targets: readonly ServerlessEndpointTarget[];
  readonly findings: readonly (readonly Finding[])[];
  readonly actions: readonly string[];
}

jest.setTimeout(30_000);

let stage: Stage;

const NOT_CALLED_HERE = [
  // Judged without AWS's simulator, which moto lacks.
  'iam:SimulatePrincipalPolicy',
  // Of a bucket of another account.
  's3:GetBucketRequestPayment',
  // Of an account in an organisation.
  'organizations:DescribePolicy',
  'organizations:ListParents',
  'organizations:ListPoliciesForTarget',
];

/** Ready, with one of everything that a check can come across: boundaries, managed policies, endpoints to update, a grant; two targets, one deployed by a role and one by a user. */
const richAccount = async (): Promise<Omit<Judged, 'findings' | 'actions'>> => {
  const account = await readyServerlessAccount(stage);
  const { admin, executionRole, deployer, target } = account;
  const policy = await createWidePolicy(account, 'Wide');
  for (const RoleName of [executionRole.name, deployer.name]) {
    await admin.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policy }));
    await admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: policy }));
  }
  const running = { executionRoleArn: executionRole.arn, image: target.image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } };
  for (const name of ['churn', 'upsell']) await createServerlessEndpoint(account, { name, ...running });
  await admin.kms.send(new CreateGrantCommand({ KeyId: account.keyArn, GranteePrincipal: executionRole.arn, Operations: ['Decrypt'] }));
  const byUser = {
    ...target,
    name: 'upsell',
    endpointName: 'upsell',
    modelName: 'upsell',
    endpointConfigName: 'upsell',
    deployer: await createDeployerUser(account),
  };
  return { account, targets: [target, byUser] };
};

/** Broken in four independent places: trust, bucket policy, key policy (for the role and for the deployer), quota. */
const brokenAccount = async (): Promise<Omit<Judged, 'findings' | 'actions'>> => {
  const account = await readyServerlessAccount(stage, { concurrencyQuota: 4 });
  const { admin, executionRole, bucket, keyArn } = account;
  const ec2 = document(trustingService('ec2.amazonaws.com'));
  await admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: executionRole.name, PolicyDocument: ec2 }));
  const deny = document({ Effect: 'Deny', Principal: { AWS: executionRole.arn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` });
  await admin.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: deny }));
  const own = document({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account.account}:role/Administrator` }, Action: 'kms:*', Resource: '*' });
  await admin.kms.send(new PutKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default', Policy: own }));
  return { account, targets: [account.target] };
};

const judge = async (account: ReadyAccount, targets: readonly ServerlessEndpointTarget[]): Promise<Judged> => {
  const { targets: reports, calls } = await checkTargets(account, targets);
  const actions = [...new Set(calls.calls.flatMap((call) => call.actions))].filter((action) => action !== 'sts:GetCallerIdentity').sort();
  return { account, targets, actions, findings: [...reports].map(({ findings }) => findings) };
};

const findingsUnder = async ({ account, targets }: Judged): Promise<readonly (readonly Finding[])[]> =>
  [...(await checkTargets(account, targets)).targets].map(({ findings }) => findings);

const namedBy = ({ verdict }: Finding): readonly string[] =>
  verdict.outcome === 'cannot-tell' ? [...new Set(verdict.because.flatMap(({ actions = [] }) => actions))].sort() : [];

/** What a refusal may leave of a verdict: `same`, `same outcome` in other words, or the actions that a cannot-tell names. */
const left = (before: Finding, after: Finding): 'same' | 'same outcome' | readonly string[] | Finding => {
  if (JSON.stringify(before) === JSON.stringify(after)) return 'same';
  if (before.verdict.outcome === after.verdict.outcome) return 'same outcome';
  return after.verdict.outcome === 'cannot-tell' ? namedBy(after) : after;
};

const lefts = (before: readonly (readonly Finding[])[], after: readonly (readonly Finding[])[]) =>
  before.map((findings, target) => Object.fromEntries(findings.map((finding, index) => [finding.rule, left(finding, after[target]?.[index] as Finding)])));

/** Rules that pass whatever the refused calls would have said: too few endpoints to matter, and a deployer who may create and update. */
const PASS_EITHER_WAY: Readonly<Record<string, readonly string[]>> = {
  'sagemaker:DescribeEndpoint': ['endpoint/endpoints-fit-fresh-accounts', 'endpoint/endpoints-fit-quota', 'identity/deployer-may-create-endpoint'],
};

/** Both endpoints that run are planned, so together nothing is left whose reading would count. */
const UNTOUCHED: Readonly<Record<string, readonly string[]>> = { 'sagemaker:DescribeEndpoint': ['endpoint/endpoints-together-fit-quota'] };

/** What the rules' own needs say that a refusal must leave. */
const expectedLefts = ({ targets, findings }: Judged, action: string) =>
  targets.map((target, index) =>
    Object.fromEntries(
      (findings[index] ?? []).map(({ rule, verdict }) => {
        if (PASS_EITHER_WAY[action]?.includes(rule)) return [rule, 'same outcome'];
        if (UNTOUCHED[action]?.includes(rule)) return [rule, 'same'];
        // What does not apply needs nothing.
        const rests = verdict.outcome !== 'not-applicable' && restsOn(rule, target, 'needed').has(action);
        return [rule, rests ? [action] : 'same'];
      }),
    ),
  );

beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

describe('a ready account, each action refused in turn', () => {
  let rich: Judged;
  beforeAll(async () => {
    const { account, targets } = await richAccount();
    rich = await judge(account, targets);
  });

  test('is ready, and its check takes every action that the collectors declare', () => {
    expect(rich.findings.flat().filter(({ verdict }) => verdict.outcome !== 'pass' && verdict.outcome !== 'not-applicable')).toEqual([]);
    expect(rich.actions).toEqual(declaredActions(rich.targets).filter((action) => !NOT_CALLED_HERE.includes(action)));
    expect(rich.actions.length).toBeGreaterThan(20);
  });

  test('what rests on the refused action cannot be told and names it; all else is as before', async () => {
    for (const action of rich.actions) {
      stage.proxy.refuse([action]);
      const after = await findingsUnder(rich);
      stage.proxy.calm();
      expect({ action, left: lefts(rich.findings, after) }).toEqual({ action, left: expectedLefts(rich, action) });
    }
  }, 60_000);
});

describe('a broken account, each action refused in turn', () => {
  let broken: Judged;
  const outcomesOf = (findings: readonly (readonly Finding[])[]) => Object.fromEntries(findings.flat().map(({ rule, verdict }) => [rule, verdict.outcome]));
  beforeAll(async () => {
    const { account, targets } = await brokenAccount();
    broken = await judge(account, targets);
  });

  test('fails where it is broken', () => {
    const failed = Object.entries(outcomesOf(broken.findings)).filter(([, outcome]) => outcome === 'fail');
    expect(failed.map(([rule]) => rule).sort()).toEqual([
      'encryption/deployer-may-create-grant',
      'encryption/key-trusts-role',
      'endpoint/concurrency-fits-quota',
      'identity/role-may-read-artifact',
      'identity/role-trusts-sagemaker',
    ]);
  });

  test('no refusal turns a verdict into another than a cannot-tell that names it', async () => {
    for (const action of broken.actions) {
      stage.proxy.refuse([action]);
      const [after = []] = await findingsUnder(broken);
      stage.proxy.calm();
      const wrong = after.filter((finding, index) => {
        const before = broken.findings[0]?.[index];
        if (finding.verdict.outcome === before?.verdict.outcome) return false;
        const [target] = broken.targets;
        const rests = target !== undefined && restsOn(finding.rule, target, 'needed or wanted').has(action);
        return !rests || finding.verdict.outcome !== 'cannot-tell' || namedBy(finding).join() !== action;
      });
      expect({ action, wrong }).toEqual({ action, wrong: [] });
    }
  }, 60_000);

  test('an explicit denial that was read stands, whatever else was not', async () => {
    stage.proxy.refuse(['iam:GetRolePolicy', 'iam:ListAttachedRolePolicies']);
    expect(outcomesOf(await findingsUnder(broken))).toMatchObject({ 'identity/role-may-read-artifact': 'fail' });
  });

  test('grants that were not read may hold what the key policy leaves out', async () => {
    stage.proxy.refuse(['kms:ListGrants']);
    const after = await findingsUnder(broken);
    expect(
      after
        .flat()
        .filter(({ rule }) => rule === 'encryption/key-trusts-role')
        .map(namedBy),
    ).toEqual([['kms:ListGrants']]);
  });
});
