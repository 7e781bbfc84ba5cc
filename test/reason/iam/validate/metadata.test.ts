import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type IamMetadata, loadIamMetadata } from '../../../../src/reason/iam/metadata.ts';
import { validatePolicy } from '../../../../src/reason/iam/validate/validate-policy.ts';

let metadata: IamMetadata;
beforeAll(async () => {
  metadata = await loadIamMetadata();
});

const OURS = ['unknown-action', 'action-on-other-type', 'key-not-of-action', 'set-operator-missing'];

const problemsOf = (statement: object, given: IamMetadata | undefined = metadata) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] });
  return validatePolicy({ kind: 'inline', name: 'p', text }, 'authored', given).filter(({ code }) => OURS.includes(code));
};

const told = (statement: object) => problemsOf(statement).map(({ code, suggestion }) => [code, suggestion]);

describe('what AWS documents of its services', () => {
  test.each([
    [{ Action: 'sagemaker:CreateEndpiont' }, ['unknown-action', 'sagemaker:CreateEndpoint']],
    [{ Action: 's3:GetObjekt*' }, ['unknown-action', 's3:GetObject']],
    [{ Action: 'sagemker:CreateEndpoint' }, ['unknown-action', 'sagemaker:CreateEndpoint']],
    [{ Action: 'kms:Frobnicate' }, ['unknown-action', undefined]],
    [{ Action: 'sagemaker:CreateModel', Resource: 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/x' }, ['action-on-other-type', undefined]],
    [{ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::models' }, ['action-on-other-type', '*']],
    [{ Action: 's3:GetObject', Condition: { StringEquals: { 's3:prefix': 'x' } } }, ['key-not-of-action', undefined]],
    [{ Action: 's3:ListBucket', Condition: { StringEquals: { 's3:prefixx': 'x' } } }, ['key-not-of-action', 's3:prefix']],
    [{ Action: 's3:ListBucket', Condition: { StringEquals: { 'aws:PrincipleArn': 'x' } } }, ['key-not-of-action', 'aws:PrincipalArn']],
    [{ Action: 'sagemaker:CreateModel', Condition: { StringEquals: { 'sagemaker:VpcSubnets': 'x' } } }, ['set-operator-missing', undefined]],
  ])('%j: %j', (statement, expected) => {
    expect(told(statement)).toEqual([expected]);
    expect(problemsOf(statement).every(({ severity }) => severity === 'warning')).toBe(true);
  });
  test.each([
    { Action: 'bedrock:InvokeModell' },
    { Action: ['s3:*', '*'] },
    { Action: '<SERVICE>:GetObject' },
    { Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' },
    { Action: ['sagemaker:CreateEndpoint'], Resource: ['arn:aws:sagemaker:*:123456789012:endpoint-config/${aws:username}'] },
    { Action: 's3:*', Condition: { StringEquals: { 's3:prefix': 'x' } } },
    { Action: 's3:GetObject', Condition: { StringNotEquals: { 's3:prefix': 'x' } } },
    { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } },
    { Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'x', 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } },
    { Action: 'sagemaker:CreateModel', Condition: { 'ForAnyValue:StringEquals': { 'sagemaker:VpcSubnets': 'x' }, StringEquals: { 'aws:RequestTag/a': 'b' } } },
  ])('%j gives nothing to say', (statement) => {
    expect(told(statement)).toEqual([]);
  });
  test('without the table nothing of it is said', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObjekt', Resource: '*' }] });
    expect(validatePolicy({ kind: 'inline', name: 'p', text }, 'authored')).toEqual([]);
  });
  test('of AWS’s own SageMaker policy, three known oddities are told', () => {
    const text = readFileSync('test/data/AmazonSageMakerFullAccess-v29.json', 'utf8');
    const found = validatePolicy({ kind: 'managed', name: 'p', text }, 'stored', metadata).filter(({ code }) => OURS.includes(code));
    expect(found.map(({ message }) => /"[^"]*"/.exec(message)?.[0])).toEqual([
      '"elastic-inference:Connect"',
      '"states:StartExecution"',
      '"states:UpdateStateMachine"',
    ]);
  });
});

test('that an action is about no single resource is said once', () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: 'arn:aws:ecr:us-east-1:123456789012:repository/x' }],
  });
  const codes = validatePolicy({ kind: 'managed', name: 'p', text }, 'authored', metadata).map(({ code }) => code);
  expect(codes).toEqual(['action-needs-any-resource']);
});
