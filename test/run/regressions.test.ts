import { describe, expect, test } from '@jest/globals';
import type { OfResource, TrailEvent, TrailEvents } from '../../src/aws/operations/cloudtrail.ts';
import type { Session } from '../../src/aws/session.ts';
import type { Reading } from '../../src/model/fact.ts';
import { present, unknown } from '../../src/model/fact.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import type { Changed } from '../../src/run/regressions.ts';
import { changesOf } from '../../src/run/regressions.ts';
import { trailQuestions } from '../../src/run/trail-question.ts';

const ACCOUNT = '111111111111';
const REGION = 'eu-west-1';
const HERE = { account: ACCOUNT, region: REGION };
const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

const names = (subject: Evidence['subject'], trace?: Evidence['trace']): readonly string[] =>
  trailQuestions({ subject, observed: '', ...(trace && { trace }) }, HERE).map(({ region, name }) => `${region} ${name}`);

describe('what CloudTrail is asked about a subject', () => {
  test.each([
    ['arn:aws:iam::111111111111:role/service-role/Churn', ['us-east-1 Churn', 'us-east-1 arn:aws:iam::111111111111:role/service-role/Churn']],
    ['arn:aws-cn:iam::111111111111:role/Churn', ['cn-northwest-1 Churn', 'cn-northwest-1 arn:aws-cn:iam::111111111111:role/Churn']],
    ['arn:aws:sts::111111111111:assumed-role/Churn/ben', ['us-east-1 Churn', 'us-east-1 arn:aws:iam::111111111111:role/Churn']],
    ['arn:aws:iam::222222222222:role/Churn', []],
    ['arn:aws:s3:::models/churn/model.tar.gz', ['eu-west-1 models', 'eu-west-1 arn:aws:s3:::models']],
    ['s3://models/churn/model.tar.gz', ['eu-west-1 models', 'eu-west-1 arn:aws:s3:::models']],
    [`arn:aws:kms:us-west-2:111111111111:key/${ID}`, [`us-west-2 arn:aws:kms:us-west-2:111111111111:key/${ID}`, `us-west-2 ${ID}`]],
    ['alias/churn', ['eu-west-1 alias/churn']],
    ['arn:aws:ec2:eu-west-1:111111111111:security-group/sg-0123456789abcdef0', ['eu-west-1 sg-0123456789abcdef0']],
    [
      'arn:aws:ecr:eu-west-1:111111111111:repository/team/churn',
      ['eu-west-1 arn:aws:ecr:eu-west-1:111111111111:repository/team/churn', 'eu-west-1 team/churn'],
    ],
    ['111111111111.dkr.ecr.us-west-2.amazonaws.com/churn:1.4', ['us-west-2 arn:aws:ecr:us-west-2:111111111111:repository/churn', 'us-west-2 churn']],
    ['763104351884.dkr.ecr.us-west-2.amazonaws.com/xgboost:1', []],
    [
      'arn:aws:sagemaker:eu-west-1:111111111111:endpoint-config/churn',
      ['eu-west-1 churn', 'eu-west-1 arn:aws:sagemaker:eu-west-1:111111111111:endpoint-config/churn'],
    ],
    ['ml.m5.large', []],
  ])('%s', (subject, expected) => expect(names(subject)).toEqual(expected));
  test('a thing without ARN by its name; what is only planned, by nothing', () => {
    expect(names({ ...HERE, kind: 'studio-domain', name: 'd-1' })).toEqual(['eu-west-1 d-1']);
    expect(names({ ...HERE, kind: 'serverless-config', name: 'churn' })).toEqual([]);
  });
  test('then about the places that decided', () => {
    const hops = [
      { stage: 'security-group-egress', from: 'sg-0123456789abcdef0', decidedBy: '', verdict: 'passes' },
      { stage: 'route', from: 'rtb-0123456789abcdef0', decidedBy: '', verdict: 'stops' },
    ] as const;
    expect(names('ml.m5.large', { kind: 'network', question: '', verdict: 'stops', hops, notes: [] })).toEqual(['eu-west-1 rtb-0123456789abcdef0']);
  });
});

const DAY = { from: '2026-11-20T06:00:00.000Z', to: '2026-11-21T06:00:00.000Z' };
const changed = (role: string, account = ACCOUNT): Changed => ({
  target: { account, region: REGION },
  evidence: { subject: `arn:aws:iam::${account}:role/${role}`, observed: '' },
});
const event = (time: string, effect: TrailEvent['effect'] = 'change'): TrailEvent => ({ time, event: 'iam:PutRolePolicy', who: 'ben', eventId: time, effect });

/** A session that only answers lookups, and what it was asked. */
const trailing = (answer: (name: string) => Reading<TrailEvents>) => {
  const asked: string[] = [];
  const call = async (_: unknown, __: string, { resourceName }: OfResource) => {
    asked.push(resourceName);
    return answer(resourceName);
  };
  return { asked, trail: { ...DAY, session: () => ({ call }) as unknown as Session } };
};
const told = (...events: readonly TrailEvent[]): Reading<TrailEvents> => present({ events, more: false });

describe('who changed what', () => {
  test('the newest first, five at most, without reads and refusals; equal subjects are asked for once', async () => {
    const times = ['07', '09', '08', '10', '12', '11'].map((hour) => `2026-11-20T${hour}:00:00.000Z`);
    const { asked, trail } = trailing(() =>
      told(...times.map((time) => event(time)), event('2026-11-20T13:00:00.000Z', 'read'), event('2026-11-20T14:00:00.000Z', 'refused')),
    );
    const both = [changed('A'), changed('A')] as const;
    const { events, notes } = await changesOf(both, trail);
    expect(both.map((one) => events.get(one)?.map(({ time }) => time.slice(11, 13)))).toEqual([
      ['12', '11', '10', '09', '08'],
      ['12', '11', '10', '09', '08'],
    ]);
    expect([asked, notes]).toEqual([['A'], []]);
  });
  test('no more than twenty lookups: each failure by its first name before any by its second; what was cut is said', async () => {
    const { asked, trail } = trailing(() => told());
    const { notes } = await changesOf(
      Array.from({ length: 15 }, (_, index) => changed(`R${index}`)),
      trail,
    );
    expect([asked.length, asked.slice(0, 15).every((name) => !name.startsWith('arn')), asked.slice(15).every((name) => name.startsWith('arn'))]).toEqual([
      20,
      true,
      true,
    ]);
    expect(notes).toEqual([expect.stringContaining('what changed 10 more was not looked up')]);
  });
  test('an account that refuses is asked once, and does not speak for another', async () => {
    const { asked, trail } = trailing((name) => (name === 'B' ? told(event('2026-11-20T07:00:00.000Z')) : unknown('access-denied', 'no')));
    const other = changed('B', '222222222222');
    const { events, notes } = await changesOf([changed('A'), changed('C'), other], trail);
    expect([asked, events.get(other)?.length]).toEqual([['A', 'B'], 1]);
    expect(notes).toEqual([`CloudTrail does not tell who changed what in account ${ACCOUNT}: cloudtrail:LookupEvents was refused — grant it`]);
  });
  test('an account without credentials is said; so is what is older than CloudTrail keeps', async () => {
    expect((await changesOf([changed('A')], { ...DAY, session: () => undefined })).notes).toEqual([expect.stringContaining('no credentials of it')]);
    const { asked, trail } = trailing(() => told());
    expect((await changesOf([changed('A')], { ...trail, from: '2026-08-01T06:00:00.000Z' })).notes).toEqual([
      expect.stringContaining('CloudTrail keeps 90 days'),
    ]);
    expect(asked).toEqual([]);
  });
});
