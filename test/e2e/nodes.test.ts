import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder, runProcess } from '../support/command.ts';
import { NODE_MAJORS, nodeBinary } from '../support/nodes.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(60_000);

const DEMO_MS = 1_000;

let stage: Stage;
let folder: Folder;
let ready: ReadyAccount;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  ready = await readyServerlessAccount(stage);
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe.each(NODE_MAJORS)('the bundle on Node %s', (major) => {
  let node: string;
  beforeAll(async () => {
    node = await nodeBinary(major);
  }, 120_000);

  test('checks an account, without a word on standard error', async () => {
    const file = await folder.write('target.yaml', descriptionOf(ready.target));
    const { code, stdout, stderr } = await runProcess(['check', file], { env: ready.environment, node });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('churn is ready');
  });

  test('shows the demo, in less than a second', async () => {
    const runs = [await runProcess(['demo'], { node }), await runProcess(['demo'], { node }), await runProcess(['demo'], { node })];
    for (const { code, stdout, stderr } of runs) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('churn-staging is ready');
      expect(stdout).toContain('churn-production is not ready: fix these 3, they clear 6');
      expect(stdout).toContain('iam:GetRolePolicy was refused');
    }
    // The quickest of three: what else the machine does is not the demo's.
    expect(Math.min(...runs.map(({ took }) => took))).toBeLessThan(DEMO_MS);
  });
});
