import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as found from '../../reporters/found/index.ts';
import { rememberedAfter } from '../../reporters/found/remember.ts';
import type { History } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { fixtureReport } from '../support/report.ts';
import type { Said } from '../support/report-inbox.ts';
import { failingSubjects, remembering, runOn } from '../support/report-inbox.ts';

const findingsOf = (...given: Parameters<typeof found.findingsOf>): readonly found.Found[] => [...found.findingsOf(...given)];

const stateOf = (report: Report, history?: History): Readonly<Record<string, string>> =>
  Object.fromEntries(
    findingsOf(report, { all: false, ...(history && { history }) }).map(({ id, course, standing }) => [
      id.split('/').slice(5).join('/').slice(-8),
      `${course} ${standing}`,
    ]),
  );

const FIRST = '00000001';
const SECOND = '00000002';
const WHOLE = 'nt/churn';

describe('a finding', () => {
  test('is one for all targets that share its subject', () => {
    const [first, ...more] = findingsOf(runOn('11-21', { churn: 'fails', fraud: 'fails' }), { all: false });
    expect(first).toMatchObject({ targets: ['churn', 'fraud'], details: ['observed 1'], course: 'new' });
    expect(more).toEqual([]);
  });
  test('is one for each subject, however often a target names it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (numbers) => {
        const ids = findingsOf(failingSubjects(numbers), { all: false }).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(new Set(numbers).size);
      }),
    );
  });
  test('keeps its id from run to run, whatever else is found', () => {
    const ids = (numbers: readonly number[]) => findingsOf(failingSubjects(numbers), { all: false }).map(({ id }) => id);
    expect(ids([3, 1, 2])).toEqual(expect.arrayContaining([...ids([2]), ...ids([3])]));
  });
  test('that passes is told with all only', () => {
    const report = runOn('11-21', { churn: 'passes' });
    expect(stateOf(report)).toEqual({});
    expect(findingsOf(report, { all: true })).toMatchObject([{ standing: 'passed', course: 'new' }]);
  });
  test('that could not be judged is told, and what waits for it is not', () => {
    const standings = findingsOf(fixtureReport(), { all: false })
      .filter(({ targets }) => targets.includes('search'))
      .map(({ rule, standing }) => [rule, standing]);
    expect(standings).toEqual([
      ['encryption/key-exists', 'not-judged'],
      ['identity/role-may-read-artifact', 'not-judged'],
      ['identity/deployer-may-pass-role', 'not-judged'],
    ]);
  });
});

describe('after earlier runs', () => {
  const before = remembering(runOn('11-01', { churn: 'fails' }));

  const CASES: readonly (readonly [Said, Readonly<Record<string, string>>])[] = [
    ['fails', { [FIRST]: 'known failed' }],
    ['passes', { [FIRST]: 'closed passed' }],
    ['fails otherwise', { [SECOND]: 'new failed', [FIRST]: 'closed passed' }],
    ['does not apply', { [FIRST]: 'closed gone' }],
    ['cannot tell', { [WHOLE]: 'new not-judged' }],
    ['follows', {}],
  ];
  test.each(CASES)('one that failed, and now the rule %s', (said, expected) => {
    expect(stateOf(runOn('11-21', { churn: said }), before)).toEqual(expected);
  });
  test('one whose target this run does not have is left as it was', () => {
    expect(stateOf(runOn('11-21', { other: 'passes' }), before)).toEqual({});
    expect(remembering(runOn('11-01', { churn: 'fails' }), runOn('11-21', { other: 'passes' })).findings).toMatchObject([
      { state: 'open', lastSeen: '2026-11-01T08:00:00.000Z' },
    ]);
  });
  test('one of two targets is closed when neither has it', () => {
    const both = remembering(runOn('11-01', { churn: 'fails', fraud: 'fails' }));
    expect(stateOf(runOn('11-21', { churn: 'passes', fraud: 'cannot tell' }), both)).not.toHaveProperty(FIRST);
    expect(stateOf(runOn('11-21', { churn: 'passes', fraud: 'passes' }), both)).toEqual({ [FIRST]: 'closed passed' });
    expect(stateOf(runOn('11-21', { churn: 'passes' }), both)).toEqual({ [FIRST]: 'closed passed' });
  });
  test('one is closed once, whether its rule says so of the target or of another subject, and again when it has come back', () => {
    const failed = runOn('11-01', { churn: 'fails' });
    const unread = runOn('11-02', { churn: 'cannot tell' });
    for (const earlier of [
      [failed, runOn('11-08', { churn: 'passes' })],
      [failed, runOn('11-08', { churn: 'does not apply' })],
      [unread, runOn('11-08', { churn: 'passes' })],
    ])
      expect(stateOf(runOn('11-21', { churn: 'passes' }), remembering(...earlier))).toEqual({});
    const back = remembering(failed, runOn('11-08', { churn: 'passes' }), runOn('11-09', { churn: 'fails' }));
    expect(stateOf(runOn('11-21', { churn: 'passes' }), back)).toEqual({ [FIRST]: 'closed passed' });
  });
  test('one that could not be judged is closed when it is', () => {
    const open = remembering(runOn('11-01', { churn: 'cannot tell' }));
    expect(stateOf(runOn('11-21', { churn: 'passes' }), open)).toEqual({ [WHOLE]: 'closed passed' });
    expect(stateOf(runOn('11-21', { churn: 'fails' }), open)).toEqual({ [FIRST]: 'new failed', [WHOLE]: 'closed passed' });
  });
  test('one that comes back keeps its first day', () => {
    const closed = remembering(runOn('11-01', { churn: 'fails' }), runOn('11-08', { churn: 'passes' }));
    expect(closed.findings).toMatchObject([{ state: 'closed', firstSeen: '2026-11-01T08:00:00.000Z' }]);
    expect(findingsOf(runOn('11-21', { churn: 'fails' }), { all: false, history: closed })).toMatchObject([
      { course: 'known', firstSeen: '2026-11-01T08:00:00.000Z', lastSeen: '2026-11-21T08:00:00.000Z' },
    ]);
  });
  test('one that nobody saw for 90 days is forgotten', () => {
    const history = remembering(runOn('01-01', { churn: 'fails' }));
    expect(remembering(runOn('01-01', { churn: 'fails' }), runOn('04-01', { churn: 'passes' })).findings).toHaveLength(1);
    expect(rememberedAfter(runOn('04-02', { churn: 'passes' }), history).findings).toEqual([]);
    expect(rememberedAfter(runOn('04-02', { churn: 'fails' }), history).findings).toMatchObject([{ firstSeen: '2026-01-01T08:00:00.000Z' }]);
  });

  const SAID: readonly Said[] = ['fails', 'fails otherwise', 'passes', 'does not apply', 'cannot tell', 'follows'];
  const UNDECIDED: readonly Said[] = ['cannot tell', 'follows'];
  type Day = Readonly<Record<'churn' | 'fraud', Said>>;

  /** Who has the first subject's failure after these days, told without any report. */
  const holdersAfter = (days: readonly Day[]): readonly (keyof Day)[] =>
    days.reduce<readonly (keyof Day)[]>((holders, day) => {
      const failing = (['churn', 'fraud'] as const).filter((name) => day[name] === 'fails');
      if (failing.length > 0) return failing;
      return holders.some((name) => UNDECIDED.includes(day[name])) ? holders : [];
    }, []);

  test('whatever happens, a failure is open until each target that has it was judged without', () => {
    const days = fc.array(fc.record({ churn: fc.constantFrom(...SAID), fraud: fc.constantFrom(...SAID) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, (said) => {
        const { findings } = remembering(...said.map((day, index) => runOn(`11-${index + 10}`, day)));
        const open = findings.filter(({ state, id }) => state === 'open' && id.endsWith(FIRST)).flatMap(({ targets }) => targets);
        expect(open).toEqual(holdersAfter(said));
      }),
    );
  });
});
