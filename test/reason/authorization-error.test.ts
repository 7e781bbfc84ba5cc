import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { authorizationErrorIn } from '../../src/reason/authorization-error.ts';

const SESSION = 'arn:aws:sts::123456789012:assumed-role/Dev/alice';
const ROLE = 'arn:aws:iam::123456789012:role/Exec';

describe('authorization errors', () => {
  test.each([
    [
      `User: ${SESSION} is not authorized to perform: iam:PassRole on resource: ${ROLE} because no identity-based policy allows the iam:PassRole action`,
      { principal: SESSION, action: 'iam:PassRole', resource: ROLE, because: 'no-allow', policy: 'identity-based policy' },
    ],
    [
      `User: ${SESSION} is not authorized to perform: sagemaker:CreateEndpoint on resource: arn:aws-cn:sagemaker:cn-north-1:1:endpoint/x with an explicit deny in a service control policy`,
      {
        principal: SESSION,
        action: 'sagemaker:CreateEndpoint',
        resource: 'arn:aws-cn:sagemaker:cn-north-1:1:endpoint/x',
        because: 'explicit-deny',
        policy: 'service control policy',
      },
    ],
    [
      `User: ${SESSION} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:1:key/2 because no permissions boundary allows the kms:Decrypt action`,
      { principal: SESSION, action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:1:key/2', because: 'no-allow', policy: 'permissions boundary' },
    ],
    [
      `{"message":"User: ${SESSION} is not authorized to perform: \\"s3:GetObject\\" on resource: \\"arn:aws:s3:::b/k\\" with an explicit deny"}`,
      { principal: SESSION, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', because: 'explicit-deny' },
    ],
    [
      `SageMaker is unable to perform: sts:AssumeRole on the role ${ROLE}.`,
      { principal: 'sagemaker.amazonaws.com', action: 'sts:AssumeRole', resource: ROLE, because: 'unsaid' },
    ],
    [
      `sagemaker.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
      { principal: 'sagemaker.amazonaws.com', action: 'sts:AssumeRole', resource: ROLE, because: 'unsaid' },
    ],
    ['SageMaker is unable to perform: kms:CreateGrant', { action: 'kms:CreateGrant', because: 'unsaid' }],
    [
      `User: ${SESSION} is not authorized\n   to perform: ecr:GetAuthorizationToken on resource: *`,
      { principal: SESSION, action: 'ecr:GetAuthorizationToken', resource: '*', because: 'unsaid' },
    ],
  ])('%s', (message, expected) => {
    expect(authorizationErrorIn(message)).toEqual(expected);
  });
  test('other texts are none', () => {
    expect(authorizationErrorIn('Access Denied')).toBeUndefined();
  });
  test('whatever is pasted, it answers', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void authorizationErrorIn(`${a} is not authorized to perform: s3:GetObject ${b}`)));
  });
});
