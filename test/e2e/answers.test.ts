import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreatePolicyCommand, PutRolePermissionsBoundaryCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateGrantCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { runCommand } from '../support/run-command.ts';
import { document, trustingAccount } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = await startStage();
  folder = await mkdtemp(join(tmpdir(), 'sageready-'));
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const run = async ({ environment }: ReadyAccount, words: readonly string[]): Promise<Said> => {
  const { code, stdout: out, stderr: error } = await runCommand(words, { env: environment, cwd: folder });
  return { code, out, error };
};

const artifactOf = ({ bucket, artifactKey }: ReadyAccount): string => `s3://${bucket}/${artifactKey}`;

const OFFLINE = { environment: {} } as ReadyAccount;

describe('policies and descriptions, offline', () => {
  test('a policy’s mistakes with their places; mended, what is left', async () => {
    const text = '{"Version": "2012-10-17", "Statement": [\n{"Effect": "Allow", "Action": "s3:GetObjekt", "Resources": "arn:aws:s3:us-east-1::b/*"},\n]}';
    await writeFile(join(folder, 'policy.json'), text);
    const first = await run(OFFLINE, ['policy', 'lint', 'policy.json']);
    expect(first.code).toBe(1);
    expect(first.out).toContain('policy.json:2:31: warning: "s3:GetObjekt" is no action');
    expect(first.out).toMatch(/policy\.json:2:47: error: .*"Resources".*\[unknown-element\]/);
    expect(first.out).toContain('3 can be mended by rule: --fix');
    expect(first.out).toMatch(/Mended by rule:\n\n.*\n.*"Resource": "arn:aws:s3:::b\/\*"\}\n\]\}\n\nLeft to you in it:\npolicy\.json, mended:2:31: warning/);
    expect(await run(OFFLINE, ['policy', 'lint', 'policy.json', '--fix'])).toMatchObject({ code: 0, error: '' });
    expect(await readFile(join(folder, 'policy.json'), 'utf8')).toContain('"Resource": "arn:aws:s3:::b/*"}');
    const last = await run(OFFLINE, ['policy', 'lint', 'policy.json', '--output', 'json']);
    expect(JSON.parse(last.out)).toMatchObject({ schema: 'sageready/policy-lint/1', kind: 'managed', mendable: 0, problems: [{ code: 'unknown-action' }] });
    expect(await run(OFFLINE, ['policy', 'lint', 'nowhere.json'])).toMatchObject({ code: 2, out: '' });
  }, 60_000);

  test('a policy as the AWS CLI prints it is read, and mended, where it stands', async () => {
    const policy = '{"Version": "2012-10-17", "Statement": [\n{"Effect": "Allow", "Action": "s3:GetObject", "Resources": "arn:aws:s3:::b/*"}]}';
    await writeFile(join(folder, 'printed.json'), `{"PolicyVersion":\n{"Document": ${policy}, "VersionId": "v1"}}`);
    const first = await run(OFFLINE, ['policy', 'lint', 'printed.json']);
    expect(first.out).toMatch(/^printed\.json:3:47: error: .*"Resources"/m);
    expect(first.out).not.toContain('PolicyVersion"');
    expect(first.out).toContain('read as managed policy inside PolicyVersion.Document; 1 can be mended by rule: --fix');
    expect(await run(OFFLINE, ['policy', 'lint', 'printed.json', '--fix'])).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(join(folder, 'printed.json'), 'utf8'))).toMatchObject({
      PolicyVersion: { VersionId: 'v1', Document: { Statement: [{ Resource: 'arn:aws:s3:::b/*' }] } },
    });
    const twice = `{"A": {"PolicyDocument": ${policy}}, "B": {"PolicyDocument": ${policy}}}`;
    await writeFile(join(folder, 'printed.json'), twice);
    expect(await run(OFFLINE, ['policy', 'lint', 'printed.json'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('holds 2 policies, at A.PolicyDocument, B.PolicyDocument'),
    });
  }, 60_000);

  test('nothing to explain is no answer', async () => {
    expect(await run(OFFLINE, ['explain', '-'])).toMatchObject({ code: 2, out: '', error: expect.stringContaining('there is no message to explain') });
    expect(await run(OFFLINE, ['explain', 'hello', 'world'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing is known of this message/) });
  }, 60_000);

  test('a description’s mistakes; none; no file', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'version: 1\ntargets:\n  - name: churn\n    scenario: serverless-endpont\n');
    const bad = await run(OFFLINE, ['lint', 'bad.yaml']);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/^bad\.yaml:4:\d+ targets\[0\]\.scenario: .*serverless-endpoint/m);
    const missing = await run(OFFLINE, ['lint', 'nowhere.yaml']);
    expect(missing).toMatchObject({ code: 2, out: '' });
  }, 60_000);

  test('a rule by its id, an error by its words, and an id that is none', async () => {
    expect((await run(OFFLINE, ['explain', 'identity/role-exists'])).out).toMatch(/^identity\/role-exists — /);
    expect((await run(OFFLINE, ['explain', 'did', 'not', 'pass', 'the', 'ping', 'health', 'check'])).out).toContain('/aws/sagemaker/Endpoints');
    expect(await run(OFFLINE, ['explain', 'identity/role-exist'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('did you mean identity/role-exists?'),
    });
  }, 60_000);
});

describe('sageready can', () => {
  test('a ready account: allowed, by the statement that allows it, quoted', async () => {
    const account = await readyServerlessAccount(stage);
    const { code, out } = await run(account, ['can', account.executionRole.name, 's3:GetObject', artifactOf(account)]);
    expect(out).toContain(`✔ s3:GetObject is allowed\n  on  arn:aws:s3:::${account.bucket}/`);
    expect(out).toMatch(/by {2}statement 1 \(line 1\) of inline policy Execution/);
    expect(out).toContain('1 │ {"Effect":"Allow","Action":"s3:GetObject"');
    expect(code).toBe(0);
  }, 60_000);

  test('a conditioned denial that does not apply does not deny; one that does is quoted', async () => {
    const account = await readyServerlessAccount(stage);
    const deny = (region: string) => ({
      Sid: 'OnlyHere',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${account.bucket}/*`,
      Condition: { StringNotEquals: { 'aws:RequestedRegion': region } },
    });
    const put = (region: string) =>
      account.admin.s3.send(
        new PutBucketPolicyCommand({ Bucket: account.bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement: [deny(region)] }, null, 2) }),
      );
    const ask = () => run(account, ['can', account.executionRole.arn, 's3:GetObject', artifactOf(account)]);
    await put('us-east-1');
    expect((await ask()).code).toBe(0);
    await put('eu-west-1');
    const { code, out } = await ask();
    expect(code).toBe(1);
    expect(out).toMatch(/by {2}statement "OnlyHere" \(line 4\) of bucket policy/);
    expect(out).toMatch(/^ +6 │ {3}"Effect": "Deny",$/m);
    expect(out).toContain('with an explicit deny in a resource-based policy');
  }, 60_000);

  test('a boundary that leaves the action out is named, with the statement to add', async () => {
    const account = await readyServerlessAccount(stage);
    const { Policy } = await account.admin.iam.send(
      new CreatePolicyCommand({ PolicyName: 'Limit', PolicyDocument: document({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) }),
    );
    await account.admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: account.executionRole.name, PermissionsBoundary: Policy?.Arn }));
    const { code, out } = await run(account, ['can', account.executionRole.arn, 's3:GetObject', artifactOf(account)]);
    expect(code).toBe(1);
    expect(out).toContain('permissions boundary: does not allow it');
    expect(out).toMatch(/mend {2}add to the permissions boundary \(Limit\):\n {4}\{/);
  }, 60_000);

  test('a key policy without delegation voids IAM; a grant opens the key again', async () => {
    const account = await readyServerlessAccount(stage);
    const administrator = trustingAccount(account, 'kms:*');
    const only = { ...administrator, Principal: { AWS: `arn:aws:iam::${account.account}:role/Administrator` } };
    await account.admin.kms.send(new PutKeyPolicyCommand({ KeyId: account.keyArn, PolicyName: 'default', Policy: document(only) }));
    const ask = () => run(account, ['can', account.executionRole.arn, 'kms:Decrypt', 'alias/churn']);
    const denied = await ask();
    expect(denied.code).toBe(1);
    expect(denied.out).toContain('key policy’s delegation to IAM: does not allow it');
    expect(denied.out).toMatch(/mend {2}add to the .*policy.* of arn:aws:kms:/);
    await account.admin.kms.send(new CreateGrantCommand({ KeyId: account.keyArn, GranteePrincipal: account.executionRole.arn, Operations: ['Decrypt'] }));
    expect((await ask()).code).toBe(0);
  }, 60_000);

  test('what only AWS knows is asked for; said, it decides', async () => {
    const account = await readyServerlessAccount(stage);
    const question = ['can', 'me', 'iam:PassRole', account.executionRole.arn];
    const open = await run(account, question);
    expect(open.code).toBe(3);
    expect(open.out).toContain('say --context iam:PassedToService=…');
    expect((await run(account, [...question, '--context', 'iam:PassedToService=sagemaker.amazonaws.com'])).code).toBe(0);
    const other = await run(account, [...question, '--context', 'iam:PassedToService=lambda.amazonaws.com']);
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/near miss {2}statement 3/);
    expect(other.out).toMatch(/policy +sagemaker\.amazonaws\.com\n +request +lambda\.amazonaws\.com/);
  }, 60_000);

  test('an action that needs two resources says which one lacks', async () => {
    const account = await readyServerlessAccount(stage);
    const endpoint = `arn:aws:sagemaker:us-east-1:${account.account}:endpoint/churn`;
    const half = await run(account, ['can', account.deployer.name, 'sagemaker:CreateEndpoint', endpoint]);
    expect(half.code).toBe(3);
    expect(half.out).toContain(`arn:aws:sagemaker:us-east-1:${account.account}:endpoint-config/`);
    const whole = await run(account, ['can', account.deployer.name, 'sagemaker:CreateEndpoint', endpoint, endpoint.replace('endpoint/', 'endpoint-config/')]);
    expect(whole.code).toBe(0);
  }, 60_000);

  test('what if: a policy from a file counts, and a broken one is refused', async () => {
    const account = await readyServerlessAccount(stage);
    const ask = (...more: readonly string[]) =>
      run(account, ['can', account.executionRole.name, 's3:PutObject', artifactOf(account), '--output', 'json', ...more]);
    const before = await ask();
    expect(before.code).toBe(1);
    expect(JSON.parse(before.out)).toMatchObject({ schema: 'sageready/can/1', actions: [{ action: 's3:PutObject', decision: 'ImplicitlyDenied' }] });
    await writeFile(join(folder, 'write.json'), document({ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }));
    expect((await ask('--with-policy', 'write.json')).code).toBe(0);
    await writeFile(join(folder, 'broken.json'), '{"Version": ');
    expect(await ask('--with-policy', 'broken.json')).toMatchObject({ code: 2, out: '', error: expect.stringContaining('broken.json:1:') });
  }, 60_000);

  test('saved facts answer without credentials', async () => {
    const account = await readyServerlessAccount(stage);
    const { origin: _, ...target } = account.target;
    await writeFile(join(folder, 'sageready.yaml'), JSON.stringify({ version: 1, targets: [target] }));
    expect((await run(account, ['collect', 'facts.json'])).error).toBe('');
    const offline = { ...account, environment: {} };
    const said = await run(offline, ['can', 'execution-role', 's3:GetObject', 'kms:Decrypt', artifactOf(account), account.keyArn, '--facts', 'facts.json']);
    expect(said).toMatchObject({ code: 0, error: '' });
    expect(said.out).toContain('✔ kms:Decrypt is allowed');
    const live = await run(account, ['explain', 'Could not access model data at s3://b/k', '--description', 'sageready.yaml']);
    expect(live).toMatchObject({ code: 0, out: expect.stringMatching(/Here +churn: passed/) });
    const both = ['explain', 'x', '--description', 'sageready.yaml', '--facts', 'facts.json'];
    expect(await run(account, both)).toMatchObject({ code: 2, out: '', error: expect.stringContaining('either saved facts or a description') });
    const explained = await run(offline, ['explain', 'Could not access model data at s3://b/k', '--facts', 'facts.json']);
    expect(explained.out).toMatch(/Here +churn: passed/);
  }, 60_000);

  test('whoever or whatever does not exist, and questions about nothing, end with 2 and one line', async () => {
    const account = await readyServerlessAccount(stage);
    const ask = (...words: readonly string[]) => run(account, ['can', ...words]);
    for (const [said, words] of [
      [await ask('Nobody', 's3:GetObject', artifactOf(account)), 'there is no role or user named Nobody'],
      [await ask('me', 's3:GetObject', 's3://no-such-bucket-anywhere/key'), 'there is no bucket no-such-bucket-anywhere'],
      [await ask('me', 's3:GetObject'), 's3:GetObject is asked about a resource such as arn:aws:s3:'],
      [await ask('me', 's3:Get*', '*'), 'holds a wildcard'],
      [await ask('me', 'arn:aws:s3:::bucket'), 'name an action'],
    ] as const) {
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.error).toContain(words);
      expect(said.error.trim().split('\n')).toHaveLength(1);
    }
  }, 60_000);

  test('policies that may not be read make no answer', async () => {
    const account = await readyServerlessAccount(stage);
    await account.admin.iam.send(
      new PutRolePolicyCommand({
        RoleName: account.deployer.name,
        PolicyName: 'Blind',
        PolicyDocument: document({ Effect: 'Deny', Action: ['iam:GetRolePolicy', 'iam:ListRolePolicies'], Resource: '*' }),
      }),
    );
    await stage.moto.enforcePolicies('enforced');
    try {
      const { code, out, error } = await run(account, ['can', account.executionRole.arn, 's3:GetObject', artifactOf(account)]);
      expect({ code, error }).toEqual({ code: 3, error: '' });
      expect(out).toContain('not read');
      expect(out).not.toContain('✔');
    } finally {
      await stage.moto.enforcePolicies('open');
    }
  }, 60_000);
});
