import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PolicySource } from '../../../src/model/policy.ts';
import { type Asking, allow, answer, decision, deny, policy, to } from './asking.ts';

const text = (content: string): PolicySource => policy('inline', content);
const statement = (content: unknown): string => JSON.stringify({ Version: '2012-10-17', Statement: content });
const beside = (content: string): Asking => ({ identity: text(content), on: [to('*')] });

const OVERLONG = statement([{ Sid: 'x'.repeat(131_072), Effect: 'Perhaps', Action: '*', Resource: '*' }]);
const NESTED = `{"Statement":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

describe('a document that IAM could not have stored may say anything', () => {
  test.each([
    ['empty', ''],
    ['not JSON', '{"Statement": [}'],
    ['a byte order mark', `\uFEFF${statement([allow()])}`],
    ['text', '"Allow"'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', JSON.stringify([allow()])],
    ['a Statement of text', '{"Statement":"Allow"}'],
    ['a Statement of null', '{"Statement":null}'],
    ['Statements', JSON.stringify({ Statements: [deny()] })],
    ['a hidden prototype', `{"__proto__":${statement([allow()])}}`],
  ])('%s', (_, content) => {
    const result = answer(beside(content));
    expect(result).toMatchObject({ decision: 'Unknown', missing: [], unread: [{ state: 'unknown' }] });
    expect(result.trace.notes.join()).toContain('cannot be read');
    expect(decision({ identity: text(content) })).toBe('Unknown');
  });

  test.each([
    ['no Statement', '{"Version":"2012-10-17"}'],
    ['nothing', '{}'],
    ['no statements', '{"Statement":[]}'],
  ])('%s says nothing', (_, content) => {
    expect(decision(beside(content))).toBe('Allowed');
    expect(decision({ identity: text(content) })).toBe('ImplicitlyDenied');
  });
});

describe('a statement that IAM could not have stored never allows, and may deny', () => {
  test.each<[string, unknown]>([
    ['no Effect', { Action: '*', Resource: '*' }],
    ['another Effect', { ...deny(), Effect: 'deny' }],
    ['text', 'Deny'],
    ['null', null],
    ['a list', [deny()]],
    ['lists in lists', [[[[]]]]],
    ['Deny with both actions', { ...deny(), NotAction: 'iam:*' }],
    ['Deny with an action of objects', deny({ s3: '*' })],
    ['Deny with both resources', { ...deny(), NotResource: 'arn:aws:s3:::b' }],
    ['Deny without resource', { Effect: 'Deny', Action: '*' }],
    ['Deny with an unknown element', { ...deny(), Resources: '*' }],
    ['Deny with an unknown operator', deny('*', '*', { Condition: { StringMatches: { 'x:k': 'a' } } })],
    ['Deny with a condition of text', deny('*', '*', { Condition: 'always' })],
    ['Deny with an operator of text', deny('*', '*', { Condition: { StringEquals: 'x' } })],
    ['Deny with a value of objects', deny('*', '*', { Condition: { StringEquals: { 'x:k': { a: 1 } } } })],
    ['a prototype for an Effect', JSON.parse('{"__proto__":{"Effect":"Allow"},"Action":"*","Resource":"*"}')],
  ])('%s', (_, content) => {
    const result = answer(beside(statement([content])));
    expect(result).toMatchObject({ decision: 'Unknown', possible: ['Allowed', 'ExplicitlyDenied'], unread: [{ reason: 'unsupported' }] });
    expect(decision({ identity: text(statement([content])) })).toBe('ImplicitlyDenied');
  });

  test.each<[string, unknown]>([
    ['both actions', { ...allow(), NotAction: 'iam:*' }],
    ['an unknown element', { ...allow(), Conditions: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
    ['an unknown operator', allow('*', '*', { Condition: { StringMatches: { 'x:k': 'a' } } })],
    ['one unknown operator among others', allow('*', '*', { Condition: { StringLike: { 'x:k': '*' }, Or: { 'x:k': 'a' } } })],
    ['a value of null', allow('*', '*', { Condition: { Null: { 'x:k': null } } })],
    ['an empty Effect', { ...allow(), Effect: 'ALLOW' }],
  ])('an Allow with %s', (_, content) => {
    expect(decision({ identity: text(statement([content])), context: { 'x:k': 'a' } })).toBe('ImplicitlyDenied');
  });

  test('it does not matter where it cannot match', () => {
    expect(decision(beside(statement([{ ...deny('iam:*'), Resources: '*' }])))).toBe('Allowed');
    expect(decision(beside(statement([{ Action: 'iam:*', Resource: '*' }])))).toBe('Allowed');
  });
});

describe('size and strange characters', () => {
  test.each([
    ['131,072 characters', OVERLONG],
    ['nesting', NESTED],
    ['lone surrogates', statement([allow('s3:\ud800*', 'arn:aws:s3:::\udfff*'), { ...deny(), '\ud800': 1 }])],
    ['text for a list', statement({ ...allow(), Action: [[['*']]] })],
  ])('%s: an answer, and no allow', (_, content) => {
    expect(['ImplicitlyDenied', 'Unknown']).toContain(decision({ identity: text(content) }));
    expect(() => JSON.stringify(answer({ identity: text(content) }).trace)).not.toThrow();
  });

  test('10,000 statements, each of which denies', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => deny('s3:*', `arn:aws:s3:::b${index % 3}*`));
    const start = performance.now();
    const result = answer({ identity: many, on: [to('*')], resource: 'arn:aws:s3:::b1/x' });
    expect(result.decision).toBe('ExplicitlyDenied');
    expect(result.trace.deciding).toHaveLength(3333);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('whatever the text: an answer, and no exception', () => {
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"Statement":${json}}`),
    );
    fc.assert(
      fc.property(content, (json) => {
        const result = answer({ identity: text(json) });
        return result.decision !== 'Allowed' && result.trace.kind === 'iam';
      }),
      { numRuns: 300 },
    );
  });

  test('a source that changes is compiled anew', () => {
    const source = { kind: 'inline' as const, name: 'p', text: statement([allow()]) };
    expect(decision({ identity: source })).toBe('Allowed');
    source.text = statement([deny()]);
    expect(decision({ identity: source })).toBe('ExplicitlyDenied');
  });
});
