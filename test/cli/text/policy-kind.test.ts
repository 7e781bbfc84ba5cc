import { describe, expect, test } from '@jest/globals';
import { probableKind } from '../../../src/cli/text/policy-kind.ts';

const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

describe('the kind that a document probably is of', () => {
  test.each([
    [policy({ Action: 's3:*', Resource: '*' }), 'managed'],
    [policy({ Principal: { Service: 'x' }, Action: 'sts:AssumeRole' }), 'trust'],
    [policy({ Principal: '*', Action: ['s3:GetObject', 's3:PutObject'] }), 'bucket'],
    [policy({ Principal: '*', Action: 'kms:*' }), 'key'],
    [policy({ Principal: '*', Action: ['ecr:BatchGetImage'] }), 'repository'],
    [policy({ Principal: '*', Action: ['ecr:BatchGetImage', 's3:GetObject'] }), 'resource'],
    [policy({ Principal: '*', Action: '*' }), 'resource'],
    ['{"Statement": [{"Principal": "*", "Action": "s3:GetObject",', 'bucket'],
    ['', 'managed'],
  ])('%s: %s', (text, kind) => {
    expect(probableKind(text)).toBe(kind);
  });
});
