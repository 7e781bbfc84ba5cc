import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { reserveAddresses } from '../support/break-network.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { runCommand } from '../support/run-command.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';
import { third, withoutEndpoint } from './network-mutations.ts';

jest.setTimeout(60_000);

let stage: Stage;
let folder: Folder;
let account: RecommenderAccount;
let file: string;
let facts: string;

const run = (...words: readonly string[]) => runCommand(words, { env: account.environment, cwd: folder.path });

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  account = await readyRecommenderAccount(stage);
  await withoutEndpoint(account, third(account));
  file = await folder.write('target.yaml', descriptionOf(account.target as never));
  facts = join(folder.path, 'facts.json');
  await run('collect', facts, file);
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe('network', () => {
  test('draws each path from each subnet, and says where it stops', async () => {
    const { code, stdout } = await run('network', 'sizing', 'target.yaml');
    expect(code).toBe(0);
    for (const subnetId of account.vpc.subnetIds) expect(stdout).toContain(subnetId);
    expect(stdout).toContain(`${third(account).routeTableId}: no route to Amazon S3`);
  });
  test('draws from saved facts without a call, as an SVG and for Graphviz', async () => {
    stage.proxy.forget();
    const svg = await run('network', '--facts', facts, '--output', 'svg');
    const dot = await run('network', 'sizing', '--facts', facts, '--output', 'dot');
    expect([svg.code, dot.code, stage.proxy.calls()]).toEqual([0, 0, []]);
    expect(svg.stdout).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(dot.stdout).toMatch(/^digraph [\s\S]*\}\s*$/);
    for (const { stdout } of [svg, dot]) expect(stdout).toContain(third(account).routeTableId);
  });
  test('stands in the report, with a schema', async () => {
    const { stdout } = await run('judge', '--facts', facts, '--output', 'json');
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(await readFile('schema/report.schema.json', 'utf8')));
    expect({ valid: validate(JSON.parse(stdout)), errors: validate.errors }).toEqual({ valid: true, errors: null });
    const [target] = (JSON.parse(stdout) as { readonly targets: readonly { readonly network?: { readonly paths: readonly { readonly verdict: string }[] } }[] })
      .targets;
    expect(target?.network?.paths.map(({ verdict }) => verdict)).toEqual(['passes', 'passes', 'stops', 'passes']);
  });
  test('names the nearest target', async () => {
    expect(await run('network', 'sizin', '--facts', facts)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('did you mean sizing?') });
  });
  test('a target without a VPC has none', async () => {
    const other = await folder.write(
      'serverless.yaml',
      `version: 1\ntargets:\n  - name: plain\n    scenario: serverless-endpoint\n    account: "${account.account}"\n    region: us-east-1\n    executionRoleArn: ${account.executionRole.arn}\n    image: ${account.image}\n    serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 }\n`,
    );
    expect(await run('network', 'plain', other)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('plain names no VPC') });
  });
  test('what could not be read is said, not drawn', async () => {
    stage.proxy.refuse(['ec2:DescribeRouteTables'], { account: account.account });
    const { code, stdout, stderr } = await run('network', 'sizing', 'target.yaml');
    stage.proxy.calm(account.account);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('ec2:DescribeRouteTables');
  });
});

describe('what if', () => {
  const judge = async (changes: string, ...more: readonly string[]) =>
    run('judge', '--facts', facts, '--what-if', await folder.write('changes.yaml', `version: 1\nchanges:\n${changes}`), ...more);
  const missingRoute = (): string =>
    `  - { add: route, routeTable: ${third(account).routeTableId}, destination: ${account.vpc.s3PrefixListId}, target: ${account.vpc.s3EndpointId} }\n`;

  test('the missing route would make it ready, and AWS is not touched', async () => {
    stage.proxy.forget();
    const { code, stdout } = await judge(missingRoute());
    expect(stage.proxy.calls()).toEqual([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sizing: not ready → ready\n {2}✘ → ✔ {2}network\/s3-is-reachable-from-every-subnet\n/);
  });
  test('a statement that denies would not', async () => {
    const { code, stdout } = await judge(
      `${missingRoute()}  - add: statement\n    policyOf: ${account.vpc.s3EndpointId}\n    statement: { Effect: Deny, Principal: "*", Action: s3:GetObject, Resource: "*" }\n`,
      '--output',
      'json',
    );
    const { targets } = JSON.parse(stdout) as {
      readonly targets: readonly { readonly is: string; readonly findings: readonly { readonly rule: string; readonly is: object }[] }[];
    };
    expect([code, targets[0]?.is]).toEqual([1, 'not-ready']);
    expect(targets[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'network/endpoint-policy-allows-plan', is: expect.objectContaining({ outcome: 'fail' }) }),
    );
  });
  test('the report after the changes goes to a file, and says what it is', async () => {
    const file = join(folder.path, 'after.json');
    await judge(missingRoute(), '--output', `json=${file}`);
    const { run: made, targets } = JSON.parse(await readFile(file, 'utf8')) as {
      readonly run: { readonly notes: readonly string[] };
      readonly targets: readonly { readonly outcome: string }[];
    };
    expect(targets[0]?.outcome).toBe('ready');
    expect(made.notes.join()).toContain('this is not the account as it is');
  });
  test('what the facts do not hold is said with its place', async () => {
    const { code, stdout, stderr } = await judge('  - { remove: route, routeTable: rtb-unknown, destination: 0.0.0.0/0 }\n');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/changes\.yaml:3:\d+ changes\[0\]\.routeTable: the facts hold no route table rtb-unknown: they hold rtb-/);
  });
  test('a file that is not there', async () => {
    expect(await run('judge', '--facts', facts, '--what-if', 'gone.yaml')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('gone.yaml could not be read: there is no such file'),
    });
  });
});

describe('together', () => {
  // Of 251 free addresses these blocks leave one.
  const BLOCKS = ['.0/25', '.128/26', '.192/27', '.224/28', '.240/29', '.248/31'];

  test('plans that each fit alone take each other’s addresses', async () => {
    const crowded = await readyRecommenderAccount(stage);
    for (const { subnetId, cidr } of crowded.vpc.subnets) for (const block of BLOCKS) await reserveAddresses(crowded, subnetId, cidr.replace('.0/24', block));
    const { targets } = await checkTargets(crowded, [crowded.target, { ...crowded.target, name: 'again', jobName: 'again' }]);
    for (const { findings } of targets) {
      const verdictOf = (id: string) => findings.find(({ rule }) => rule === id)?.verdict;
      expect(verdictOf('network/subnets-together-have-addresses')).toMatchObject({ outcome: 'pass', summary: '3 free addresses, 2 needed' });
      expect({ failing: ['network/addresses-together-suffice'].map(verdictOf) }).toMatchObject({
        failing: [{ outcome: 'fail', summary: '3 free addresses, 4 needed' }],
      });
    }
  });
});
