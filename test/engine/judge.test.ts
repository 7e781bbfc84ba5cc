import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../src/engine/facts.ts';
import type { Law } from '../../src/engine/judge.ts';
import { judgeTargets } from '../../src/engine/judge.ts';
import type { Threshold } from '../../src/engine/outcome.ts';
import { exitCodeOf } from '../../src/engine/outcome.ts';
import { fact, unknown } from '../../src/model/fact.ts';
import type { AnyRule, Severity } from '../../src/model/rule.ts';
import { defineJointRule, defineRule } from '../../src/model/rule.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import type { Judgement, Verdict } from '../../src/model/verdict.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { everyTarget } from '../../src/reason/applicability.ts';
import { serverless } from '../support/targets.ts';

const named = (id: string, more: { readonly severity?: Severity; readonly dependsOn?: readonly string[] } = {}) => ({
  id: id as RuleId,
  title: id,
  severity: more.severity ?? ('error' as const),
  why: 'w',
  fix: 'f',
  docs: ['https://docs.aws.amazon.com/'] as const,
  basis: 'documented' as const,
  ...(more.dependsOn && { dependsOn: more.dependsOn as readonly RuleId[] }),
});
const saying = (id: string, judge: () => Judgement, more?: Parameters<typeof named>[1]) =>
  defineRule({ ...named(id, more), appliesTo: everyTarget, needs: () => ({}), judge });
const failed = () => fail('broken', [{ subject: 'arn:aws:iam::123456789012:role/x', observed: 'nothing' }]);
const passed = () => pass('fine');
const undecided = () => cannotTell(unknown('access-denied', 'refused', { actions: ['iam:GetRole'] }));

const lawOf = (...rules: readonly AnyRule[]): Law => ({
  rules,
  scenarios: [{ id: 'serverless-endpoint', title: '', guide: 'https://docs.aws.amazon.com/', rules: rules.map(({ id }) => id) as never }],
  partitionOf: () => 'aws',
});
const given = (threshold: Partial<Threshold> = {}) => ({ facts: factsOf([], 'test'), threshold: { failOn: 'error' as const, strict: false, ...threshold } });
const judgeOne = (law: Law, threshold?: Partial<Threshold>) => {
  const [report] = judgeTargets(law, [serverless()], given(threshold));
  if (report === undefined) throw new Error('no report');
  const verdicts = Object.fromEntries(report.findings.map(({ rule, verdict }) => [rule, verdict])) as Readonly<Record<string, Verdict>>;
  return { ...report, verdicts };
};

describe('a rule that depends on another', () => {
  const first = (judge: () => Judgement) => saying('a/first', judge);
  const second = saying('a/second', passed, { dependsOn: ['a/first'] });
  const third = saying('a/third', failed, { dependsOn: ['a/second'] });

  test('is judged after it, wherever it stands', () => {
    expect(judgeOne(lawOf(third, second, first(passed))).verdicts).toMatchObject({ 'a/second': { outcome: 'pass' }, 'a/third': { outcome: 'fail' } });
  });
  test('is not applicable when it failed, and so is what follows; the cause clears both', () => {
    const { verdicts, causes } = judgeOne(lawOf(first(failed), second, third));
    expect(verdicts).toMatchObject({ 'a/second': { outcome: 'not-applicable', reason: 'because a/first failed' }, 'a/third': { outcome: 'not-applicable' } });
    expect(causes).toEqual([{ rule: 'a/first', clears: ['a/second', 'a/third'] }]);
  });
  test('cannot be told when it could not, with its reason', () => {
    expect(judgeOne(lawOf(first(undecided), second, third)).verdicts['a/third']).toMatchObject({
      outcome: 'cannot-tell',
      because: [{ actions: ['iam:GetRole'] }],
    });
  });
  test('cannot be told when it is broken', () => {
    const broken = first(() => {
      throw new TypeError('oops');
    });
    const { verdicts, outcome } = judgeOne(lawOf(broken, second));
    expect(verdicts).toMatchObject({ 'a/first': { outcome: 'error', message: 'oops' }, 'a/second': { outcome: 'cannot-tell' } });
    expect(outcome).toBe('undetermined');
  });
  test('nor when its evidence is about nothing, as where an edited fact tells no ARN: no other rule is lost by that', () => {
    const nameless = first(() => fail('broken', [{ subject: undefined as never, observed: 'nothing' }]));
    const { verdicts, outcome } = judgeOne(lawOf(nameless, second, saying('a/other', failed)));
    expect(verdicts).toMatchObject({ 'a/first': { outcome: 'error' }, 'a/second': { outcome: 'cannot-tell' }, 'a/other': { outcome: 'fail' } });
    expect(outcome).toBe('not-ready');
  });
  test('circles are an author’s error', () => {
    expect(() => judgeOne(lawOf(saying('a/x', passed, { dependsOn: ['a/y'] }), saying('a/y', passed, { dependsOn: ['a/x'] })))).toThrow('a/x → a/y → a/x');
  });
});

describe('needs', () => {
  test('any unknown ⇒ cannot-tell, and judge is not called', () => {
    const rule = defineRule({
      ...named('a/needy'),
      appliesTo: everyTarget,
      needs: () => ({ time: fact('run.time', {}) }),
      judge: () => {
        throw new Error('judged on an unknown fact');
      },
    });
    expect(judgeOne(lawOf(rule)).verdicts['a/needy']).toMatchObject({ outcome: 'cannot-tell', because: [{ reason: 'not-collected' }] });
  });
});

describe('joint rules', () => {
  const joint = (judge: (names: readonly string[], shared: string) => Judgement, dependsOn?: readonly string[]) =>
    defineJointRule({
      ...named('j/together', dependsOn && { dependsOn }),
      appliesTo: everyTarget,
      needs: () => ({}),
      sharing: ({ region }) => [region],
      judge: (members, shared) =>
        judge(
          members.map(({ target }) => target.name),
          shared,
        ),
    });
  const three = [serverless({ name: 'a' }), serverless({ name: 'b' }), serverless({ name: 'c', region: 'eu-west-1' })];
  const outcomes = (law: Law) => judgeTargets(law, three, given()).map(({ findings }) => findings.at(-1)?.verdict);

  test('are judged once per group of two or more; who is alone is not applicable', () => {
    const asked: string[] = [];
    const verdicts = outcomes(
      lawOf(
        joint((names, shared) => {
          asked.push(`${shared}: ${names}`);
          return failed();
        }),
      ),
    );
    expect(asked).toEqual(['us-east-1: a,b']);
    expect(verdicts.map((verdict) => verdict?.outcome)).toEqual(['fail', 'fail', 'not-applicable']);
  });
  test('say nothing of a failure before to who shares nothing', () => {
    const single = defineRule({ ...named('a/alone'), appliesTo: everyTarget, needs: () => ({}), judge: undecided });
    const reports = judgeTargets(lawOf(single, joint(failed, ['a/alone'])), three, given());
    expect(reports.map(({ findings }) => findings.at(-1)?.verdict.outcome)).toEqual(['cannot-tell', 'cannot-tell', 'not-applicable']);
  });
  test('leave out who failed before', () => {
    const single = defineRule({ ...named('a/alone'), appliesTo: everyTarget, needs: () => ({}), judge: (_, { name }) => (name === 'a' ? failed() : passed()) });
    expect(outcomes(lawOf(single, joint(failed, ['a/alone']))).map((verdict) => verdict?.outcome)).toEqual([
      'not-applicable',
      'not-applicable',
      'not-applicable',
    ]);
  });
});

describe('outcome and exit code', () => {
  test.each<readonly [string, () => Judgement, Severity, Partial<Threshold>, string, number]>([
    ['an error that fails', failed, 'error', {}, 'not-ready', 1],
    ['a warning that fails', failed, 'warning', {}, 'ready', 0],
    ['a warning that fails, when warnings count', failed, 'warning', { failOn: 'warning' }, 'not-ready', 1],
    ['an error that cannot be told', undecided, 'error', {}, 'undetermined', 3],
    ['a warning that cannot be told', undecided, 'warning', {}, 'ready', 0],
    ['a warning that cannot be told, strictly', undecided, 'warning', { strict: true }, 'undetermined', 3],
    ['a note that fails, when notes count', failed, 'note', { failOn: 'note' }, 'not-ready', 1],
    ['all well', passed, 'error', {}, 'ready', 0],
  ])('%s', (_, judge, severity, threshold, outcome, code) => {
    const report = judgeOne(lawOf(saying('a/one', judge, { severity })), threshold);
    expect(report.outcome).toBe(outcome);
    expect(exitCodeOf([report.outcome])).toBe(code);
  });
  test('failure counts before uncertainty, uncertainty before ready', () => {
    expect(exitCodeOf(['ready', 'undetermined', 'not-ready'])).toBe(1);
    expect(exitCodeOf(['ready', 'undetermined'])).toBe(3);
    expect(exitCodeOf([])).toBe(0);
  });
  test('failing warnings are risks', () => {
    expect(judgeOne(lawOf(saying('a/one', failed, { severity: 'warning' })))).toMatchObject({ outcome: 'ready', risks: 1 });
  });
  test('a finding’s fingerprint depends on rule, place and subject only', () => {
    const [one] = judgeOne(lawOf(saying('a/one', failed))).findings;
    const [same] = judgeOne(lawOf(saying('a/one', () => ({ ...failed(), summary: 'other words' }))), { strict: true }).findings;
    const [other] = judgeOne(lawOf(saying('a/two', failed))).findings;
    expect(one?.fingerprints).toEqual(same?.fingerprints);
    expect(one?.fingerprints?.[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(other?.fingerprints).not.toEqual(one?.fingerprints);
  });
});
