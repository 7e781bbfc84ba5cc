import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { judge as Judge } from '../../src/index.ts';
import type { SavedFacts } from '../../src/model/fact.ts';
import type { PolicyKind } from '../../src/model/policy.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { builtLibrary } from '../support/library.ts';
import { runCommand } from '../support/run-command.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkAccount } from './check-account.ts';

jest.setTimeout(60_000);

const ALLOW_ALL = '"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"';
const SURROGATE = '\\ud800';
const BESIDE = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999999999999:role/Other' }, Action: 'sqs:SendMessage', Resource: '*' } as const;

/** What no policy of AWS looks like: whatever it may mean, it must allow nothing. */
const MALFORMED: Readonly<Record<string, string>> = {
  'no JSON': 'Allow everybody everything',
  nothing: '',
  null: 'null',
  'a number': '7',
  'a text': '"Allow"',
  'a list': `[{${ALLOW_ALL}}]`,
  'JSON cut short': `{"Version":"2012-10-17","Statement":[{${ALLOW_ALL}}`,
  'two documents': `{"Statement":[{${ALLOW_ALL}}]}{"Statement":[{${ALLOW_ALL}}]}`,
  'no statement': '{"Version":"2012-10-17"}',
  'a statement that is a number': '{"Version":"2012-10-17","Statement":7}',
  'a statement that is null': '{"Version":"2012-10-17","Statement":[null]}',
  'statements in a list of lists': `{"Version":"2012-10-17","Statement":[[{${ALLOW_ALL}}]]}`,
  'an effect that is a number': '{"Version":"2012-10-17","Statement":[{"Effect":1,"Principal":"*","Action":"*","Resource":"*"}]}',
  'an effect in small letters': '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Principal":"*","Action":"*","Resource":"*"}]}',
  'no effect': '{"Version":"2012-10-17","Statement":[{"Principal":"*","Action":"*","Resource":"*"}]}',
  'an action that is a number': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":7,"Resource":"*"}]}',
  'an action that is a map': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":{"0":"*","length":1},"Resource":"*"}]}',
  'an action that is true': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":true,"Resource":"*"}]}',
  'a condition that is a text': `{"Version":"2012-10-17","Statement":[{${ALLOW_ALL},"Condition":"none"}]}`,
  'a condition of an unknown operator': `{"Version":"2012-10-17","Statement":[{${ALLOW_ALL},"Condition":{"StringAlmost":{"aws:RequestedRegion":"us-east-1"}}}]}`,
  'statements below __proto__': `{"__proto__":{"Version":"2012-10-17","Statement":[{${ALLOW_ALL}}]}}`,
  'a statement below __proto__': `{"Version":"2012-10-17","Statement":[{"__proto__":{${ALLOW_ALL}}}]}`,
  'an action below __proto__': '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","__proto__":{"Action":"*"},"Resource":"*"}]}',
  'elements below constructor': `{"Version":"2012-10-17","constructor":{"prototype":{${ALLOW_ALL}}},"Statement":[{}]}`,
  '131,072 characters of nothing': '{'.repeat(131_072),
  '131,072 brackets': `${'['.repeat(65_536)}${']'.repeat(65_536)}`,
};

/** Well-formed, but of nothing that is asked: large or strange, and allowing nothing that matters. */
const BESIDE_THE_POINT: Readonly<Record<string, string>> = {
  '10,000 statements': document(...Array.from({ length: 10_000 }, () => BESIDE)),
  'lone surrogates': `{"Version":"2012-10-17","Statement":[{"Sid":"${SURROGATE}","Effect":"Allow","Principal":{"AWS":"${SURROGATE}"},"Action":"s3:${SURROGATE}","Resource":"${SURROGATE}*"}]}`,
  'a hostile pattern': document({ ...BESIDE, Action: `s3:${'*a'.repeat(10_000)}`, Resource: `${'*a?'.repeat(10_000)}` }),
  '131,072 characters in one name': document({ ...BESIDE, Sid: 'a'.repeat(131_072) }),
};

/** Where a document stands in for the one that makes the ready account ready, and the rule that then has no ground to pass on. */
const PLACES: readonly { readonly kind: PolicyKind; readonly rule: string }[] = [
  { kind: 'trust', rule: 'identity/role-trusts-sagemaker' },
  { kind: 'inline', rule: 'identity/role-may-read-artifact' },
  { kind: 'key', rule: 'encryption/key-trusts-role' },
  { kind: 'bucket', rule: 'identity/role-may-read-artifact' },
];

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;
let facts: SavedFacts;
let judgeFile: typeof Judge;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyServerlessAccount(stage);
  const statement = { ...BESIDE, Action: 's3:GetObject', Resource: `arn:aws:s3:::${ready.bucket}/*` };
  await ready.admin.s3.send(new PutBucketPolicyCommand({ Bucket: ready.bucket, Policy: document(statement) }));
  await runCommand(['collect', join(folder.path, 'facts.json'), await folder.write('target.yaml', descriptionOf(ready.target))], { env: ready.environment });
  facts = JSON.parse(await readFile(join(folder.path, 'facts.json'), 'utf8')) as SavedFacts;
  judgeFile = (await builtLibrary()).judge;
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const replaced = (value: unknown, kind: PolicyKind, text: string): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => replaced(part, kind, text));
  const isPolicy = 'text' in value && (value as { readonly kind?: string }).kind === kind;
  return isPolicy ? { ...value, text } : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, kind, text)]));
};

const verdictsWith = async (kind: PolicyKind, text: string): Promise<Readonly<Record<string, Verdict>>> => {
  const file = await folder.write('edited.json', JSON.stringify(replaced(facts, kind, text)));
  const [report] = [...(await judgeFile(file)).targets];
  return Object.fromEntries((report?.findings ?? []).map(({ rule, verdict }) => [rule, verdict]));
};

const wordsOf = (verdict: Verdict | undefined): string => JSON.stringify(verdict);

test('the facts as they are: every rule in question passes', async () => {
  const verdicts = await verdictsWith('trust', document({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }));
  for (const { rule } of PLACES) expect(verdicts[rule]).toMatchObject({ outcome: 'pass' });
});

/** As a denial in a bucket policy these concern nobody: they name no principal, or no action that exists. */
const CONCERN_NOBODY: readonly string[] = [
  'no statement',
  'a statement that is null',
  'statements in a list of lists',
  'a statement below __proto__',
  'elements below constructor',
  'an action that is a number',
  'an action that is true',
];

/** A bucket policy is not needed while the role's own policy allows: there, the danger is a denial that nobody sees. */
const asDangerous = (kind: PolicyKind, text: string): string =>
  kind === 'bucket' ? text.replaceAll('"Allow"', '"Deny"').replaceAll('"allow"', '"deny"') : text;

describe.each(PLACES)('as $kind policy, judged by $rule', ({ kind, rule }) => {
  test.each(Object.entries(MALFORMED))('%s: never allows, never breaks, and is told in few words', async (name, text) => {
    const verdicts = await verdictsWith(kind, asDangerous(kind, text));
    expect(Object.values(verdicts).filter(({ outcome }) => outcome === 'error')).toEqual([]);
    const concernsNobody = kind === 'bucket' && CONCERN_NOBODY.includes(name);
    expect(verdicts[rule]?.outcome).toMatch(concernsNobody ? /^pass$/ : /^(fail|cannot-tell)$/);
    expect(wordsOf(verdicts[rule]).length).toBeLessThan(20_000);
  });

  test.each(Object.entries(BESIDE_THE_POINT))('%s: is read, in time', async (_, text) => {
    const begun = performance.now();
    const verdicts = await verdictsWith(kind, text);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(Object.values(verdicts).filter(({ outcome }) => outcome === 'error')).toEqual([]);
    // The bucket's own policy is not needed while the role's policy allows; every other is.
    if (kind === 'bucket') expect(verdicts[rule]?.outcome).toBe('pass');
    else expect(['fail', 'cannot-tell']).toContain(verdicts[rule]?.outcome);
  });
});

describe('as AWS would send it', () => {
  const ANSWERS = [
    {
      kind: 'trust',
      action: 'iam:GetRole',
      rule: 'identity/role-trusts-sagemaker',
      change: (text: string) => (body: string) => body.replaceAll(/(<AssumeRolePolicyDocument>)[^<]*/g, `$1${encodeURIComponent(text)}`),
    },
    {
      kind: 'inline',
      action: 'iam:GetRolePolicy',
      rule: 'identity/role-may-read-artifact',
      change: (text: string) => (body: string) => body.replaceAll(/(<PolicyDocument>)[^<]*/g, `$1${encodeURIComponent(text)}`),
    },
    {
      kind: 'key',
      action: 'kms:GetKeyPolicy',
      rule: 'encryption/key-trusts-role',
      change: (text: string) => () => JSON.stringify({ Policy: text, PolicyName: 'default' }),
    },
    { kind: 'bucket', action: 's3:GetBucketPolicy', rule: 'identity/role-may-read-artifact', change: (text: string) => () => text },
  ] as const;
  const TEXTS = ['no JSON', 'an action that is a map', 'statements below __proto__', '131,072 characters of nothing'];

  test.each(ANSWERS)('$kind: the same, through the collectors', async ({ kind, action, rule, change }) => {
    for (const name of TEXTS) {
      stage.proxy.rewrite({ on: [action], account: ready.account, change: change(asDangerous(kind, MALFORMED[name] ?? '')) });
      const { outcomes } = await checkAccount(ready);
      stage.proxy.calm();
      expect({ name, outcome: outcomes[rule], broken: Object.values(outcomes).includes('error') }).toEqual({
        name,
        outcome: expect.stringMatching(/^(fail|cannot-tell)$/),
        broken: false,
      });
    }
  });

  test('the console says it in words, without a stack trace', async () => {
    stage.proxy.rewrite({
      on: ['kms:GetKeyPolicy'],
      account: ready.account,
      change: () => JSON.stringify({ Policy: 'Allow everybody', PolicyName: 'default' }),
    });
    const { code, stdout, stderr } = await runCommand(['check', join(folder.path, 'target.yaml')], { env: ready.environment });
    expect([1, 3]).toContain(code);
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/\n\s+at |undefined|\[object/);
    expect(stdout).toMatch(/JSON|understood|malformed/i);
  });
});
