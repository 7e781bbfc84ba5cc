import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PolicyKind } from '../../../../src/model/policy.ts';
import { type PolicyProblem, validatePolicy } from '../../../../src/reason/iam/validate/validate-policy.ts';

const kinds = fc.constantFrom<PolicyKind>(
  'inline',
  'managed',
  'boundary',
  'session',
  'scp',
  'rcp',
  'trust',
  'bucket',
  'key',
  'repository',
  'vpc-endpoint',
  'resource',
);
const modes = fc.constantFrom('stored' as const, 'authored' as const);

/** Strings made of the pieces that policies are made of, well or badly put together. */
const word = fc
  .array(
    fc.constantFrom(
      'arn',
      ':',
      'aws',
      's3',
      'sagemaker',
      '*',
      '?',
      '/',
      '${',
      '}',
      '<',
      '>',
      '{{',
      '}}',
      'REGION',
      'bucket',
      'Create',
      'Model',
      '\ud800',
      '__proto__',
      ',',
      "'",
      '1',
      '.amazonaws.com',
    ),
    {
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(''));
const key = fc.oneof(
  fc.constantFrom(
    'Version',
    'Statement',
    'Effect',
    'Action',
    'NotAction',
    'Resource',
    'Resources',
    'NotResource',
    'Principal',
    'NotPrincipal',
    'Condition',
    'Sid',
    'AWS',
    'Service',
    'StringEquals',
    'Bool',
    'kms:ViaService',
    '__proto__',
    'constructor',
  ),
  word,
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    word,
    fc.constantFrom(null, true, 1, 'Allow', '2012-10-17', '*'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('json')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const expectSane = (text: string, problems: readonly PolicyProblem[]): void => {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { line, column, message } of problems) {
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
    expect(message.length).toBeLessThan(600);
  }
};

const validateIn = (text: string): number => {
  const started = performance.now();
  expectSane(text.slice(0, 0), []);
  const problems = validatePolicy({ kind: 'inline', name: 'p', text }, 'authored');
  expect(problems.length).toBeGreaterThan(0);
  return performance.now() - started;
};

describe('hostile documents', () => {
  test('any text gives problems with positions inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), kinds, modes, (text, kind, mode) => {
        expectSane(text, validatePolicy({ kind, name: 'p', text }, mode));
      }),
      { numRuns: 300 },
    );
  });

  test('any JSON does, also cut off anywhere', () => {
    fc.assert(
      fc.property(json, fc.nat(400), kinds, modes, (statement, cut, kind, mode) => {
        const text = JSON.stringify({ Version: '2012-10-17', Statement: statement }, null, 1);
        expectSane(text, validatePolicy({ kind, name: 'p', text }, mode));
        expectSane(text.slice(0, cut), validatePolicy({ kind, name: 'p', text: text.slice(0, cut) }, mode));
      }),
      { numRuns: 400 },
    );
  });

  test('__proto__ is a key like any other', () => {
    const text =
      '{"Version":"2012-10-17","__proto__":{"Statement":[]},"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","__proto__":{"Condition":{}}}]}';
    expect(validatePolicy({ kind: 'inline', name: 'p', text }, 'authored').map(({ code, pointer }) => [code, pointer])).toEqual([
      ['unknown-element', '/__proto__'],
      ['unknown-element', '/Statement/0/__proto__'],
    ]);
  });

  test.each([
    ['10,000 faulty statements', JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: 10_000 }, () => ({ Effect: 'Allow' })) })],
    ['deep nesting', `{"Version":"2012-10-17","Statement":${'['.repeat(65_000)}${']'.repeat(65_000)}}`],
    [
      'an action of 131,072 characters',
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: `s3:${'*a'.repeat(65_000)}`, Resource: 's3' }] }),
    ],
    [
      'unclosed variables',
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'${'.repeat(60_000)}` }] }),
    ],
    [
      'opened brackets',
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'<{{'.repeat(40_000)}` }] }),
    ],
    [
      '20,000 unknown elements',
      JSON.stringify({ Version: '2012-10-17', Statement: [Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 0]))] }),
    ],
    [
      '20,000 actions against 2,000 resources',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: Array.from({ length: 10_000 }, () => 's3:Get'),
            Resource: Array.from({ length: 1_000 }, (_, index) => `arn:aws:sqs:us-east-1:1:${index}`),
          },
        ],
      }),
    ],
    [
      'brackets in a condition',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringEquals: { 'kms:ViaService': `A${'<'.repeat(60_000)}${'${'.repeat(30_000)}` } } },
        ],
      }),
    ],
  ])('%s is judged in moments', (_, text) => expect(validateIn(text)).toBeLessThan(10_000));
});
