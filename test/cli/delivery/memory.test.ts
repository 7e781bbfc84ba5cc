import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { toldTo } from '../../../src/cli/delivery/memory.ts';
import { folderStore } from '../../../src/history/folder.ts';
import { remembering, runOn } from '../../support/report-inbox.ts';

const ONE = remembering(runOn('11-01', { churn: 'fails' }));
const TWO = remembering(runOn('11-01', { churn: 'fails' }), runOn('11-02', { churn: 'passes' }));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sageready-told-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what a listener has been told', () => {
  test('is not remembered without a history', async () => {
    expect(await toldTo('notify', {})).toBeUndefined();
  });
  test('is what the newest run has kept, for each listener by itself, and is no report of the history', async () => {
    const told = await toldTo('notify', { history: folder });
    expect(await told?.read()).toEqual({ schema: 'sageready/state/1', findings: [] });
    await Promise.all([told?.keep(TWO, '2026-11-02T08:00:00.000Z'), told?.keep(ONE, '2026-11-01T08:00:00.000Z')]);
    expect(await told?.read()).toEqual(TWO);
    expect((await (await toldTo('security-hub', { history: folder }))?.read())?.findings).toEqual([]);
    expect(await folderStore(folder).names()).toEqual([]);
  });
  test('does not grow with each run: what was told long ago stands in the newest files too, and those stay however old', async () => {
    const history = join(folder, 'long');
    const told = await toldTo('notify', { history });
    const place = join(history, '.told/notify');
    const day = (number: number) => `2026-10-${String(number).padStart(2, '0')}T08:00:00.000Z`;
    const old = new Date(Date.now() - 90_000_000);
    for (let number = 1; number <= 14; number += 1) await told?.keep(number === 14 ? TWO : ONE, day(number));
    expect(await readdir(place)).toHaveLength(14);
    await writeFile(join(place, 'notes of somebody'), 'mine');
    for (const name of await readdir(place)) await utimes(join(place, name), old, old);
    await Promise.all([told?.keep(ONE, day(15)), told?.keep(TWO, day(16))]);
    const days = (await readdir(place)).toSorted().map((name) => name.slice('2026-10-'.length, '2026-10-07'.length));
    expect(days).toEqual(['07', '08', '09', '10', '11', '12', '13', '14', '15', '16', ' s']);
    expect(await told?.read()).toEqual(TWO);
  });
  test('is that of the run before where the newest is damaged, which is said', async () => {
    const [, newest = ''] = (await readdir(join(folder, '.told/notify'))).toSorted();
    await writeFile(join(folder, '.told/notify', newest), 'half of');
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await (await toldTo('notify', { history: `${folder}/` }))?.read()).toEqual(ONE);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`${newest} in ${folder}/.told/notify is damaged, the one before it counts`));
    said.mockRestore();
  });
});
