import { readFileSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOf } from '../../src/engine/facts.ts';
import { openJudging } from '../../src/engine/judge.ts';
import type { Fact, SavedFact } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { TargetReport } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import { gather } from '../../src/run/gather.ts';
import { LAW } from '../../src/run/law.ts';
import { missingIn, reportOn } from '../../src/run/report.ts';
import { elastic } from '../support/targets.ts';

const saved = JSON.parse(readFileSync('examples/facts/broken.json', 'utf8')) as { readonly facts: readonly SavedFact[]; readonly targets: readonly [Target] };
const known = factsOf(saved.facts, 'test');
const TIME = '2026-11-21T12:00:00.000Z';
const THRESHOLD = { failOn: 'error', strict: false } as const;
const RUN = { tool: { name: 'sageready', version: '0' }, time: TIME, complete: true, endpoints: [], notes: [] } as const;

const [planned] = saved.targets;
const { account, region, executionRoleArn = '', image = '' } = planned;
const named = (name: string, changes: object = {}): Target => ({ ...planned, name, endpointName: name, ...changes }) as Target;
const many = Array.from({ length: 210 }, (_, index) => named(`many-${index}`));
const mixed: readonly Target[] = [
  planned,
  named('twin'),
  named('large', { serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 100_000 } }),
  named('deployed', { completeFrom: { endpoint: 'gone' } }),
  elastic({ name: 'in a VPC', account, region, executionRoleArn, image }),
];

/** Answers after so many turns of the event loop, by a list that is walked round. */
const readerAfter = (turns: readonly number[]) => {
  let asked = 0;
  return async (kind: SavedFact['kind'], params: SavedFact['params']): Promise<Fact> => {
    const wait = turns[asked % turns.length] ?? 0;
    asked += 1;
    for (let turn = 0; turn < wait; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
    return kind === 'sagemaker.endpoint' ? absent : known.get({ kind, params });
  };
};

const byName = (reports: Iterable<TargetReport>): readonly TargetReport[] => [...reports].toSorted((a, b) => (a.target.name < b.target.name ? -1 : 1));

const observed = async (targets: readonly Target[], turns: readonly number[]) => {
  const live: TargetReport[] = [];
  const onTarget = (report: TargetReport) => void live.push(report);
  const options = { time: TIME, tool: 'test', iamEngine: 'local', live: { threshold: THRESHOLD, time: TIME, onTarget } } as const;
  const gathered = await gather(targets, readerAfter(turns), options);
  return { live, gathered, report: reportOn(gathered, THRESHOLD, { run: RUN }) };
};

// The machine that tests may be busy with others.
jest.setTimeout(60_000);

describe('reports that are handed on while facts are read', () => {
  test('are those of the finished run, in whatever order facts come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }), async (turns) => {
        const { live, report } = await observed(mixed, turns);
        expect(byName(live)).toEqual(byName(report.targets));
        expect(live).toHaveLength(mixed.length);
      }),
      { numRuns: 8 },
    );
  });
  test('come before the last fact is read', async () => {
    const steps: string[] = [];
    const read = readerAfter([0]);
    await gather(
      [named('early', { image: undefined }), planned].map(({ image: own, ...target }) => (own === undefined ? target : { ...target, image: own }) as Target),
      async (kind, params) => {
        for (let turn = 0; turn < (kind === 'ecr.image' ? 100 : 0); turn += 1) await new Promise((resolve) => void setImmediate(resolve));
        const fact = await read(kind, params);
        if (kind === 'ecr.image') steps.push(kind);
        return fact;
      },
      { time: TIME, tool: 'test', iamEngine: 'local', live: { threshold: THRESHOLD, time: TIME, onTarget: ({ target }) => void steps.push(target.name) } },
    );
    expect(steps).toEqual(['early', 'ecr.image', planned.name]);
  });
});

describe('a report of many targets', () => {
  test('is judged anew for each reader, and says the same each time as each target alone', async () => {
    const { report, live } = await observed(many, [0]);
    const first = byName(report.targets);
    expect(byName(report.targets)).toEqual(first);
    expect(byName(live)).toEqual(first);
    expect(report.outcomes()).toEqual(new Set(first.map(({ outcome }) => outcome)));
    const alone = (target: Target) =>
      openJudging(LAW, { facts: factsOf([...saved.facts, ...absentOf(many)], 'test'), threshold: THRESHOLD }).report(target, new Map());
    const singles = (of: TargetReport) => of.findings.filter(({ rule }) => LAW.rules.find(({ id }) => id === rule)?.kind === 'rule');
    for (const target of [many[0], many[104], many[209]] as readonly Target[]) {
      const [own] = first.filter((one) => one.target.name === target.name);
      expect(own && singles(own)).toEqual(singles(alone(target)));
    }
  });
  test('goes on without a target that is to be completed from nothing, and ends where all are such', async () => {
    const { gathered, report } = await observed(mixed, [0]);
    expect(missingIn({ parts: [{ gathered, places: [] }] }).map(({ name }) => name)).toEqual(['deployed']);
    const [missing] = [...report.targets].filter(({ invalid }) => invalid !== undefined);
    expect(missing).toMatchObject({ target: { name: 'deployed' }, outcome: 'undetermined', invalid: expect.stringContaining('there is no endpoint gone') });
    expect([...report.targets].map(({ target }) => target.name)).toEqual(mixed.map(({ name }) => name));
    await expect(observed([named('deployed', { completeFrom: { endpoint: 'gone' } })], [0])).rejects.toThrow('nothing was judged');
  });
});

const absentOf = (targets: readonly Target[]): readonly SavedFact[] =>
  targets.map(({ endpointName = '' }): SavedFact => ({ kind: 'sagemaker.endpoint', params: { endpointName, region }, fact: absent }));

describe('the simulator', () => {
  test('is asked about few targets; of many a note says that it was not', async () => {
    const asked = new Set<string>();
    const reader = async (kind: SavedFact['kind'], params: SavedFact['params']): Promise<Fact> => {
      asked.add(kind);
      return kind === 'run.time' ? present(TIME) : readerAfter([0])(kind, params);
    };
    const few = await gather(many.slice(0, 25), reader, { time: TIME, tool: 'test' });
    expect([asked.has('iam.simulation'), few.notes]).toEqual([true, []]);
    asked.clear();
    const all = await gather(many, reader, { time: TIME, tool: 'test' });
    expect([asked.has('iam.simulation'), all.notes]).toEqual([false, [expect.stringContaining('more than 25 targets')]]);
    const named = await gather(many.slice(0, 30), reader, { time: TIME, tool: 'test', iamEngine: 'both' });
    expect([asked.has('iam.simulation'), named.notes]).toEqual([true, []]);
  });
});
