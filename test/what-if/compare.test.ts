import { describe, expect, test } from '@jest/globals';
import { whatIfText } from '../../src/cli/text/what-if.ts';
import { unknown } from '../../src/model/fact.ts';
import type { TargetReport } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { changesBetween, saidBy } from '../../src/what-if/compare.ts';

const S3 = 'network/s3-is-reachable-from-every-subnet';
const report = (outcome: TargetReport['outcome'], verdict: Verdict): TargetReport => ({
  target: { name: 'sizing', scenario: 'inference-recommender-vpc', account: '123456789012', region: 'us-east-1' },
  outcome,
  risks: 0,
  findings: [
    { rule: 'network/subnets-exist', verdict: pass('every subnet exists') },
    { rule: S3, verdict },
  ],
  causes: [],
});
const stopped = fail('Amazon S3 is not reached from subnet-c', [{ subject: 'arn:aws:ec2:us-east-1:123456789012:subnet/subnet-c', observed: 'no route' }]);

describe('what changes', () => {
  test('is told finding by finding, and what stays is not', () => {
    const changes = changesBetween([report('not-ready', stopped)], [report('ready', pass('Amazon S3 is reached'))]);
    expect(changes).toEqual([
      {
        name: 'sizing',
        was: 'not-ready',
        is: 'ready',
        findings: [
          { rule: S3, was: { outcome: 'fail', words: 'Amazon S3 is not reached from subnet-c' }, is: { outcome: 'pass', words: 'Amazon S3 is reached' } },
        ],
      },
    ]);
    expect(whatIfText(changes, 80)).toBe(`sizing: not ready → ready
  ✘ → ✔  ${S3}
         was  Amazon S3 is not reached from subnet-c
         is   Amazon S3 is reached
`);
  });
  test('another reason for the same outcome is a change', () => {
    expect(
      changesBetween([report('not-ready', stopped)], [report('not-ready', { ...stopped, summary: 'Amazon S3 is not reached from subnet-a' })])[0]?.findings,
    ).toHaveLength(1);
  });
  test('nothing', () => {
    expect(whatIfText(changesBetween([report('ready', pass('as ever'))], [report('ready', pass('as ever'))]), 80)).toBe(
      'sizing: ready, as before\n  nothing changes\n',
    );
  });
  test.each<readonly [Verdict, string]>([
    [notApplicable('no VPC'), 'no VPC'],
    [cannotTell(unknown('throttled', 'one'), unknown('timeout', 'two')), 'one; two'],
    [{ outcome: 'error', message: 'broken' }, 'broken'],
  ])('%j in brief', (verdict, words) => {
    expect(saidBy(verdict).words).toBe(words);
  });
});
