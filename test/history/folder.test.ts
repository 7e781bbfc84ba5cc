import { mkdir, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderStore } from '../../src/history/folder.ts';
import { keptNames } from '../../src/history/kept.ts';
import { nameAt, timeInName } from '../../src/history/name.ts';
import { packed } from '../../src/history/pack.ts';
import { newestReports } from '../../src/history/reports.ts';
import type { ReportStore } from '../../src/history/store.ts';
import { summedRuns } from '../../src/history/summed.ts';
import type { Report } from '../../src/model/report.ts';
import { fixtureReport, readyReport } from '../support/report.ts';

let folder: string;
let store: ReportStore;
let told: string[];
const tell = (line: string): void => void told.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sageready-history-'));
  store = folderStore(join(folder, 'runs'));
  told = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T06:00:00.000Z`;
const keep = async (time: string, report: Report): Promise<string> => {
  const name = nameAt(time);
  await store.write(name, await packed({ ...report, run: { ...report.run, time } }));
  return name;
};
const path = (name: string): string => join(folder, 'runs', name);

describe('a history in a folder', () => {
  test('what is kept is the report, line for line, with its numbers at the beginning', async () => {
    const text = gunzipSync(await packed(fixtureReport())).toString('utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type).filter((type, index, all) => all.indexOf(type) === index)).toEqual([
      'report',
      'summary',
      'rule',
      'target',
      'finding',
      'end',
    ]);
    expect(lines[1]).toMatchObject({ targets: [...fixtureReport().targets].length, scenarios: { 'serverless-endpoint': {} } });
  });
  test('a folder that is not there yet holds nothing, and is made by the first report', async () => {
    expect(await store.names()).toEqual([]);
    const name = await keep(day(1), readyReport());
    expect([await store.names(), timeInName(name)]).toEqual([[name], day(1)]);
  });
  test('twenty runs at once: nothing is lost, nothing is left over', async () => {
    const names = await Promise.all(Array.from({ length: 20 }, () => keep(day(1), readyReport())));
    expect(await readdir(join(folder, 'runs'))).toEqual([...new Set(names)].toSorted());
    expect(await newestReports(store, await keptNames(store, tell), { most: 30, tell })).toHaveLength(20);
    expect(told).toEqual([]);
  });
  test('a name that is taken is not replaced', async () => {
    const name = await keep(day(1), readyReport());
    const before = await store.read(name);
    await expect(store.write(name, Buffer.from('another'))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('what was kept before is as it was'),
    });
    expect([await store.read(name), (await readdir(join(folder, 'runs'))).length]).toEqual([before, 1]);
  });
  test('half-written leftovers are never read, and cleaned up after a day', async () => {
    await keep(day(1), readyReport());
    for (const name of ['.sageready-old.tmp', '.sageready-fresh.tmp']) await writeFile(path(name), 'half');
    await utimes(path('.sageready-old.tmp'), new Date(), new Date(Date.now() - 90_000_000));
    await keep(day(2), readyReport());
    expect([(await store.names()).length, (await readdir(join(folder, 'runs'))).filter((name) => name.startsWith('.'))]).toEqual([2, ['.sageready-fresh.tmp']]);
  });
  test('damaged and foreign files are left out and told, and the others read', async () => {
    const [first, second, third, fourth] = [
      await keep(day(1), readyReport()),
      await keep(day(2), fixtureReport()),
      await keep(day(3), readyReport()),
      nameAt(day(4)),
    ];
    await truncate(path(second), (await store.read(second)).length - 20);
    await truncate(path(third), 30);
    await writeFile(path(fourth), 'no gzip at all');
    await writeFile(path('notes.txt'), 'mine');
    await mkdir(path('sub'));
    const names = await keptNames(store, tell);
    expect(names.map(({ name }) => name)).toEqual([first, second, third, fourth]);
    expect((await newestReports(store, names, { most: 9, tell })).map(({ time }) => time)).toEqual([day(1)]);
    expect(told).toEqual([
      expect.stringMatching(/holds 2 files that sageready did not keep there, left out: notes\.txt, sub$/),
      expect.stringContaining(`${fourth} in`),
      expect.stringContaining(`${third} in`),
      expect.stringContaining(`${second} in`),
    ]);
    // The numbers of the second stand before the damage.
    told = [];
    expect((await summedRuns(store, names, tell)).map(({ time }) => time)).toEqual([day(1), day(2)]);
    expect(told).toHaveLength(2);
  });
  test('a run that was stopped half-way is kept, and no part of a trend', async () => {
    await keep(day(1), readyReport());
    await keep(day(2), { ...readyReport(), run: { ...readyReport().run, complete: false } });
    expect(await summedRuns(store, await keptNames(store, tell), tell)).toHaveLength(1);
    expect(told).toEqual([expect.stringContaining('one run')]);
  });
  test('a store that only reads whole gives the same numbers', async () => {
    await keep(day(1), fixtureReport());
    const { start: _, ...whole } = store;
    const names = await keptNames(store, tell);
    expect(await summedRuns(whole, names, tell)).toEqual(await summedRuns(store, names, tell));
  });
  test('folders above it are made too, and by two runs at once', async () => {
    const deep = folderStore(join(folder, 'a', 'b', 'c/'));
    await Promise.all(['one', 'two'].map((name) => deep.write(name, Buffer.from(name))));
    expect(await deep.names()).toEqual(['one', 'two']);
  });
  test('a folder that can never be made ends the attempt', async () => {
    const { write } = folderStore('/proc/sageready/runs');
    await expect(write('one', Buffer.from('one'))).rejects.toThrow(/^the report could not be kept in \/proc\/sageready\/runs: /);
  });
  test('a place that is no folder says so', async () => {
    await writeFile(join(folder, 'file'), '');
    const wrong = folderStore(join(folder, 'file'));
    await expect(wrong.names()).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('name a folder with --history') });
    await expect(wrong.write('x', Buffer.from('x'))).rejects.toMatchObject({ exitCode: 2 });
  });
});
