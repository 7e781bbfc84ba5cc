import { describe, expect, test } from '@jest/globals';
import { identityOf, isAwsManagedPolicy, isOwnedByAws, namedBy } from '../../reporters/arn.ts';

describe('identityOf', () => {
  test.each([
    ['arn:aws:iam::123456789012:role/service-role/Execution', { kind: 'role', name: 'Execution' }],
    ['arn:aws-cn:iam::123456789012:user/team/mara', { kind: 'user', name: 'mara' }],
    ['arn:aws-us-gov:sts::123456789012:assumed-role/Deployer/session', { kind: 'role', name: 'Deployer' }],
    ['arn:aws-iso:iam::123456789012:group/ml', { kind: 'group', name: 'ml' }],
  ])('%s', (arn, identity) => {
    expect(identityOf(arn)).toEqual(identity);
  });
  test.each([
    'arn:aws:iam::123456789012:root',
    'arn:aws:sts::123456789012:federated-user/mara',
    'arn:aws:s3:::bucket/role/x',
    'Execution',
    'arn:aws:iam::123456789012:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks',
    'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Data_0123456789abcdef',
    'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Data_0123456789abcdef/mara',
  ])('nothing that can be changed: %s', (arn) => {
    expect(identityOf(arn)).toBeUndefined();
  });
});

test('what AWS owns', () => {
  expect(isOwnedByAws('arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Data_0123456789abcdef/mara')).toBe(true);
  expect(isOwnedByAws('arn:aws:iam::123456789012:role/Execution')).toBe(false);
  expect(isAwsManagedPolicy('arn:aws-cn:iam::aws:policy/AmazonSageMakerFullAccess')).toBe(true);
  expect(isAwsManagedPolicy('arn:aws-cn:iam::123456789012:policy/Boundary')).toBe(false);
});

test('names of other things', () => {
  expect(namedBy('arn:aws:kms:us-east-1:123456789012:key/1')).toEqual({ service: 'kms', region: 'us-east-1', account: '123456789012', type: 'key', name: '1' });
  expect(namedBy('churn')).toEqual({ service: '', region: '', account: '', type: '', name: 'churn' });
});
