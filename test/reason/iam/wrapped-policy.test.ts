import { describe, expect, test } from '@jest/globals';
import { blankedAround, rewrapped, wrappedPolicies } from '../../../src/reason/iam/wrapped-policy.ts';

const POLICY = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get}", "Resource": "*"}]}';

describe('a policy inside what a command prints', () => {
  test.each([
    ['iam get-role-policy', `{"RoleName": "r", "PolicyName": "p",\n "PolicyDocument": ${POLICY}}`, ['PolicyDocument']],
    ['iam get-policy-version', `{"PolicyVersion": {"Document": ${POLICY}, "VersionId": "v1"}}`, ['PolicyVersion', 'Document']],
    ['wrapped twice', `{"Policy": {"PolicyDocument": ${POLICY}}}`, ['Policy', 'PolicyDocument']],
    ['iam get-role', `{"Role": {"Path": "/", "AssumeRolePolicyDocument": ${POLICY}}}`, ['Role', 'AssumeRolePolicyDocument']],
    ['a template of CloudFormation’s', `{"Policies": [{"PolicyName": "x", "PolicyDocument": ${POLICY}}]}`, ['Policies', '0', 'PolicyDocument']],
  ])('%s', (_, text, path) => {
    const [found, ...others] = wrappedPolicies(text);
    expect({ ...found, others: others.length }).toMatchObject({ path, text: POLICY, form: 'as-object', others: 0 });
    if (found === undefined) return;
    expect(text.slice(found.start, found.end)).toBe(POLICY);
    const alone = blankedAround(text, found);
    expect({ length: alone.length, text: alone.trim(), lines: alone.split('\n').length }).toEqual({
      length: text.length,
      text: POLICY,
      lines: text.split('\n').length,
    });
    expect(rewrapped(text, found, '{}')).toBe(text.replace(POLICY, '{}'));
  });
  test('as a string, as s3api and kms print it', () => {
    const text = JSON.stringify({ Policy: POLICY, PolicyName: 'default' });
    const [found] = wrappedPolicies(text);
    expect(found).toMatchObject({ path: ['Policy'], text: POLICY, form: 'as-text' });
    expect(found && JSON.parse(rewrapped(text, found, '{"a": 1}'))).toEqual({ Policy: '{"a": 1}', PolicyName: 'default' });
  });
  test.each([
    ['a policy', POLICY],
    ['a bare statement', '{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}'],
    ['a policy without Statement', '{"Version": "2012-10-17", "Policy": {}}'],
    ['something else', '{"Policy": "arn:aws:iam::aws:policy/X", "Other": {"Statement": []}}'],
    ['no JSON', 'Policy: x'],
  ])('none in %s', (_, text) => expect(wrappedPolicies(text)).toEqual([]));
  test('several are all told', () => {
    expect(wrappedPolicies(`{"A": {"PolicyDocument": ${POLICY}}, "B": {"PolicyDocument": ${POLICY}}}`)).toHaveLength(2);
  });
});
