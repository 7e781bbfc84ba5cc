import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../../src/cli/can/account.ts';
import { exitCodeOf } from '../../../src/cli/can/answer.ts';
import { answered } from '../../../src/cli/can/answered.ts';
import { askedOf } from '../../../src/cli/can/asked.ts';
import { canData, canText } from '../../../src/cli/text/can.ts';
import { factsOf } from '../../../src/engine/facts.ts';
import type { Fact, FactKind, SavedFact } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { PolicySource } from '../../../src/model/policy.ts';
import { bucket, delegating, identity, key, policy, role } from '../../support/facts.ts';
import { ACCOUNT, DEPLOYER, KEY, REGION, ROLE, serverless } from '../../support/targets.ts';

const OBJECT = 's3://churn-models/churn/model.tar.gz';
const IN_BUCKET = { bucket: 'churn-models', region: REGION };

const saved = (kind: FactKind, params: SavedFact['params'], fact: unknown): SavedFact => ({ kind, params, fact: fact as Fact });

const BASE: readonly SavedFact[] = [
  saved('iam.role', { roleArn: ROLE }, present(role())),
  saved('iam.rolePolicies', { roleArn: ROLE }, present(identity(ROLE, { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/*' }))),
  saved('s3.bucket', { bucket: 'churn-models', account: ACCOUNT, region: REGION }, present(bucket())),
  saved('s3.bucketPolicy', IN_BUCKET, absent),
  saved('kms.key', { keyId: 'alias/churn', region: REGION }, present(key())),
  saved('kms.keyPolicy', { keyArn: KEY }, present(delegating())),
  saved('kms.grants', { keyArn: KEY }, present([])),
  saved('organizations.organization', { account: ACCOUNT, region: REGION }, absent),
];

const accountOf = (...changes: readonly SavedFact[]): Account => {
  const facts = factsOf([...BASE, ...changes], '0');
  return {
    account: ACCOUNT,
    region: REGION,
    time: '2026-11-21T10:00:00.000Z',
    caller: DEPLOYER,
    targets: [serverless()],
    read: async (kind, params) => facts.get({ kind, params: params as never }) as Fact<typeof kind>,
    known: (kind) => facts.toJSON().facts.filter((one) => one.kind === kind),
    close: async () => {},
  };
};

const ask = async (account: Account, who: string, words: readonly string[], added: readonly PolicySource[] = []) => {
  const { principal, answers, notes } = await answered(askedOf(who, words, []), account, added);
  return { code: exitCodeOf(answers), text: canText(principal, answers, notes), data: canData(principal, answers, notes) };
};

describe('answers from facts', () => {
  test.each([ROLE, 'Execution', 'role/service-role/Execution', 'execution-role', `arn:aws:sts::${ACCOUNT}:assumed-role/Execution/SageMaker`])(
    '%s is the execution role',
    async (who) => {
      const { code, text } = await ask(accountOf(), who, ['s3:GetObject', OBJECT]);
      expect(text).toContain(`as  ${ROLE}`);
      expect(code).toBe(0);
    },
  );
  test('a bucket policy that could not be read leaves it open, and the reason is said', async () => {
    const refused = saved('s3.bucketPolicy', IN_BUCKET, unknown('access-denied', 'grant s3:GetBucketPolicy'));
    const { code, text } = await ask(accountOf(refused), 'execution-role', ['s3:GetObject', OBJECT]);
    expect(code).toBe(3);
    expect(text).toContain('not read   grant s3:GetBucketPolicy');
  });
  test('a denial stands whatever could not be read', async () => {
    const deny = policy('bucket', { Sid: 'No', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::churn-models/*' });
    const { code, text } = await ask(
      accountOf(
        saved('s3.bucketPolicy', IN_BUCKET, present(deny)),
        saved('iam.rolePolicies', { roleArn: ROLE }, unknown('access-denied', 'grant iam:ListRolePolicies')),
      ),
      'execution-role',
      ['s3:GetObject', OBJECT],
    );
    expect(code).toBe(1);
    expect(text).toContain('by  statement "No" (line 4)');
    expect(text).toContain('│   "Effect": "Deny",');
  });
  test('a key is found by its ARN though the facts know it by an alias', async () => {
    const added = policy('inline', { Effect: 'Allow', Action: 'kms:*', Resource: KEY });
    expect((await ask(accountOf(), 'execution-role', ['kms:Decrypt', KEY], [added])).code).toBe(0);
    const { code, text } = await ask(accountOf(), 'execution-role', ['kms:Decrypt', KEY]);
    expect(code).toBe(1);
    expect(text).toContain(`mend  add to an identity policy of ${ROLE}:`);
  });
  test('one action may be allowed and another denied; the worst is the exit code', async () => {
    const { code, data } = await ask(accountOf(), 'execution-role', ['s3:GetObject', 's3:PutObject', OBJECT]);
    expect(code).toBe(1);
    expect(data).toMatchObject({
      actions: [
        { action: 's3:GetObject', decision: 'Allowed' },
        { action: 's3:PutObject', decision: 'ImplicitlyDenied' },
      ],
    });
  });
  test('organisation policies that could not be read are left out, aloud', async () => {
    const unread = saved('organizations.organization', { account: ACCOUNT, region: REGION }, unknown('access-denied', 'no'));
    const { code, text } = await ask(accountOf(unread), 'execution-role', ['s3:GetObject', OBJECT]);
    expect(code).toBe(0);
    expect(text).toContain('note  organisation policies could not be read');
  });
  test('a service control policy that denies is quoted with its level', async () => {
    const scp = policy('scp', { Sid: 'Guard', Effect: 'Deny', Action: 's3:GetObject', Resource: '*' });
    const all = policy('scp', { Effect: 'Allow', Action: '*', Resource: '*' });
    const levels = present([{ id: 'r-1', serviceControlPolicies: present([all, scp]), resourceControlPolicies: present([]) }]);
    const inOrganisation = saved(
      'organizations.organization',
      { account: ACCOUNT, region: REGION },
      present({ id: 'o-1', managementAccount: '999999999999', levels }),
    );
    const { code, text } = await ask(accountOf(inOrganisation), 'execution-role', ['s3:GetObject', OBJECT]);
    expect(code).toBe(1);
    expect(text).toContain('"Guard"');
    expect(text).toContain('explicit deny in a service control policy');
  });
  test('a service may assume the role that trusts it', async () => {
    const { code } = await ask(accountOf(), 'sagemaker.amazonaws.com', ['sts:AssumeRole', ROLE]);
    expect(code).toBe(0);
    expect((await ask(accountOf(), 'lambda.amazonaws.com', ['sts:AssumeRole', ROLE])).code).toBe(1);
  });
  test('policies on queues and the like are never read, so the answer stays open', async () => {
    const added = policy('inline', { Effect: 'Allow', Action: '*', Resource: '*' });
    const { code, text } = await ask(accountOf(), 'execution-role', ['sqs:SendMessage', `arn:aws:sqs:${REGION}:${ACCOUNT}:q`], [added]);
    expect(code).toBe(3);
    expect(text).toContain('sageready reads none of sqs');
  });
  test('nothing that a policy says reaches the terminal as a command', async () => {
    const hostile = {
      kind: 'inline',
      name: 'x\u001b[2J',
      text: `{"Version":"2012-10-17",\n"Statement":{"Sid":"a\u202eb","Effect":"Deny",\n\t"Action":"s3:*","Resource":"*"}}`,
    } as const;
    const { code, text, data } = await ask(accountOf(), 'execution-role', ['s3:GetObject', OBJECT], [hostile]);
    expect(code).toBe(1);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(JSON.stringify(data)).toContain('ExplicitlyDenied');
  });
});
