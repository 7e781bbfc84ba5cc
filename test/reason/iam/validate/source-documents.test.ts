import { describe, expect, test } from '@jest/globals';
import type { PolicyKind } from '../../../../src/model/policy.ts';
import { type PolicyProblem, validatePolicy } from '../../../../src/reason/iam/validate/validate-policy.ts';

/** Defects of policies as public guides print them; each snippet is reduced to its faulty part. */
const problemsIn = (text: string, kind: PolicyKind = 'inline'): readonly PolicyProblem[] => validatePolicy({ kind, name: 'snippet', text }, 'authored');

const statement = (body: string): string => `{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow",\n${body} }]\n}`;

const found = (problems: readonly PolicyProblem[], code: PolicyProblem['code']): readonly PolicyProblem[] =>
  problems.filter((problem) => problem.code === code);

describe('the JumpStart guide’s snippets', () => {
  const snippet = `{
  "Effect": "Allow",
  "Action": [
    "s3:GetObject"
  ],
  "Resources": [
    "arn:aws:s3:<region>::bucket/jumpstart-cache-prod-<region>/*",
    "arn:aws:s3:<region>:<account>:bucket/*",
  ]
},{
  "Effect": "Allow",
  "Action": [
    "s3:ListBucket",
  ],
  "Resources": [
    "arn:aws:s3:<region>::bucket/jumpstart-cache-prod-<region>",
    "arn:aws:s3:<region>:<account>:bucket",
  ]
`;
  const problems = problemsIn(snippet);

  test('Resources is not an element: Resource is', () =>
    expect(found(problems, 'unknown-element')).toMatchObject([
      { pointer: '/0/Resources', line: 6, column: 3, suggestion: 'Resource' },
      { pointer: '/1/Resources', line: 15, column: 3, suggestion: 'Resource' },
    ]));

  test('trailing commas, each at the comma', () =>
    expect(found(problems, 'trailing-comma')).toMatchObject([
      { line: 8, column: 45 },
      { line: 13, column: 20 },
      { line: 17, column: 43 },
    ]));

  test('the array around the statements is missing, and so is the policy', () => {
    expect(found(problems, 'array-missing')).toMatchObject([{ line: 10, column: 2, severity: 'error' }]);
    expect(found(problems, 'bare-statement')).toHaveLength(1);
  });

  test('the last statement is never closed', () => expect(found(problems, 'not-json')).toMatchObject([{ line: 19, column: 1 }]));

  test('S3 ARNs with a Region or an account, and the real ones', () => {
    expect(found(problems, 'arn-with-region').map(({ suggestion }) => suggestion)).toEqual([
      'arn:aws:s3:::jumpstart-cache-prod-<region>/*',
      'arn:aws:s3:::bucket/*',
      'arn:aws:s3:::jumpstart-cache-prod-<region>',
      'arn:aws:s3:::bucket',
    ]);
    expect(found(problems, 'arn-with-account').map(({ line }) => line)).toEqual([8, 17]);
  });

  test('the template is not filled in', () => expect(found(problems, 'placeholder')).toHaveLength(4));

  test('an endpoint policy without Principal', () => expect(found(problemsIn(`${snippet}}`, 'vpc-endpoint'), 'missing-principal')).toHaveLength(2));
});

describe('the newer JumpStart page', () => {
  const text = `{
  "Effect": "Allow",
  "Principal": "*",
  "Action": ["s3:GetObject", "s3:ListBucket"],
  "Resources": [
    "arn:aws:s3:::jumpstart-cache-prod-us-east-1/*",
    "arn:aws:s3:::jumpstart-cache-prod-us-east-1",
    "arn:aws:s3:::bucket/*"
  ]
}`;
  const problems = problemsIn(text, 'vpc-endpoint');

  test('still says Resources', () => expect(found(problems, 'unknown-element')).toMatchObject([{ line: 5, column: 3, suggestion: 'Resource' }]));

  test('lists one bucket as its objects only, while granting s3:ListBucket', () =>
    expect(found(problems, 'bucket-partly-named')).toMatchObject([{ pointer: '/Resources/2', line: 8, suggestion: 'arn:aws:s3:::bucket' }]));

  test('s3:ListBucket on nothing but objects', () =>
    expect(problemsIn(statement('"Action": "s3:ListBucket", "Resource": "arn:aws:s3:::bucket/*"'))).toMatchObject([
      { code: 'bucket-action-on-objects', severity: 'error', pointer: '/Statement/0/Action', line: 4, column: 11, suggestion: 'arn:aws:s3:::bucket' },
    ]));
});

describe('the W&B agent’s policy', () => {
  test('a SageMaker ARN of five fields, with the type that the action is about', () =>
    expect(
      found(problemsIn(statement('"Action": "sagemaker:CreateTrainingJob",\n"Resource": "arn:aws:sagemaker:<REGION>:<ACCOUNT-ID>/*"')), 'short-arn'),
    ).toMatchObject([
      { severity: 'error', pointer: '/Statement/0/Resource', line: 5, column: 13, suggestion: 'arn:aws:sagemaker:<REGION>:<ACCOUNT-ID>:training-job/*' },
    ]));

  test('the same with its placeholders filled in', () =>
    expect(problemsIn(statement('"Action": "sagemaker:CreateTrainingJob", "Resource": "arn:aws:sagemaker:us-east-1:123456789012/*"'))).toMatchObject([
      { code: 'short-arn', suggestion: 'arn:aws:sagemaker:us-east-1:123456789012:training-job/*' },
    ]));

  test('kms:ViaService in mixed case, also around a placeholder', () => {
    const via = (host: string): readonly PolicyProblem[] =>
      problemsIn(
        statement(
          `"Action": "kms:CreateGrant", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "${host}", "kms:GrantIsForAWSResource": "true" } }`,
        ),
      );
    expect(via('SageMaker.us-east-1.amazonaws.com')).toMatchObject([
      { code: 'service-host-case', severity: 'error', suggestion: 'sagemaker.us-east-1.amazonaws.com' },
    ]);
    expect(found(via('SageMaker.<region>.amazonaws.com'), 'service-host-case')).toMatchObject([{ suggestion: 'sagemaker.<region>.amazonaws.com' }]);
    expect(found(via('sagemaker.<REGION>.amazonaws.com'), 'service-host-case')).toEqual([]);
    expect(via('sagemaker.REGION.amazonaws.com')).toMatchObject([{ code: 'placeholder' }]);
    expect(via('sagemaker.us-east-1.amazonaws.com')).toEqual([]);
  });

  test('logs:DescribeLogStreams on a SageMaker resource', () =>
    expect(
      problemsIn(statement('"Action": ["sagemaker:CreateTrainingJob",\n"logs:DescribeLogStreams"],\n"Resource": "arn:aws:sagemaker:us-east-1:123456789012:*"')),
    ).toMatchObject([{ code: 'action-on-other-service', severity: 'error', pointer: '/Statement/0/Action/1', line: 5, column: 1 }]));

  test('placeholders for whole ARNs and for single fields', () => {
    const problems = problemsIn(statement('"Action": "iam:PassRole", "Resource": ["<ARN-OF-ROLE-TO-PASS>", "arn:aws:iam::<ACCOUNT-ID>:role/r"]'));
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['placeholder', '/Statement/0/Resource/0'],
      ['placeholder', '/Statement/0/Resource/1'],
    ]);
  });
});

describe('the serverless guide’s policy', () => {
  const policy = (bucket: string): string => statement(`"Sid": "VisualEditor0", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${bucket}/*"`);

  test('is a template', () =>
    expect(problemsIn(policy('<your-bucket-name>'))).toMatchObject([{ code: 'placeholder', message: expect.stringContaining('<your-bucket-name>') }]));
  test('is right once filled in', () => expect(problemsIn(policy('models-of-mine'))).toEqual([]));
});

test.each([
  ['VpcConfig: {\n      "Subnets": ["subnet-0123456789abcdef0"]\n}', 'VpcConfig'],
  ['environment:\n  type: aws\n', 'environment'],
])('%j is no policy, and is said to be none', (text, name) =>
  expect(problemsIn(text)).toEqual([
    expect.objectContaining({ code: 'not-json', line: 1, message: expect.stringMatching(new RegExp(`^this is no policy: it begins with "${name}:"`)) }),
  ]),
);
