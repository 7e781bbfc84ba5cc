import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageNotes, rulesAtTime } from '../../src/engine/age.ts';
import { factsOf } from '../../src/engine/facts.ts';
import { judgeTargets } from '../../src/engine/judge.ts';
import { exitCodeOf } from '../../src/engine/outcome.ts';
import type { Facts } from '../../src/model/fact.ts';
import { present } from '../../src/model/fact.ts';
import type { AnyRule, Severity } from '../../src/model/rule.ts';
import { defineJointRule, defineRule } from '../../src/model/rule.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { fail, notApplicable, noted, pass } from '../../src/model/verdict.ts';
import { everyTarget } from '../../src/reason/applicability.ts';
import { serverless } from '../support/targets.ts';

const TABLE = { source: 'https://docs.aws.amazon.com/table.html', asOf: '2026-01-01', values: [] } as const;
const failed = fail('broken', [{ subject: 'arn:aws:iam::123456789012:role/x', observed: 'nothing' }]);

const at = (time: string): Facts => factsOf([{ kind: 'run.time', params: {}, fact: present(time) }] as never, 'test');
const words = (severity: Severity) => ({
  ...{ id: 'a/rests' as RuleId, title: 'a', why: 'w', fix: 'f', docs: ['https://docs.aws.amazon.com/'] as const, basis: 'documented' as const },
  ...{ severity, restsOn: [TABLE] },
});
const resting = (judgement: Judgement, severity: Severity = 'error') =>
  defineRule({ ...words(severity), appliesTo: everyTarget, needs: () => ({}), judge: () => judgement });

const judged = (facts: Facts, judgement: Judgement, severity?: Severity) => {
  const law = {
    rules: [resting(judgement, severity)],
    scenarios: [{ id: 'serverless-endpoint' as const, title: '', guide: 'https://docs.aws.amazon.com/' as const, rules: ['a/rests' as RuleId] as const }],
    partitionOf: () => 'aws',
  };
  const [report] = judgeTargets(law, [serverless()], { facts, threshold: { failOn: 'error', strict: false } });
  return { outcome: report?.outcome, risks: report?.risks, verdict: report?.findings[0]?.verdict };
};

const judgeOf = (rule: AnyRule | undefined): Judgement | undefined => (rule?.judge as ((...given: readonly unknown[]) => Judgement) | undefined)?.([], 'x');

const YOUNG = at('2026-06-30T23:59:59Z');
const OLD = at('2026-07-01T00:00:00Z');

describe('a table of 1 January', () => {
  test('decides for 180 days', () => {
    expect(judged(YOUNG, failed)).toEqual({ outcome: 'not-ready', risks: 0, verdict: failed });
    expect(ageNotes([resting(failed)], YOUNG)).toEqual([]);
  });
  test('warns from then on, and the verdict says so', () => {
    const { outcome, risks, verdict } = judged(OLD, failed);
    expect([outcome, risks, outcome && exitCodeOf([outcome])]).toEqual(['ready', 1, 0]);
    expect(verdict).toMatchObject({
      outcome: 'fail',
      summary: 'broken',
      notes: [expect.stringMatching(/rests on https:\S+table\.html alone, read on 2026-01-01/)],
    });
    expect(ageNotes([resting(failed), resting(failed)], OLD)).toEqual([
      expect.stringContaining('https://docs.aws.amazon.com/table.html (read on 2026-01-01). What'),
    ]);
  });
  test('a pass says so too, beside what else it says; what does not apply says nothing', () => {
    expect(judged(OLD, noted(pass('fine'), ['first'])).verdict).toMatchObject({ notes: ['first', expect.stringMatching(/alone/)] });
    expect(judged(OLD, notApplicable('no')).verdict).toEqual({ outcome: 'not-applicable', reason: 'no' });
  });
  test('facts without a clock age nothing', () => expect(judged(factsOf([], 'test'), failed).outcome).toBe('not-ready'));
  test('a threshold of warnings still counts it', () => expect(rulesAtTime([resting(failed)], OLD)[0]?.severity).toBe('warning'));
  test('a joint rule ages alike', () => {
    const joint = defineJointRule({ ...words('error'), appliesTo: everyTarget, needs: () => ({}), sharing: () => ['x'], judge: () => failed });
    const [old] = rulesAtTime([joint], OLD);
    expect(old).toMatchObject({ kind: 'joint', severity: 'warning' });
    expect(judgeOf(old)).toMatchObject({ notes: [expect.any(String)] });
  });
});

test('age never raises a severity, and never changes what is found', () =>
  fc.assert(
    fc.property(fc.constantFrom<Severity>('error', 'warning', 'note'), fc.integer({ min: -400, max: 400 }), (severity, days) => {
      const facts = at(new Date(Date.parse('2026-01-01') + days * 86_400_000).toISOString());
      const rule = rulesAtTime([resting(failed, severity)], facts)[0];
      expect(rule?.severity).toBe(days > 180 && severity === 'error' ? 'warning' : severity);
      expect(judged(facts, failed, severity).verdict).toMatchObject(failed);
    }),
  ));
