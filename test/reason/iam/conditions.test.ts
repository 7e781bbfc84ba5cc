import { describe, expect, test } from '@jest/globals';
import type { ContextValue } from '../../../src/reason/iam/types.ts';
import { type Asking, allow, decision, deny, policy, type Statement } from './asking.ts';

const when = (Condition: unknown): Asking => ({ identity: [allow('*', '*', { Condition })] });

/** One operator with key `x:k` (or its multi-valued like) against one value of the request. */
const holds = (operator: string, expected: unknown, actual: ContextValue): boolean =>
  decision({ ...when({ [operator]: { 'x:k': expected } }), context: { 'X:K': actual } }) === 'Allowed';

const ABSENT = { state: 'absent' } as const;

describe('operators', () => {
  test.each<[string, unknown, ContextValue, boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['stringequals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', true, 'true', true],
    ['StringEquals', 5, '5', true],
    ['StringEquals', '', '', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringEqualsIgnoreCase', 'ab', 'AB', true],
    ['StringNotEqualsIgnoreCase', 'ab', 'AB', false],
    ['StringLike', 'a?c*', 'abcd', true],
    ['StringLike', 'A*', 'abc', false],
    ['StringNotLike', 'a*', 'abc', false],
    ['ArnLike', 'arn:aws:s3:::b*', 'arn:aws:s3:::bkt', true],
    ['ArnEquals', 'arn:aws:s3:::b*', 'arn:aws:s3:::bkt', true],
    ['ArnLike', 'arn:aws:sns:*:t', 'arn:aws:sns:us-east-1:1:t', false],
    ['ArnLike', '*', 'arn:aws:sns:us-east-1:1:t', false],
    ['ArnLike', 'arn:aws:s3:::b', 'b', false],
    ['ArnLike', 'arn:aws:s3:::B', 'arn:aws:s3:::b', false],
    ['ArnNotLike', 'arn:aws:s3:::b', 'arn:aws:s3:::c', true],
    ['ArnNotEquals', 'arn:aws:s3:::b', 'arn:aws:s3:::b', false],
    ['ArnNotLike', 'arn:aws:s3:::b', 'no arn', false],
    ['ArnNotLike', 'no arn', 'arn:aws:s3:::b', true],
    ['NumericEquals', '10.0', '10', true],
    ['NumericEquals', 10, '1e1', true],
    ['NumericNotEquals', '10', '11', true],
    ['NumericNotEquals', '10', 'ten', false],
    ['NumericNotEquals', 'ten', '10', false],
    ['NumericNotEquals', ['ten', '10'], '11', true],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '-1', '-1.5', true],
    ['NumericGreaterThan', '9', '10', true],
    ['NumericGreaterThanEquals', '10', '9', false],
    ['NumericEquals', '', '', false],
    ['NumericLessThan', '10', '0x1', false],
    ['DateEquals', '2020-01-01T00:00:00Z', '1577836800', true],
    ['DateEquals', '2020-01-01', '2020-01-01T01:00:00+01:00', true],
    ['DateEquals', '2020', '2020-01-01T00:00:00.000Z', true],
    ['DateEquals', '2020-02', '2020-02-01', true],
    ['DateNotEquals', '2020-01-01', '2020-01-02', true],
    ['DateNotEquals', '2020-01-01', 'yesterday', false],
    ['DateLessThan', '2020-01-01T00:00:00Z', '2019-12-31T23:59:59Z', true],
    ['DateLessThan', '2020-13-01', '2019-12-31', false],
    ['DateLessThan', '2020-02-30', '2019-12-31', false],
    ['DateLessThanEquals', '1577836800', '2020-01-01T00:00:00Z', true],
    ['DateGreaterThan', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.5Z', true],
    ['DateGreaterThanEquals', '2020-01-01T00:00Z', '2020-01-01', true],
    ['Bool', 'True', 'TRUE', true],
    ['Bool', true, 'true', true],
    ['Bool', 'false', 'true', false],
    ['Bool', 'yes', 'yes', false],
    ['BinaryEquals', 'QQ==', 'QQ==', true],
    ['BinaryEquals', 'QQ==', 'QQ', true],
    ['BinaryEquals', 'QQ==', 'Qg==', false],
    ['BinaryEquals', '%', '%', false],
    ['IpAddress', '10.0.0.0/8', '10.255.255.255', true],
    ['IpAddress', '10.0.0.0/8', '11.0.0.0', false],
    ['IpAddress', '10.1.2.3/8', '10.9.9.9', true],
    ['IpAddress', '0.0.0.0/0', '203.0.113.9', true],
    ['IpAddress', '0.0.0.0/0', '::1', false],
    ['IpAddress', '10.0.0.1', '10.0.0.1', true],
    ['IpAddress', '010.0.0.1', '10.0.0.1', true],
    ['IpAddress', '2001:db8::/32', '2001:DB8:0:0::1', true],
    ['IpAddress', '2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', true],
    ['IpAddress', '::ffff:10.0.0.1', '::ffff:a00:1', true],
    ['IpAddress', '::/0', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/33', '10.0.0.0', false],
    ['IpAddress', '10.0.0.256', '10.0.0.1', false],
    ['IpAddress', '1::2::3', '1::2', false],
    ['NotIpAddress', '10.0.0.0/8', '11.0.0.0', true],
    ['NotIpAddress', '10.0.0.0/8', '10.0.0.1', false],
    ['NotIpAddress', '10.0.0.0/8', '::1', true],
    ['NotIpAddress', 'nowhere', '10.0.0.1', false],
    ['Null', 'true', 'x', false],
    ['Null', false, 'x', true],
    ['Null', 'FALSE', 'x', true],
    ['Null', ['true', 'false'], 'x', true],
    ['Null', 'maybe', 'x', false],
    ['StringMatches', 'a', 'a', false],
    ['NullIfExists', 'false', 'x', false],
    ['ForSomeValues:StringEquals', 'a', 'a', false],
  ])('C4 to C8: %s %j on %j is %j', (operator, expected, actual, outcome) => {
    expect(holds(operator, expected, actual)).toBe(outcome);
  });

  test.each<[string, unknown, boolean]>([
    ['StringEquals', 'a', false],
    ['StringLike', '*', false],
    ['NumericEquals', '1', false],
    ['StringNotEquals', 'a', true],
    ['ArnNotLike', 'arn:aws:s3:::b', true],
    ['NotIpAddress', '10.0.0.0/8', true],
    ['NumericNotEquals', 'ten', true],
    ['StringEqualsIfExists', 'a', true],
    ['stringequalsIFEXISTS', 'a', true],
    ['ForAllValues:StringEquals', 'a', true],
    ['FORALLVALUES:StringEquals', 'a', true],
    ['ForAllValues:StringEqualsIfExists', 'a', true],
    ['ForAnyValue:StringEquals', 'a', false],
    ['ForAnyValue:StringNotEquals', 'a', false],
    ['ForAnyValue:StringEqualsIfExists', 'a', true],
    ['Null', 'true', true],
    ['Null', 'false', false],
  ])('C2: %s %j on a missing key is %j', (operator, expected, outcome) => {
    expect(holds(operator, expected, ABSENT)).toBe(outcome);
    expect(holds(operator, expected, [])).toBe(outcome);
  });

  test.each<[string, unknown, readonly string[], boolean]>([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a'], ['a', 'b'], false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['a', 'c'], false],
    ['ForAllValues:StringLike', ['ml.t*', 'ml.m5.*'], ['ml.t3.large', 'ml.m5.large'], true],
    ['ForAnyValue:StringEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringEquals', ['c'], ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAnyValue:StringLike', ['*x*'], ['axb'], true],
    ['StringEquals', 'a', ['a'], true],
    ['StringEquals', 'a', ['a', 'a'], false],
    ['StringNotEquals', 'c', ['a', 'b'], false],
    ['StringNotEqualsIfExists', 'c', ['a', 'b'], false],
    ['Null', 'false', ['a', 'b'], true],
  ])('C3: %s %j on the list %j is %j', (operator, expected, actual, outcome) => {
    expect(holds(operator, expected, actual)).toBe(outcome);
  });

  test('C3: a set operator takes a single value for a set of one', () => {
    expect(holds('ForAllValues:StringEquals', 'a', 'a')).toBe(true);
    expect(holds('ForAnyValue:StringEquals', 'a', 'b')).toBe(false);
  });

  test('C1: operators and keys are all needed', () => {
    const condition = { StringEquals: { 'x:a': '1', 'x:b': '2' }, Bool: { 'x:c': 'true' } };
    expect(decision({ ...when(condition), context: { 'x:a': '1', 'x:b': '2', 'x:c': 'true' } })).toBe('Allowed');
    for (const key of ['x:a', 'x:b', 'x:c']) {
      expect(decision({ ...when(condition), context: { 'x:a': '1', 'x:b': '2', 'x:c': 'true', [key]: 'no' } })).toBe('ImplicitlyDenied');
    }
  });

  test('M4: keys have no case, nor have tag keys', () => {
    expect(decision({ ...when({ StringEquals: { 'AWS:principaltag/TEAM': 'x' } }), context: { 'aws:PrincipalTag/Team': 'x' } })).toBe('Allowed');
  });

  test('keys of objects are not keys of the context', () => {
    expect(decision(when({ Null: { __proto__: 'true', constructor: 'true', toString: 'true' } }))).toBe('Allowed');
  });
});

const at = (Resource: unknown, version?: string): Asking => ({ identity: policy('inline', [{ Effect: 'Allow', Action: '*', Resource }], version) });
const home = (path: string): string => `arn:aws:s3:::b/${path}`;

describe('variables', () => {
  test.each<[string, string, string, Record<string, ContextValue>, boolean]>([
    ['R3: filled in', home('${aws:username}/*'), home('alice/x'), { 'aws:username': 'alice' }, true],
    ['C9: without case', home('${AWS:UserName}'), home('alice'), { 'aws:username': 'alice' }, true],
    ['C9: two of them', home('${aws:username}-${x:k}'), home('alice-1'), { 'aws:username': 'alice', 'x:k': '1' }, true],
    ['R3: what is filled in has no wildcards', home('${aws:username}'), home('bob'), { 'aws:username': '*' }, false],
    ['R3: but its characters', home('${aws:username}'), home('*'), { 'aws:username': '*' }, true],
    ['R3: nor variables', home('${aws:username}'), home('alice'), { 'aws:username': '${x:k}', 'x:k': 'alice' }, false],
    [
      'R3: not in the account',
      'arn:aws:iam::${aws:PrincipalAccount}:user/x',
      'arn:aws:iam::123456789012:user/x',
      { 'aws:PrincipalAccount': '123456789012' },
      false,
    ],
    ['C10: without a value nothing matches', home('${aws:username}*'), home('${aws:username}'), {}, false],
    ['C10: an empty value is a value', home('${x:k}a'), home('a'), { 'x:k': '' }, true],
    ['C9: the default', home("${x:k, 'all'}"), home('all'), {}, true],
    ['C9: the default without blank', home("${x:k,'all'}"), home('all'), {}, true],
    ['C9: the default stands back', home("${x:k, 'all'}"), home('all'), { 'x:k': 'one' }, false],
    ['C9: a default has no wildcards', home("${x:k, '*'}"), home('one'), {}, false],
    ['C9: ${*}', home('${*}'), home('*'), {}, true],
    ['C9: ${?}', home('a${?}'), home('ab'), {}, false],
    ['C9: ${$}', home('${$}{x}'), home('${x}'), {}, true],
    ['C9: a list is no variable', home('${x:k}'), home('a'), { 'x:k': ['a'] }, false],
    ['an unclosed one is text', home('${x:k'), home('${x:k'), { 'x:k': 'a' }, true],
    ['an empty one matches nothing', home('${}'), home(''), {}, false],
  ])('%s', (_, pattern, resource, context, matches) => {
    expect(decision({ ...at(pattern), resource, context }) === 'Allowed').toBe(matches);
  });

  test.each(['2008-10-17', '', '2013-01-01'])('C9: version %j has none', (version) => {
    expect(decision({ ...at(home('${aws:username}'), version), resource: home('alice'), context: { 'aws:username': 'alice' } })).toBe('ImplicitlyDenied');
    expect(decision({ ...at(home('${aws:username}'), version), resource: home('${aws:username}') })).toBe('Allowed');
  });

  test.each<[string, unknown, Record<string, ContextValue>, string]>([
    ['in StringEquals', { StringEquals: { 'x:a': '${x:b}' } }, { 'x:a': '1', 'x:b': '1' }, 'Allowed'],
    ['in StringLike with a wildcard', { StringLike: { 's3:prefix': '${aws:username}/*' } }, { 's3:prefix': 'a/b', 'aws:username': 'a' }, 'Allowed'],
    ['${*} in StringEquals', { StringEquals: { 'x:a': '${*}' } }, { 'x:a': '*' }, 'Allowed'],
    ['in ArnLike, in any field', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::${x:b}' } }, { 'aws:SourceArn': 'arn:aws:s3:::q', 'x:b': 'q' }, 'Allowed'],
    ['in ArnLike, the account', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:${x:b}:*' } }, { 'aws:SourceArn': 'arn:aws:sns:r:1:t', 'x:b': '1' }, 'Allowed'],
    ['in ArnEquals, the whole ARN', { ArnEquals: { 'aws:SourceArn': '${x:b}' } }, { 'aws:SourceArn': 'arn:aws:s3:::q', 'x:b': 'arn:aws:s3:::q' }, 'Allowed'],
    ['not in Numeric', { NumericEquals: { 'x:a': '${x:b}' } }, { 'x:a': '1', 'x:b': '1' }, 'ImplicitlyDenied'],
    ['not in IpAddress', { IpAddress: { 'aws:SourceIp': '${x:b}' } }, { 'aws:SourceIp': '10.0.0.1', 'x:b': '10.0.0.1' }, 'ImplicitlyDenied'],
    ['not in Null', { Null: { 'x:a': '${x:b}' } }, { 'x:b': 'true' }, 'ImplicitlyDenied'],
    ['in Bool', { Bool: { 'x:a': '${x:b}' } }, { 'x:a': 'true', 'x:b': 'true' }, 'Allowed'],
    ['C10: no value, StringEquals', { StringEquals: { 'x:a': '${x:b}' } }, { 'x:a': '${x:b}' }, 'ImplicitlyDenied'],
    ['C10: no value, StringNotEquals', { StringNotEquals: { 'x:a': '${x:b}' } }, { 'x:a': '1' }, 'Allowed'],
    ['C10: no value, another value', { StringNotEquals: { 'x:a': ['${x:b}', '1'] } }, { 'x:a': '1' }, 'ImplicitlyDenied'],
    ['C10: no value, ForAllValues', { 'ForAllValues:StringEquals': { 'x:a': '${x:b}' } }, { 'x:a': ['1'] }, 'ImplicitlyDenied'],
  ])('C9: %s', (_, condition, context, expected) => {
    expect(decision({ ...when(condition), context })).toBe(expected);
  });

  test('C10: a NotResource whose variable has no value excludes nothing', () => {
    const but = (effect: string): Statement => ({ Effect: effect, Action: '*', NotResource: home('${x:k}') });
    expect(decision({ identity: [but('Allow')], resource: home('a') })).toBe('Allowed');
    expect(decision({ identity: [allow(), but('Deny')], resource: home('a') })).toBe('ExplicitlyDenied');
    expect(decision({ identity: [allow(), deny('iam:*')], resource: home('a') })).toBe('Allowed');
  });
});
