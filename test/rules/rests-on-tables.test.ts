import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../rules/index.ts';
import { judgeTargets } from '../../src/engine/judge.ts';
import { readFactsFile } from '../../src/run/facts-file.ts';
import { LAW } from '../../src/run/law.ts';
import { reportOn } from '../../src/run/report.ts';
import { completed } from '../../src/targets/resolve/index.ts';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const TABLES = filesBelow('src/data').flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(/export const ([A-Z_]+): Sourced</g), ([, name = '']) => name),
);

/** Rules that use a dated table, and do not rest on it alone. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'accelerator/artifact-fits-accelerator': 'the service has ended: its table is history',
  'accelerator/image-is-built-for-accelerators': 'the service has ended: its table is history',
  'accelerator/region-offered-accelerators': 'the service has ended: its table is history',
  'accelerator/type-is-known': 'the service has ended: its table is history',
  'artifact/artifact-fits-memory': 'the table only makes the advice: the next larger size',
  'endpoint/provisioned-concurrency-fits': 'the description’s own numbers are compared as well',
  'training/spot-wait-covers-runtime': 'the table is only the default of a number that the description leaves out',
};

describe('rules and dated tables', () => {
  test.each(RULES.map(({ id }) => id))('%s names the table that it rests on, or why it does not', (id) => {
    const text = readFileSync(`rules/${id}.ts`, 'utf8');
    const used = TABLES.filter((table) => new RegExp(`\\b${table}\\b`).test(text));
    const named = Array.from(text.matchAll(/restsOn: \[([^\]]*)\]/g), ([, names = '']) => names.split(/,\s*/)).flat();
    expect(Object.hasOwn(ELSEWHERE, id) ? [] : used).toEqual(named);
    if (Object.hasOwn(ELSEWHERE, id)) expect(used).not.toEqual([]);
  });
  test('every table has a source and a day', () => {
    const origins = RULES.flatMap(({ restsOn = [] }) => restsOn);
    expect(origins.length).toBeGreaterThan(15);
    for (const { source, asOf } of origins) {
      expect(source).toMatch(/^https:\/\//);
      expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
    }
  });
});

describe('the example’s account, judged a year later', () => {
  const judged = async (later: boolean) => {
    const { facts, targets } = await readFactsFile('examples/facts/broken.json');
    const time = { state: 'present', value: '2027-11-21T12:00:00.000Z' } as const;
    const known = later ? { ...facts, get: (request: Parameters<typeof facts.get>[0]) => (request.kind === 'run.time' ? time : facts.get(request)) } : facts;
    const gathered = { facts: known as typeof facts, targets: targets.map((target) => completed(target, known as typeof facts)) };
    const run = { tool: { name: 'sageready', version: '0' } as const, time: '', complete: true, endpoints: [], notes: [] };
    return reportOn(gathered, { failOn: 'error', strict: false }, { run });
  };
  test('the same is found; what rests on tables is a warning, and the head says so', async () => {
    const [now, then] = [await judged(false), await judged(true)];
    expect(now.run.notes).toEqual([]);
    expect(then.run.notes).toEqual([expect.stringMatching(/^Tables older than 180 days: https:/)]);
    const severity = (report: typeof now) => report.rules.find(({ id }) => id === 'endpoint/memory-size-is-offered')?.severity;
    expect([severity(now), severity(then)]).toEqual(['error', 'warning']);
    const outcomes = (report: typeof now) => [...report.targets].flatMap(({ findings }) => findings.map(({ rule, verdict }) => [rule, verdict.outcome]));
    expect(outcomes(then)).toEqual(outcomes(now));
  });
  test('the law itself stays as it is', () => {
    const before = JSON.stringify(LAW.rules.map(({ severity }) => severity));
    judgeTargets(LAW, [], {
      facts: { get: () => ({ state: 'present', value: '2030-01-01' }), toJSON: () => [] } as never,
      threshold: { failOn: 'error', strict: false },
    });
    expect(JSON.stringify(LAW.rules.map(({ severity }) => severity))).toBe(before);
  });
});
