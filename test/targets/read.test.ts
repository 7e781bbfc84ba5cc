import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openBeside } from '../../src/cli/open-beside.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';
import { isSavedTarget } from '../../src/targets/schema/saved.ts';

const OPTIONS = { defaultDeployer: 'me' } as const;
const read = (text: string, options: Parameters<typeof readDescription>[2] = OPTIONS) => readDescription(text, 'f.yaml', options);
const linesOf = (text: string): readonly string[] => formatProblems(problemsOf(read(text))).split('\n');

const GOOD = `version: 1
defaults:
  account: '012345678901'
  region: us-east-1
  executionRoleArn: arn:aws:iam::012345678901:role/service-role/Run
targets:
  - name: one
    scenario: serverless-endpoint
    image: 012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1
    modelDataUrl: https://s3.us-east-1.amazonaws.com/models/a%20b/model.tar.gz
    serverlessConfig: &config
      memorySizeInMB: 1500
      maxConcurrency: 100000
    tags: { a/b: d }
  - name: two
    scenario: serverless-endpoint
    account: 123456789012
    executionRoleArn: arn:aws:iam::123456789012:role/Run
    deployer: arn:aws:iam::123456789012:role/Deployer
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/x:1
    serverlessConfig: *config
`;
/** The first target of GOOD with one line changed. */
const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

describe('a good description', () => {
  const { targets, invalid, problems } = read(GOOD);
  const [one, two] = targets;
  test('has targets, complete with what they inherit, and nothing wrong', () => {
    expect({ invalid, problems }).toEqual({ invalid: [], problems: [] });
    expect(one).toMatchObject({
      name: 'one',
      account: '012345678901',
      region: 'us-east-1',
      executionRoleArn: 'arn:aws:iam::012345678901:role/service-role/Run',
    });
    expect(two).toMatchObject({
      name: 'two',
      account: '123456789012',
      deployer: 'arn:aws:iam::123456789012:role/Deployer',
      serverlessConfig: { memorySizeInMB: 1500 },
    });
  });
  test('leaves to rules what AWS offers, and brings addresses into one form', () => {
    expect(one).toMatchObject({ serverlessConfig: { memorySizeInMB: 1500, maxConcurrency: 100_000 }, modelDataUrl: 's3://models/a b/model.tar.gz' });
  });
  test('has the deployer that the reader was told, if any', () => {
    expect(one?.deployer).toBe('me');
    expect(read(GOOD, { defaultDeployer: undefined }).targets[0]).not.toHaveProperty('deployer');
  });
  test('knows where each key is written', () => {
    expect(one?.origin?.file).toBe('f.yaml');
    expect(one?.origin?.positions).toMatchObject({
      '': { line: 7, column: 5 },
      '/name': { line: 7, column: 5 },
      '/account': { line: 3, column: 3 },
      '/serverlessConfig/memorySizeInMB': { line: 12, column: 7 },
      '/tags/a~1b': { line: 14, column: 13 },
    });
    expect(two?.origin?.positions).toMatchObject({
      '/account': { line: 17, column: 5 },
      '/serverlessConfig': { line: 21, column: 5 },
      '/serverlessConfig/maxConcurrency': { line: 13, column: 7 },
    });
    expect(one?.origin?.positions).not.toHaveProperty('/deployer');
  });
  test('takes the Region of the command line where it names none', () => {
    const text = changed('  region: us-east-1\n', '');
    expect(read(text, { ...OPTIONS, region: 'eu-west-1' }).targets.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-1']);
    expect(formatProblems(problemsOf(read(text, { ...OPTIONS, region: 'eu-west-1b' })))).toBe(
      '--region: "eu-west-1b" is an Availability Zone — leave out its last letter; expected the code of a Region, such as us-east-1',
    );
    expect(read(GOOD, { ...OPTIONS, region: 'eu-west-1' }).targets[0]?.region).toBe('us-east-1');
  });
  test('may be JSON', () => {
    const json = JSON.stringify({ version: 1, targets: targets.map(({ origin, ...target }) => target) }, null, '\t');
    const again = read(json);
    expect(problemsOf(again)).toEqual([]);
    expect(again.targets.map(({ origin, ...target }) => target)).toEqual(targets.map(({ origin, ...target }) => target));
  });
});

describe('one mistake is one line', () => {
  test.each([
    ['version: 1', 'version: 2', 'f.yaml:1:1 version: is the number 2; expected 1'],
    ['version: 1', "version: '1'", 'f.yaml:1:1 version: is the text "1" — did you mean 1?'],
    ['version: 1\n', '', 'f.yaml:1:1 version: is missing; expected 1'],
    ['version: 1', 'version: 1\nregion: us-east-1', 'f.yaml:2:1 region: unknown key here — it belongs to an entry of targets, or to defaults'],
    ['version: 1', 'version: 1\nother: x', 'f.yaml:2:1 other: unknown key; expected version, defaults or targets'],
    [
      "'012345678901'",
      '012345678901',
      'f.yaml:3:3 defaults.account: "12345678901" has 11 digits — an account id that begins with 0 loses it without quotes: put it in quotes; expected the 12 digits of an account id',
    ],
    [
      'region: us-east-1',
      'region: us-east-1a',
      'f.yaml:4:3 defaults.region: "us-east-1a" is an Availability Zone — leave out its last letter; expected the code of a Region, such as us-east-1',
    ],
    [
      '  region: us-east-1',
      '  region: us-east-1\n  name: x',
      'f.yaml:5:3 defaults.name: unknown key here — it belongs to each target, since it is the target’s own',
    ],
    ['memorySizeInMB: 1500', 'memorySizeInMb: 1500', 'f.yaml:12:7 targets[0].serverlessConfig.memorySizeInMb: unknown key — did you mean memorySizeInMB?'],
    ['- name: two', '- name: one', 'f.yaml:15:5 targets[1].name: "one" is already the name of targets[0] in line 7 — give each target its own'],
    ['    tags: {', '    maxConcurrency: 1\n    tags: {', 'f.yaml:14:5 targets[0].maxConcurrency: unknown key here — it belongs under serverlessConfig'],
    ['    tags: {', '    kms_key_id: 1\n    tags: {', 'f.yaml:14:5 targets[0].kms_key_id: unknown key — did you mean kmsKeyId?'],
    ['a/b: d', 'version: 1.5', 'f.yaml:14:13 targets[0].tags.version: is the number 1.5, not text — put it in quotes; expected at most 50 tags'],
    ['a/b: d', 'aws:x: d', 'f.yaml:14:13 targets[0].tags.aws:x: "aws:x" begins with aws:, which is reserved for AWS; expected at most 50 tags'],
    [
      '{ a/b: d }',
      `{ ${Array.from({ length: 51 }, (_, i) => `k${i}: v`).join(', ')} }`,
      'f.yaml:14:5 targets[0].tags: holds 51 tags, AWS takes 50 on one thing; expected at most 50 tags',
    ],
    ['{ a/b: d }', '[a]', 'f.yaml:14:5 targets[0].tags: is a list, not a map of keys; expected at most 50 tags'],
    ['deployer: arn:aws:iam::123456789012:role/Deployer', 'deployer:', 'f.yaml:19:5 targets[1].deployer: is empty — fill it in; expected `me`, or the ARN'],
    [
      'deployer: arn:aws:iam::123456789012:role/Deployer',
      'deployer: arn:aws:iam::999999999999:role/Deployer',
      'f.yaml:19:5 targets[1].deployer: belongs to account "999999999999", the deployment to 123456789012 — name the role that will deploy in 123456789012',
    ],
    [
      'executionRoleArn: arn:aws:iam::123456789012:role/Run',
      'executionRoleArn: arn:aws-cn:iam::123456789012:role/Run',
      'f.yaml:18:5 targets[1].executionRoleArn: is of partition "aws-cn", but Region us-east-1 is of partition aws — no call crosses partitions; expected an ARN that begins with arn:aws:',
    ],
  ])('%j as %j', (from, to, line) => {
    const lines = linesOf(changed(from, to));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(line)).toBe(true);
  });
  test.each([
    ['maxConcurrency: 100000', 'maxConcurrency: -1', 'is the number -1, less than 0'],
    ['maxConcurrency: 100000', 'maxConcurrency: 1.5', 'is the number 1.5, not a whole number'],
    ['maxConcurrency: 100000', "maxConcurrency: '5'", 'is text — leave out the quotes'],
    ['maxConcurrency: 100000', 'maxConcurrency: many', 'is the text "many", not a number'],
    ['maxConcurrency: 100000', 'maxConcurrency: .nan', 'is not a number'],
  ])('%j as %j, which two targets share through an alias', (from, to, says) => {
    const lines = linesOf(changed(from, to));
    expect(lines.map((line) => line.split(';')[0])).toEqual([`f.yaml:13:7 targets[0].serverlessConfig.maxConcurrency: ${says}`]);
  });
  test.each([
    ['', 'f.yaml:1:1: is empty; expected version: 1 and a list of targets — `sageready init` writes an example'],
    ['# nothing\n', 'f.yaml:1:1: is empty; expected version: 1 and a list of targets — `sageready init` writes an example'],
    ['just text', 'f.yaml:1:1: is not a description; expected version: 1 and a list of targets — `sageready init` writes an example'],
    ['version: 1\ntargets: []', 'f.yaml:2:1 targets: is an empty list'],
    ['version: 1\ntargets: x', 'f.yaml:2:1 targets: is the text "x", not a list'],
    ['version: 1', 'f.yaml:1:1 targets: is missing'],
    ['version: 1\ntargets:\n  - 3', 'f.yaml:3:5 targets[0]: is not a map of keys; expected name: …, scenario: … and the rest of a target'],
    ['version: 1\ndefaults: 3\ntargets:\n  - x', 'f.yaml:2:1 defaults: is the number 3, not a map of keys'],
    ['a: 1\n\tb: 2', 'f.yaml:2:1: a tab is used to indent — YAML takes spaces only'],
    ['version: 1\n__proto__: {targets: []}', 'f.yaml:2:1: the key "__proto__" is not allowed'],
  ])('%j', (text, line) => {
    expect(linesOf(text)).toContain(line);
    expect(read(text).targets).toEqual([]);
  });
});

describe('many mistakes', () => {
  const text = changed('- name: one\n    scenario: serverless-endpoint', '- name: one\n    scenario: serverless\n    region: x')
    .replace('image: 1234', 'image: http://1234')
    .replace('us-east-1\n', 'us-east-1a\n');
  const description = read(text);
  test('are told at once, in the order of the file, what is inherited once', () => {
    expect(
      formatProblems(problemsOf(description))
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual(['f.yaml:4:3 defaults.region', 'f.yaml:8:5 targets[0].scenario', 'f.yaml:9:5 targets[0].region', 'f.yaml:21:5 targets[1].image']);
    expect(problemsOf(description)[1]).toMatchObject({ nearest: 'serverless-endpoint' });
  });
  test('make each target invalid by its name', () => {
    expect(description.targets).toEqual([]);
    expect(description.invalid.map(({ name, problems }) => [name, problems.length])).toEqual([
      ['one', 2],
      ['two', 2],
    ]);
  });
  test('of one target leave the others valid', () => {
    const { targets, invalid, problems } = read(changed('- name: two', '- name: two!'));
    expect([targets.map(({ name }) => name), invalid.map(({ name }) => name), problems]).toEqual([['one'], ['two!'], []]);
  });
  test('of defaults spare the target that does not inherit them', () => {
    const { targets, invalid, problems } = read(changed("account: '012345678901'", 'account: x'));
    expect([targets.map(({ name }) => name), invalid.map(({ name }) => name), problems.map(({ path }) => path)]).toEqual([
      ['two'],
      ['one'],
      ['defaults.account'],
    ]);
  });
});

describe('hostile text', () => {
  test('never reaches the terminal as it is, nor does a signature', () => {
    const text = changed('    tags: {', '    "k\\e[31m": 1\n    tags: {').replace(
      'https://s3.us-east-1.amazonaws.com/models/a%20b/model.tar.gz',
      'https://m-m.s3.amazonaws.com/k?X-Amz-Signature=MARKER',
    );
    const lines = linesOf(text).join('\n');
    expect(lines).toContain(String.raw`k\u{1b}[31m`);
    expect(lines).not.toContain('\u001b');
    expect(lines).toContain('carries a query');
    expect(lines).not.toContain('MARKER');
  });
  test('two thousand targets take seconds, not minutes', () => {
    const targets = Array.from({ length: 2000 }, (_, i) =>
      GOOD.slice(GOOD.indexOf('  - name: two'), GOOD.indexOf('    serverlessConfig: *')).replace('two', `t${i}`),
    );
    const begun = performance.now();
    expect(
      read(`${GOOD}${targets.map((target) => `${target}    serverlessConfig: {memorySizeInMB: 1024, maxConcurrency: 1}\n`).join('')}`).targets,
    ).toHaveLength(2002);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

test.each(readdirSync('examples').filter((file) => /\.(ya?ml|json)$/.test(file)))('examples/%s is a good description', (file) => {
  const description = readDescription(readFileSync(`examples/${file}`, 'utf8'), `examples/${file}`, { ...OPTIONS, open: openBeside(`examples/${file}`) });
  expect(problemsOf(description)).toEqual([]);
  expect(description.targets.length).toBeGreaterThan(0);
  for (const { origin, ...target } of description.targets) {
    expect(origin).toBeDefined();
    expect([target, isSavedTarget(JSON.parse(JSON.stringify(target)))]).toEqual([target, true]);
  }
});
