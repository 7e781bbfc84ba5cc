import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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
  test('is that of the run before where the newest is damaged, which is said', async () => {
    const [, newest = ''] = (await readdir(join(folder, '.told/notify'))).toSorted();
    await writeFile(join(folder, '.told/notify', newest), 'half of');
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await (await toldTo('notify', { history: `${folder}/` }))?.read()).toEqual(ONE);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`${newest} in ${folder}/.told/notify is damaged, the one before it counts`));
    said.mockRestore();
  });
});
