import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import { actionMetadata, runAction } from '../support/runner.ts';

jest.setTimeout(60_000);

const facts = (name: string): string => join(process.cwd(), `examples/facts/${name}.json`);
const READY = facts('ready');
const BROKEN = facts('broken');

let folder: Folder;

beforeAll(async () => {
  folder = await makeFolder();
}, 120_000);
afterAll(() => folder?.remove());

const run = (given: Readonly<Record<string, string>>, further?: Readonly<Record<string, string>>) => runAction(folder.path, given, further);
const contentOf = (name: string): Promise<string> => readFile(join(folder.path, name), 'utf8');

describe('the action, over recorded facts', () => {
  test('a ready account', async () => {
    const { code, log, outputs, summary, obeyed } = await run({ facts: READY });
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { outcome: 'ready', 'exit-code': '0', ready: '1', 'not-ready': '0', undetermined: '0', reports: '' },
    });
    expect(log).toContain('churn-staging is ready');
    expect(summary).toContain('churn-staging');
    expect(obeyed.filter(({ name }) => name === 'error')).toEqual([]);
  });
  test('a broken account: reports, annotations and a summary, and the step fails', async () => {
    const { code, log, outputs, summary, obeyed } = await run({ facts: BROKEN, output: 'sarif=sageready.sarif\njson=reports.json' });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ outcome: 'not-ready', 'exit-code': '1', 'not-ready': '1', sarif: 'sageready.sarif', json: 'reports.json' });
    expect(outputs['reports']).toBe('sageready.sarif\nreports.json');
    expect(JSON.parse(await contentOf('sageready.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(await contentOf('reports.json'))).toMatchObject({ schema: 'sageready/report/1' });
    expect(log).toContain('churn-production is not ready: fix these 3, they clear 6');
    expect(obeyed.filter(({ name }) => name === 'error').length).toBeGreaterThanOrEqual(3);
    expect(summary).toContain('churn-production');
  });
  test('exit-zero: the verdict is told, and the step succeeds', async () => {
    const { code, outputs } = await run({ facts: BROKEN, 'exit-zero': 'true' });
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { outcome: 'not-ready', 'exit-code': '1' } });
  });
  test('without annotations and summary there are none', async () => {
    const { obeyed, summary } = await run({ facts: BROKEN, annotations: 'false', summary: 'false' });
    expect({ obeyed, summary }).toEqual({ obeyed: [], summary: '' });
  });
  test('strict: what could not be judged fails the step', async () => {
    const open = { ...JSON.parse(await readFile(READY, 'utf8')) } as { facts: readonly { kind: string }[] };
    await folder.write('open.json', JSON.stringify({ ...open, facts: open.facts.filter(({ kind }) => kind !== 'quota.applied' && kind !== 'ecr.image') }));
    const { code, outputs } = await run({ facts: 'open.json', strict: 'true' });
    expect({ code, outputs }).toMatchObject({ code: 3, outputs: { outcome: 'undetermined', 'exit-code': '3', undetermined: '1' } });
  });
  test('one target of several', async () => {
    expect(await run({ facts: READY, target: 'churn-staging' })).toMatchObject({ code: 0, outputs: { ready: '1' } });
    const { code, outputs, obeyed } = await run({ facts: READY, target: 'churn-stagign' });
    expect({ code, outputs }).toMatchObject({ code: 2, outputs: { outcome: 'could-not-run' } });
    expect(obeyed.map(({ data }) => data).join()).toContain('did you mean churn-staging?');
  });
  test('leaves nothing in the runner’s temporary folder', async () => {
    await run({ facts: BROKEN });
    expect(await readdir(join(folder.path, '.runner/temp'))).toEqual([]);
  });
});

describe('the action that cannot run', () => {
  const expectRefusal = async (given: Readonly<Record<string, string>>, words: string): Promise<void> => {
    const { code, outputs, obeyed, summary, log } = await run(given);
    expect({ code, outputs }).toMatchObject({ code: 2, outputs: { outcome: 'could-not-run', 'exit-code': '2', reports: '' } });
    expect(obeyed).toEqual([{ name: 'error', properties: 'title=sageready could not run', data: expect.stringContaining(words) }]);
    expect(summary).toContain('### sageready could not run');
    expect(log).not.toContain('    at ');
  };
  test('facts that are not there', () => expectRefusal({ facts: 'nowhere.json' }, 'nowhere.json'));
  test('facts that cannot be read', async () => {
    await folder.write('damaged.json', '{"schema":');
    await expectRefusal({ facts: 'damaged.json' }, 'damaged.json');
  });
  test('a description that is not there', () => expectRefusal({}, 'there is no sageready.yaml here'));
  test('exit-zero does not hide it', () => expectRefusal({ facts: 'nowhere.json', 'exit-zero': 'true' }, 'nowhere.json'));
  test('an input that means nothing', () => expectRefusal({ facts: READY, strict: 'perhaps' }, 'it takes true or false'));
  test('a format that there is not', () => expectRefusal({ facts: READY, output: 'sarfi=a.sarif' }, 'sarfi'));
  test('a folder that is not there', () => expectRefusal({ facts: READY, 'working-directory': 'nowhere' }, 'nowhere'));
});

describe('hostile text of the account', () => {
  const COMMANDS = ['::set-output name=outcome::ready', '##[error]forged', '::stop-commands::never', '::error::forged', '%0A::error::forged'];

  test('is shown, and obeyed nowhere', async () => {
    const text = await readFile(BROKEN, 'utf8');
    const sid = COMMANDS.join(' ');
    const hostile = text.replaceAll('OnlyFromOurVpc', sid).replaceAll('churn-production', 'churn ::error::forged');
    expect(hostile).not.toBe(text);
    await folder.write('hostile.json', hostile);
    const { log, obeyed, outputs } = await run({ facts: 'hostile.json' });
    expect(log).toContain('forged');
    expect(obeyed.length).toBeGreaterThan(0);
    for (const { name, properties } of obeyed) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(properties).not.toBe('');
    }
    expect(outputs).toMatchObject({ outcome: 'not-ready' });
  });
  test('in what could not be read is not obeyed either', async () => {
    await folder.write('bad.yaml', 'version: 1\ntargets:\n  - name: "##[error]forged"\n    "::error::forged": 1\n');
    const { code, obeyed } = await run({ file: 'bad.yaml' });
    expect(code).toBe(2);
    expect(obeyed.map(({ properties }) => properties)).toEqual(['title=sageready could not run']);
  });
});

test('every output that is set is one that action.yml names', async () => {
  const { outputs } = await run({ facts: READY, output: 'sarif=a.sarif\njson=a.json\njunit=a.xml\ncsv=a.csv\nhtml=a.html\nmarkdown=a.md' });
  const { outputs: named } = await actionMetadata();
  expect(Object.keys(outputs).filter((name) => !Object.hasOwn(named, name))).toEqual([]);
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['sarif', 'json', 'junit', 'csv', 'html', 'markdown']));
});
