import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { policyNameFor } from '../../../reporters/fixes/grant.ts';
import { renderFix } from '../../../reporters/fixes/index.ts';
import type { Fix, FixKind } from '../../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../../src/model/fix.ts';
import type { PolicyKind } from '../../../src/model/policy.ts';
import { EVERY_FIX, READ_OBJECT, statementIn } from '../../support/report-fixes.ts';
import { ACCOUNT, KEY, REGION, ROLE } from '../../support/targets.ts';

// Stand-ins that tell on another channel what they are called with; on their own one they say `answer`.
const STANDINS = `exec 3>&1 1>/dev/null
aws() { printf '%s\\0' aws "$@" >&3; printf '\\1' >&3; printf answer; }
jq() { printf '%s\\0' jq "$@" >&3; printf '\\1' >&3; }
docker() { printf '%s\\0' docker "$@" >&3; printf '\\1' >&3; }
`;

/** What a POSIX shell would run: the arguments of every call, in order. Redirections are left out, so that nothing is written. */
const callsOf = (fix: Fix): readonly (readonly string[])[] => {
  const script = renderFix(fix)
    .commands.join('\n')
    .replace(/ > [\w.-]+$/gm, '')
    .replace(/ \| docker/g, '\ndocker');
  const { stdout, stderr } = spawnSync('sh', ['-c', STANDINS + script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .split('\u0001')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
};

const valueAfter = (call: readonly string[] | undefined, option: string): string => call?.[call.indexOf(option) + 1] ?? '';

const kinds = Object.keys(OWNER_OF_FIX).sort() as FixKind[];

describe('fixes', () => {
  test('every kind has its own file', () => {
    expect(
      readdirSync('reporters/fixes')
        .filter((file) => file !== 'index.ts')
        .sort(),
    ).toEqual(kinds.map((kind) => `${kind}.ts`));
  });
  test.each(kinds)('%s: a sentence, and commands that a shell reads', (kind) => {
    const { text } = renderFix(EVERY_FIX[kind]);
    expect(text).toMatch(/^[A-Z].{20,}/);
    expect(text).not.toContain('\n');
    for (const [program] of callsOf(EVERY_FIX[kind])) expect(['aws', 'jq', 'docker']).toContain(program);
  });
  test.each(kinds)('%s: no policy is put back before it was read', (kind) => {
    const calls = callsOf(EVERY_FIX[kind]);
    const whole = /^(?:update-assume-role-policy|put-bucket-policy|put-key-policy|create-policy-version)$/;
    const put = calls.findIndex(([, , verb = '']) => whole.test(verb));
    if (put < 0) return;
    expect(calls[0]?.[2]).toMatch(/^get-/);
    expect(calls[put]?.join(' ')).toMatch(/file:\/\/new-[\w-]+\.json/);
    expect(calls[put - 1]?.[0]).toBe('jq');
  });
});

describe('grant', () => {
  const to = (principalArn: string): Fix => ({ ...EVERY_FIX.grant, principalArn });

  test('adds an inline policy of its own to a role or user', () => {
    const [call] = callsOf(to(ROLE));
    expect(call?.slice(0, 5)).toEqual(['aws', 'iam', 'put-role-policy', '--role-name', 'Execution']);
    expect(JSON.parse(valueAfter(call, '--policy-document'))).toEqual({ Version: '2012-10-17', Statement: [READ_OBJECT] });
    expect(callsOf(to(`arn:aws-cn:iam::${ACCOUNT}:user/team/mara`))[0]?.slice(1, 5)).toEqual(['iam', 'put-user-policy', '--user-name', 'mara']);
    expect(callsOf(to(`arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/ci`))[0]?.slice(1, 5)).toEqual(['iam', 'put-role-policy', '--role-name', 'Deployer']);
  });
  test('never replaces another grant: the name follows from the statement', () => {
    const other = { ...READ_OBJECT, Resource: 'arn:aws:s3:::other/*' };
    expect(policyNameFor(READ_OBJECT)).toBe(policyNameFor({ ...READ_OBJECT }));
    expect(policyNameFor(READ_OBJECT)).not.toBe(policyNameFor(other));
    expect(policyNameFor({ ...READ_OBJECT, Action: [`s3:${'x'.repeat(200)}`] })).toMatch(/^[\w+=,.@-]{1,128}$/);
  });
  test.each([`arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Data_0123456789abcdef/mara`, `arn:aws:iam::${ACCOUNT}:root`])(
    'has words only where no inline policy can stand: %s',
    (arn) => {
      const { text, commands } = renderFix(to(arn));
      expect(commands).toEqual([]);
      expect(text).toContain('"Action":"s3:GetObject"');
    },
  );
});

describe('statements in whole documents', () => {
  test('are appended by a program that takes a list or a single statement', () => {
    const [read, append, put] = callsOf(EVERY_FIX['trust-service']);
    expect(read).toEqual(['aws', 'iam', 'get-role', '--role-name', 'Execution', '--query', 'Role.AssumeRolePolicyDocument', '--output', 'json']);
    expect(append?.[1]).toMatch(/^\.Statement \|= \(\(if type == "array" then \. else \[\.\] end\) \+ \[\{/);
    expect(JSON.parse(append?.[1]?.match(/\+ \[(\{.*\})\]\)$/s)?.[1] ?? '')).toEqual(EVERY_FIX['trust-service'].statement);
    expect(append?.[2]).toBe('trust-policy.json');
    expect(put).toEqual(['aws', 'iam', 'update-assume-role-policy', '--role-name', 'Execution', '--policy-document', 'file://new-trust-policy.json']);
  });
  test('the key’s own Region is asked, whichever partition', () => {
    const keyArn = 'arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/1';
    const [read] = callsOf({ ...EVERY_FIX['allow-in-key-policy'], keyArn, region: 'us-gov-west-1' });
    expect([valueAfter(read, '--key-id'), valueAfter(read, '--policy-name'), valueAfter(read, '--region')]).toEqual([keyArn, 'default', 'us-gov-west-1']);
  });
  test('a boundary of AWS’s own cannot be changed', () => {
    const { text, commands } = renderFix({ ...EVERY_FIX['amend-boundary'], boundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess' });
    expect(commands).toEqual([]);
    expect(text).toContain('cannot be changed');
  });
  test('a trust policy that is not a role’s has words only', () => {
    expect(renderFix({ ...EVERY_FIX['trust-service'], roleArn: `arn:aws:iam::${ACCOUNT}:user/mara` }).commands).toEqual([]);
  });
});

describe('a denial', () => {
  const denial = (policyKind: PolicyKind, holder: string, policyArn?: string): Fix => ({
    ...EVERY_FIX['amend-denial'],
    holder,
    statement: statementIn(policyKind, policyArn === undefined ? {} : { policyArn }),
  });
  const scp = `arn:aws:organizations::${ACCOUNT}:policy/o-example/service_control_policy/p-12345678`;

  test.each<readonly [PolicyKind, string, string | undefined, readonly string[]]>([
    ['inline', ROLE, undefined, ['iam get-role-policy', 'iam put-role-policy']],
    ['inline', `arn:aws:iam::${ACCOUNT}:group/ml`, undefined, ['iam get-group-policy', 'iam put-group-policy']],
    ['managed', ROLE, `arn:aws:iam::${ACCOUNT}:policy/Reader`, ['iam get-policy', 'iam get-policy-version', 'iam create-policy-version']],
    ['boundary', ROLE, `arn:aws:iam::${ACCOUNT}:policy/Boundary`, ['iam get-policy', 'iam get-policy-version', 'iam create-policy-version']],
    ['trust', ROLE, undefined, ['iam get-role', 'iam update-assume-role-policy']],
    ['bucket', 'arn:aws:s3:::churn-models/churn/model.tar.gz', undefined, ['s3api get-bucket-policy', 's3api put-bucket-policy']],
    ['key', KEY, undefined, ['kms get-key-policy', 'kms put-key-policy']],
    ['repository', `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/team/churn`, undefined, ['ecr get-repository-policy', 'ecr set-repository-policy']],
    ['scp', ROLE, scp, ['organizations describe-policy', 'organizations update-policy']],
    ['rcp', 'arn:aws:s3:::churn-models', scp.replace('service', 'resource'), ['organizations describe-policy', 'organizations update-policy']],
  ])('%s of %s is read, edited by hand and put back', (kind, holder, policyArn, verbs) => {
    const calls = callsOf(denial(kind, holder, policyArn));
    expect(calls.filter(([program]) => program === 'aws').map(([, service, verb]) => `${service} ${verb}`)).toEqual(verbs);
  });
  test('names the bucket behind an object, and the policy behind an organisation’s ARN', () => {
    expect(valueAfter(callsOf(denial('bucket', 'arn:aws-cn:s3:::churn-models/churn/model.tar.gz'))[1], '--bucket')).toBe('churn-models');
    expect(valueAfter(callsOf(denial('scp', ROLE, scp))[0], '--policy-id')).toBe('p-12345678');
    expect(valueAfter(callsOf(denial('repository', `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/team/churn`))[0], '--repository-name')).toBe('team/churn');
  });
  test.each<readonly [PolicyKind, string, string | undefined]>([
    ['managed', ROLE, 'arn:aws:iam::aws:policy/AWSDenyAll'],
    ['managed', ROLE, undefined],
    ['inline', `arn:aws:iam::${ACCOUNT}:root`, undefined],
    ['session', ROLE, undefined],
    ['vpc-endpoint', 'vpce-1', undefined],
    ['key', 'alias/model', undefined],
  ])('has words only where no command is known to fit: %s of %s', (kind, holder, policyArn) => {
    const { text, commands } = renderFix(denial(kind, holder, policyArn));
    expect(commands).toEqual([]);
    expect(text).toContain('Narrow or take out the denial in statement 2 (line 8)');
  });
});

describe('things of the plan', () => {
  test('an image is copied with a log-in for each registry, once', () => {
    const calls = callsOf(EVERY_FIX['push-image']).map((call) => call.join(' '));
    expect(calls).toEqual([
      'aws ecr get-login-password --region eu-west-1',
      `docker login --username AWS --password-stdin ${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com`,
      `aws ecr get-login-password --region ${REGION}`,
      `docker login --username AWS --password-stdin ${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`,
      `docker pull ${EVERY_FIX['push-image'].from}`,
      `docker tag ${EVERY_FIX['push-image'].from} ${EVERY_FIX['push-image'].to}`,
      `docker push ${EVERY_FIX['push-image'].to}`,
    ]);
    const to = `${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn/churn:1.4`;
    expect(renderFix({ kind: 'push-image', from: 'docker.io/library/churn:1.4', to, region: 'cn-north-1' }).commands[0]).toBe(
      `aws ecr get-login-password --region cn-north-1 | docker login --username AWS --password-stdin ${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn`,
    );
  });
  test('an artifact is copied under its own key', () => {
    const [asked, call] = callsOf(EVERY_FIX['copy-artifact']);
    expect(asked).toEqual(['aws', 's3api', 'head-bucket', '--bucket', 'churn-models-eu', '--query', 'BucketRegion', '--output', 'text']);
    expect([valueAfter(call, '--source-region'), valueAfter(call, '--region')]).toEqual(['answer', REGION]);
    expect(call?.slice(0, 5)).toEqual(['aws', 's3', 'cp', 's3://churn-models-eu/churn/model.tar.gz', `s3://sagemaker-${REGION}-${ACCOUNT}/churn/model.tar.gz`]);
    expect(renderFix({ ...EVERY_FIX['copy-artifact'], from: 'https://example.com/model.tar.gz' }).commands).toEqual([]);
  });
  test('values of the description are told as one writes them', () => {
    expect(renderFix(EVERY_FIX['set-field'])).toEqual({
      text: 'In the description, set serverlessConfig.memorySizeInMB to 2048: the nearest size that is offered',
      commands: [],
    });
    expect(renderFix(EVERY_FIX['use-image']).text).toContain(`by ${EVERY_FIX['use-image'].to}`);
  });
});
