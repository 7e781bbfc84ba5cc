import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correctPolicy } from '../../../../src/reason/iam/validate/correct-policy.ts';
import { validatePolicy } from '../../../../src/reason/iam/validate/validate-policy.ts';

const source = (text: string) => ({ kind: 'inline', name: 'p', text }) as const;
const codes = (text: string): readonly string[] => [...new Set(validatePolicy(source(text), 'authored').map(({ code }) => code))];
const policy = (...statements: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('correctPolicy', () => {
  test('mends the JumpStart snippet up to what only its reader knows', () => {
    const snippet = `{
  "Effect": "Allow",
  "Action": [ "s3:GetObject" ],
  "Resources": [
    "arn:aws:s3:<region>::bucket/jumpstart-cache-prod-<region>/*",
    "arn:aws:s3:<region>:<account>:bucket/*",
  ]
},{
  "Effect": "Allow",
  "Action": [ "s3:ListBucket", ],
  "Resources": [
    "arn:aws:s3:<region>::bucket/jumpstart-cache-prod-<region>",
    "arn:aws:s3:<region>:<account>:bucket",
  ]
`;
    const corrected = correctPolicy(source(snippet));
    expect(JSON.parse(corrected?.text ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::jumpstart-cache-prod-<region>/*', 'arn:aws:s3:::bucket/*'] },
        { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::jumpstart-cache-prod-<region>', 'arn:aws:s3:::bucket'] },
      ],
    });
    expect(codes(corrected?.text ?? '')).toEqual(['placeholder']);
    expect(new Set(corrected?.changes.map(({ code }) => code))).toEqual(
      new Set(['not-json', 'trailing-comma', 'unknown-element', 'arn-with-region', 'bare-statement']),
    );
  });

  test('mends the agent’s ARN and service host', () => {
    const text = policy(
      { Effect: 'Allow', Action: 'sagemaker:CreateTrainingJob', Resource: 'arn:aws:sagemaker:us-east-1:111122223333/*' },
      { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: '*', Condition: { StringEquals: { 'kms:ViaService': 'SageMaker.us-east-1.amazonaws.com' } } },
    );
    expect(correctPolicy(source(text))?.changes).toEqual([
      {
        code: 'short-arn',
        pointer: '/Statement/0/Resource',
        was: '"arn:aws:sagemaker:us-east-1:111122223333/*"',
        now: '"arn:aws:sagemaker:us-east-1:111122223333:training-job/*"',
      },
      {
        code: 'service-host-case',
        pointer: '/Statement/1/Condition/StringEquals/kms:ViaService',
        was: '"SageMaker.us-east-1.amazonaws.com"',
        now: '"sagemaker.us-east-1.amazonaws.com"',
      },
    ]);
    expect(codes(correctPolicy(source(text))?.text ?? '')).toEqual([]);
  });

  test.each(['"arn:aws:s3:::models/*"', '["arn:aws:s3:::models/*"]'])('adds the bucket for s3:ListBucket on %s', (resource) => {
    const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":${resource}}}`;
    const { text: mended = '' } = correctPolicy(source(text)) ?? {};
    expect(JSON.parse(mended)).toMatchObject({ Statement: { Resource: ['arn:aws:s3:::models/*', 'arn:aws:s3:::models'] } });
    expect(codes(mended)).toEqual([]);
  });

  test('leaves a misspelt element that stands beside the right one', () =>
    expect(
      correctPolicy(source(policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*', Resources: 'arn:aws:s3:::b/*' }))),
    ).toBeUndefined());

  test.each([
    'not JSON at all',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::models/*"}]}',
    '',
  ])('has nothing to mend in %j', (text) => expect(correctPolicy(source(text))).toBeUndefined());

  test('mends thousands of defects in moments', () => {
    const text = policy(...Array.from({ length: 3_000 }, () => ({ Effect: 'Allow', Actions: 's3:ListBucket', Resource: 'arn:aws:s3:::models/*' })));
    const started = performance.now();
    expect(codes(correctPolicy(source(text))?.text ?? '')).toEqual(['too-large']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('never throws, and a second correction finds nothing more', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"Effect"',
      '"Allow"',
      '"Resources"',
      '"Action"',
      '"s3:ListBucket"',
      '"arn:aws:s3:us-east-1::bucket/x/*"',
      '"arn:aws:sagemaker:us-east-1:1/*"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const corrected = correctPolicy(source(text));
          expect(corrected === undefined || correctPolicy(source(corrected.text)) === undefined).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  const action = fc.constantFrom('s3:GetObject', 's3:ListBucket', 'logs:GetLogEvents', 'ecr:GetAuthorizationToken', 'sagemaker:AddTags', 'kms:Decrypt');
  const resource = fc.constantFrom(
    'arn:aws:s3:::models/*',
    'arn:aws:s3:::models',
    'arn:aws-cn:s3:us-east-1::bucket/models',
    'arn:aws:sagemaker:us-east-1:123456789012/*',
    'arn:aws:sagemaker:us-east-1:123456789012:*',
    '<ARN>',
    '*',
  );
  const oneOrSeveral = (item: fc.Arbitrary<string>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 4 }));
  const statement = fc.record(
    {
      Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
      Sid: fc.constantFrom('a-b', 'Ab'),
      Action: oneOrSeveral(action),
      Resource: oneOrSeveral(resource),
      Resources: resource,
    },
    { requiredKeys: ['Effect', 'Action'] },
  );
  const document = fc.oneof(
    statement,
    fc.array(statement, { minLength: 1, maxLength: 3 }),
    fc.record(
      { Version: fc.constantFrom('2012-10-17', '2008-10-17'), Statement: fc.array(statement, { minLength: 1, maxLength: 3 }) },
      { requiredKeys: ['Statement'] },
    ),
    fc.record({ Statement: statement }),
  );
  const MENDED = [
    'arn-with-region',
    'arn-with-account',
    'trailing-comma',
    'array-missing',
    'bare-statement',
    'bucket-action-on-objects',
    'action-needs-any-resource',
  ];

  test('a policy mended once is JSON, needs no second time, and holds no mistake that a rule mends', () =>
    fc.assert(
      fc.property(document, fc.constantFrom('inline', 'vpc-endpoint' as const), (value, kind) => {
        const mended = correctPolicy({ kind, name: 'p', text: JSON.stringify(value) })?.text ?? JSON.stringify(value);
        expect(() => JSON.parse(mended)).not.toThrow();
        expect(correctPolicy({ kind, name: 'p', text: mended })).toBeUndefined();
        const left = validatePolicy({ kind, name: 'p', text: mended }, 'authored').map(({ code }) => code);
        expect(left.filter((code) => MENDED.includes(code))).toEqual([]);
      }),
      { numRuns: 600 },
    ));
});
