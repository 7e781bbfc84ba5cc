import { describe, expect, test } from '@jest/globals';
import { arnOf, askedOf, contextOf } from '../../../src/cli/can/asked.ts';

const HERE = { region: 'us-east-1', account: '123456789012' };

describe('the words of `can`', () => {
  test('actions and resources are told apart, each once', () => {
    const asked = askedOf('me', ['s3:GetObject', 's3://b/k', 'kms:Decrypt', 's3:GetObject', 'alias/churn'], []);
    expect(asked).toMatchObject({ actions: ['s3:GetObject', 'kms:Decrypt'], resources: ['s3://b/k', 'alias/churn'] });
  });
  test.each([
    [['s3:Get*'], /holds a wildcard/],
    [['GetObject'], /neither an action .* nor a resource/],
    [['arn:aws:s3:::b'], /name an action/],
    [[], /name an action/],
  ])('%j is refused', (words, message) => {
    expect(() => askedOf('me', words, [])).toThrow(message);
  });
  test('a key that is said twice holds several values, and one without value is not sent', () => {
    expect(contextOf(['aws:SourceIp=203.0.113.7', 'aws:TagKeys=a', 'aws:TagKeys=b=c', 'aws:SourceVpce='])).toEqual({
      'aws:SourceIp': '203.0.113.7',
      'aws:TagKeys': ['a', 'b=c'],
      'aws:SourceVpce': [],
    });
    for (const text of ['SourceIp=1', 'aws:SourceIp', '=x']) expect(() => contextOf([text])).toThrow(/is no condition key with its value/);
  });
  test.each([
    ['*', undefined],
    ['s3://models/a/b.tar.gz', 'arn:aws:s3:::models/a/b.tar.gz'],
    ['s3://models/', 'arn:aws:s3:::models'],
    ['alias/churn', 'arn:aws:kms:us-east-1:123456789012:alias/churn'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/churn:1.4', 'arn:aws-cn:ecr:cn-north-1:123456789012:repository/churn'],
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com/team/churn', 'arn:aws:ecr:us-east-1:123456789012:repository/team/churn'],
    ['arn:aws:sqs:us-east-1:123456789012:q', 'arn:aws:sqs:us-east-1:123456789012:q'],
  ])('%s stands for %s', (word, arn) => {
    expect(arnOf(word, HERE)).toBe(arn);
  });
});
