import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIELDS, SCENARIO_IDS } from '../../src/targets/fields.ts';
import type { Answers } from '../../src/targets/init-answers.ts';
import { answerFrom, defaultOf, demanded, faultOf, worthAsking } from '../../src/targets/init-answers.ts';
import { initText, placeholderOf } from '../../src/targets/init-text.ts';
import type { OpenFile } from '../../src/targets/opened.ts';
import { problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

/** The files that the examples name stand beside the examples. */
const open: OpenFile = (path) => {
  const file = `examples/launch/${path}`;
  return existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : { fault: 'there is no such file' };
};
const read = (text: string) => readDescription(text, 'sageready.yaml', { defaultDeployer: 'me', open });

const SCENARIO: Answers = { scenario: 'serverless-endpoint' };
const VALUES: Answers = {
  ...SCENARIO,
  name: 'churn',
  account: '012345678901',
  region: 'us-east-1',
  executionRoleArn: 'arn:aws:iam::012345678901:role/Run',
  image: '012345678901.dkr.ecr.us-east-1.amazonaws.com/x:1',
  modelDataUrl: 's3://models/model: #1.tar.gz',
  'serverlessConfig.memorySizeInMB': 2048,
  'serverlessConfig.maxConcurrency': 5,
};

/** Answers every question with what `answer` says. */
const answered = (answers: Answers, answer: (path: keyof Answers) => unknown): Answers => {
  const [path] = worthAsking(answers);
  return path === undefined ? answers : answered({ ...answers, [path]: answer(path) }, answer);
};

describe('the file that init writes', () => {
  test('names its schema first', () => {
    expect(initText(SCENARIO).split('\n')[0]).toBe('# yaml-language-server: $schema=./node_modules/sageready/schema/sageready.schema.json');
    expect(initText(SCENARIO, 'x.json').split('\n')[0]).toBe('# yaml-language-server: $schema=x.json');
  });
  test('has each placeholder reported with its place, and nothing else', () => {
    const text = initText({ ...SCENARIO, name: 'churn', modelDataUrl: placeholderOf('modelDataUrl') });
    const problems = problemsOf(read(text));
    expect(problems.map(({ path, message }) => [path, message.startsWith('still holds the placeholder "<')])).toEqual([
      ['defaults.account', true],
      ['defaults.region', true],
      ['defaults.executionRoleArn', true],
      ['targets[0].image', true],
      ['targets[0].modelDataUrl', true],
      ['targets[0].serverlessConfig.memorySizeInMB', true],
      ['targets[0].serverlessConfig.maxConcurrency', true],
    ]);
    const named = problems.map(
      ({ line = 0, column = 0 }) =>
        text
          .split('\n')
          [line - 1]?.slice(column - 1)
          .split(':')[0],
    );
    expect(named).toEqual(['account', 'region', 'executionRoleArn', 'image', 'modelDataUrl', 'memorySizeInMB', 'maxConcurrency']);
  });
  test('is valid once the values are known', () => {
    const { targets, invalid, problems } = read(initText(VALUES));
    expect({ invalid, problems }).toEqual({ invalid: [], problems: [] });
    const { scenario, name, account, region, executionRoleArn, image, modelDataUrl } = VALUES;
    const serverlessConfig = { memorySizeInMB: 2048, maxConcurrency: 5 };
    expect(targets).toEqual([
      expect.objectContaining({ scenario, name, account, region, executionRoleArn, image, modelDataUrl, deployer: 'me', serverlessConfig }),
    ]);
  });
  test('is valid with its hints, too', () => {
    const text = initText(VALUES).replace('# deployer: ', 'deployer: ').replace('# kmsKeyId:', 'kmsKeyId:').replace('# endpointName:', 'endpointName:');
    expect(read(text.replaceAll('123456789012', '012345678901')).targets).toEqual([
      expect.objectContaining({ deployer: 'arn:aws:iam::012345678901:role/Deployer', endpointName: 'churn', kmsKeyId: 'alias/churn' }),
    ]);
  });
  test('says what each key is', () => {
    expect(initText(VALUES)).toContain(`    # ${FIELDS['serverlessConfig.maxConcurrency'].help}.\n      maxConcurrency: 5\n`);
  });
  test('reads back as what was answered, whatever that is', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'null', '~', '12', '1e3', 'a: b', '# c', '- d', '{', "'", '"'));
    fc.assert(
      fc.property(text, (name) => {
        const fault = faultOf({ ...VALUES, name }, 'name');
        const { targets } = read(initText({ ...VALUES, name }));
        expect(targets.map((target) => target.name)).toEqual(fault === undefined ? [name] : []);
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(SCENARIO_IDS)('%s', (scenario) => {
  test('is described wholly by the answers that it asks for', () => {
    const answers = answered({ scenario }, (path) => FIELDS[path].example);
    expect(demanded(answers)).toEqual([]);
    const { targets, invalid, problems } = read(initText(answers));
    expect({ invalid, problems }).toEqual({ invalid: [], problems: [] });
    expect(targets[0]).toMatchObject({ scenario });
  });
  test('leaves nothing but placeholders to fill in when nobody answers', () => {
    const answers = answered({ scenario }, (path) => answerFrom(path, defaultOf({ scenario }, path, undefined) ?? placeholderOf(path)));
    const messages = problemsOf(read(initText(answers))).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/^still holds the placeholder/);
  });
});

describe('what is asked', () => {
  test('is the scenario first, then what its schema demands and the artifact beside the image', () => {
    expect(worthAsking({})).toEqual(['scenario']);
    expect(worthAsking(SCENARIO)).toEqual([
      ...['name', 'account', 'region', 'executionRoleArn', 'image', 'modelDataUrl'],
      ...['serverlessConfig.memorySizeInMB', 'serverlessConfig.maxConcurrency'],
    ]);
  });
  test('is little where something deployed says the rest', () => {
    expect(worthAsking({ ...SCENARIO, 'completeFrom.endpoint': 'churn' })).toEqual(['name', 'account', 'region']);
  });
  test('no image is demanded where a model package says it', () => {
    expect(worthAsking({ ...SCENARIO, modelPackageName: FIELDS.modelPackageName.example })).not.toContain('image');
  });
  test('answers are judged as the file will be', () => {
    expect(faultOf({ ...SCENARIO, account: '1234' }, 'account')).toBe('"1234" does not have 12 digits; expected the 12 digits of an account id');
    expect(faultOf({ scenario: 'serverless-endpiont' }, 'scenario')).toContain('did you mean serverless-endpoint?');
    expect(faultOf({ ...VALUES, region: 'cn-north-1' }, 'executionRoleArn')).toContain('no call crosses partitions');
    expect(faultOf(VALUES, 'executionRoleArn')).toBeUndefined();
  });
  test('answers take the form of their field', () => {
    expect(answerFrom('serverlessConfig.memorySizeInMB', '4096')).toBe(4096);
    expect(answerFrom('serverlessConfig.memorySizeInMB', 'four')).toBe('four');
    expect(answerFrom('enableNetworkIsolation', 'Yes')).toBe(true);
    expect(answerFrom('vpcConfig.subnets', 'subnet-1, subnet-2')).toEqual(['subnet-1', 'subnet-2']);
    expect(answerFrom('tags', 'team=churn cost=a=b')).toEqual({ team: 'churn', cost: 'a=b' });
    expect(answerFrom('account', '012345678901')).toBe('012345678901');
  });
  test('defaults are usual values and names that say what is described', () => {
    expect(defaultOf(SCENARIO, 'name', undefined)).toBe('my-serverless-endpoint');
    expect(defaultOf({ ...SCENARIO, 'completeFrom.endpoint': 'churn' }, 'name', undefined)).toBe('churn');
    expect(defaultOf(SCENARIO, 'region', 'eu-west-1')).toBe('eu-west-1');
    expect(defaultOf(SCENARIO, 'account', 'eu-west-1')).toBeUndefined();
    expect(defaultOf(SCENARIO, 'serverlessConfig.memorySizeInMB', undefined)).toBe('2048');
  });
});
