import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../src/reason/iam/evaluate.ts';
import type { ContextValue, EvalContext, EvalResult } from '../../../src/reason/iam/types.ts';
import { A, type Asking, B, policiesOf, ROLE, requestOf, SESSION, type Statement, USER } from './asking.ts';

const KEYS = ['aws:SourceVpc', 'aws:PrincipalTag/T', 'aws:TagKeys', 'x:k'] as const;
const SEVERAL: ReadonlySet<string> = new Set(['aws:TagKeys', 'x:k']);
const VALUES = ['a', 'b', 'A', 'true', '5', '10.0.0.1', 'arn:aws:s3:::a'] as const;
const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'ArnLike',
  'ArnNotLike',
  'NumericLessThan',
  'NumericNotEquals',
  'Bool',
  'IpAddress',
  'NotIpAddress',
  'Null',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'StringLikeIfExists',
  'BoolIfExists',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringEquals',
  'ForAllValues:StringNotLike',
  'ForAnyValue:StringNotEquals',
  'ForAnyValue:StringLikeIfExists',
] as const;

const key = fc.constantFrom(...KEYS);
const policyValue = fc.constantFrom(...VALUES, '*', 'a*', '10.0.0.0/8', '${aws:PrincipalTag/T}', "${x:k, 'a'}");
const condition = (operators: readonly string[], values: fc.Arbitrary<string>): fc.Arbitrary<Statement> =>
  fc.dictionary(fc.constantFrom(...operators), fc.dictionary(key, fc.array(values, { maxLength: 2 }), { minKeys: 1, maxKeys: 2 }), { maxKeys: 2 });

const principals = fc.constantFrom<unknown>('*', { AWS: A }, { AWS: ROLE }, { AWS: SESSION }, { AWS: USER }, { AWS: B }, { Service: 's3.amazonaws.com' });
const resources = fc.constantFrom('*', 'arn:aws:s3:::bkt/*', 'arn:aws:s3:::other/*', 'arn:aws:s3:::bkt/${aws:PrincipalTag/T}');
const actions = fc.constantFrom('*', 's3:*', 's3:GetObject', 'ec2:*');

const statement = (operators: readonly string[] = OPERATORS, values: fc.Arbitrary<string> = policyValue): fc.Arbitrary<Statement> =>
  fc.record({ Effect: fc.constantFrom('Allow', 'Allow', 'Deny'), Action: actions, Resource: resources, Condition: condition(operators, values) });

const withPrincipal = (own: fc.Arbitrary<Statement>): fc.Arbitrary<Statement> =>
  fc.tuple(own, principals, fc.boolean()).map(([rest, named, isNegated]) => ({ ...rest, [isNegated && named !== '*' ? 'NotPrincipal' : 'Principal']: named }));

const few = (own: fc.Arbitrary<Statement>) => fc.array(own, { maxLength: 3 });
const optional = <T>(own: fc.Arbitrary<T>) => fc.option(own, { nil: undefined });

const asking = (own: fc.Arbitrary<Statement> = statement()): fc.Arbitrary<Asking> =>
  fc
    .record({
      principal: fc.constantFrom(SESSION, ROLE, USER, 's3.amazonaws.com', 'anonymous', `arn:aws:iam::${A}:root`),
      resourceAccount: fc.constantFrom(A, A, B),
      identity: few(own),
      boundary: optional(few(own)),
      session: optional(few(own)),
      scps: fc.array(few(own), { maxLength: 2 }),
      rcps: fc.array(few(withPrincipal(own)), { maxLength: 1 }),
      on: optional(few(withPrincipal(own))),
    })
    .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as Asking);

const single = fc.constantFrom<ContextValue>(...VALUES, { state: 'absent' }, '', 'other');
const several = fc.oneof(single, fc.array(fc.constantFrom(...VALUES), { maxLength: 3 }));
const unknownValue: ContextValue = { state: 'unknown' };
const contextOf = (value: (name: string) => fc.Arbitrary<ContextValue>): fc.Arbitrary<EvalContext> =>
  fc.record(Object.fromEntries(KEYS.map((name) => [name, value(name)])));
const completion = contextOf((name) => (SEVERAL.has(name) ? several : single));
const partial = contextOf(() => fc.oneof(single, fc.constant(unknownValue), fc.constant(unknownValue)));

const answer = (one: Asking, context: EvalContext): EvalResult => evaluate(requestOf({ ...one, context }), policiesOf(one));

const isUnknown = (value: ContextValue | undefined): boolean => typeof value === 'object' && 'state' in value && value.state === 'unknown';

const fill = (context: EvalContext, values: EvalContext, only: (name: string) => boolean = () => true): EvalContext =>
  Object.fromEntries(Object.entries(context).map(([name, value]) => [name, isUnknown(value) && only(name) ? (values[name] ?? value) : value]));

type Place = 'identity' | 'boundary' | 'session' | 'on';
const places = fc.constantFrom<Place>('identity', 'boundary', 'session', 'on');

const withOneMore = (one: Asking, place: Place, more: Statement): Asking | undefined => {
  const present = one[place];
  return Array.isArray(present) ? { ...one, [place]: [...present, more] } : undefined;
};

const isDenied = ({ decision }: EvalResult): boolean => decision === 'ImplicitlyDenied' || decision === 'ExplicitlyDenied';

describe('further statements', () => {
  test('a further Deny never turns a denial into an allow', () => {
    fc.assert(
      fc.property(asking(), places, withPrincipal(statement()), partial, (one, place, drawn, context) => {
        const more = withOneMore(one, place, { ...drawn, Effect: 'Deny' });
        return more === undefined || !isDenied(answer(one, context)) || answer(more, context).decision !== 'Allowed';
      }),
      { numRuns: 500 },
    );
  });

  test('a further Allow never turns an allow into a denial', () => {
    fc.assert(
      fc.property(asking(), places, withPrincipal(statement()), partial, (one, place, drawn, context) => {
        const more = withOneMore(one, place, { ...drawn, Effect: 'Allow' });
        return more === undefined || answer(one, context).decision !== 'Allowed' || answer(more, context).decision === 'Allowed';
      }),
      { numRuns: 500 },
    );
  });
});

describe('completions of what is unknown', () => {
  test('agree with the answer, and are among the possible ones', () => {
    fc.assert(
      fc.property(asking(), partial, fc.array(completion, { minLength: 4, maxLength: 4 }), (one, context, completions) => {
        const { decision, possible } = answer({ ...one, principal: one.principal === ROLE ? SESSION : (one.principal ?? SESSION) }, context);
        return completions.every((values) => {
          const completed = answer({ ...one, principal: one.principal === ROLE ? SESSION : (one.principal ?? SESSION) }, fill(context, values)).decision;
          return completed !== 'Unknown' && possible.includes(completed) && (decision === 'Unknown' || decision === completed);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('of the missing keys alone settle the answer', () => {
    fc.assert(
      fc.property(asking(), partial, completion, (one, context, values) => {
        const known = { ...one, principal: one.principal === ROLE ? SESSION : (one.principal ?? SESSION) };
        const missing = new Set(answer(known, context).missing.map((name) => name.toLowerCase()));
        return (
          answer(
            known,
            fill(context, values, (name) => missing.has(name.toLowerCase())),
          ).decision !== 'Unknown'
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('differ, where the answer is Unknown and all that matters can be listed', () => {
    const plain = statement(['StringEquals', 'StringNotEquals', 'Null', 'StringEqualsIfExists'], fc.constantFrom('a', 'b', 'true'));
    const one: EvalContext = { 'aws:SourceVpc': unknownValue, 'aws:PrincipalTag/T': 'a', 'aws:TagKeys': 'a', 'x:k': 'a' };
    const seen = { unknown: 0 };
    fc.assert(
      fc.property(asking(plain), (drawn) => {
        const known = { ...drawn, principal: drawn.principal === ROLE ? SESSION : (drawn.principal ?? SESSION) };
        if (answer(known, one).decision !== 'Unknown') return true;
        seen.unknown += 1;
        const values: readonly ContextValue[] = ['a', 'b', 'true', 'other', { state: 'absent' }];
        return new Set(values.map((value) => answer(known, { ...one, 'aws:SourceVpc': value }).decision)).size > 1;
      }),
      { numRuns: 1000 },
    );
    expect(seen.unknown).toBeGreaterThan(5);
  });
});

test('the drawn questions have all four answers', () => {
  const decisions = fc.sample(fc.tuple(asking(), partial), 500).map(([one, context]) => answer(one, context).decision);
  expect(new Set(decisions)).toEqual(new Set(['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied', 'Unknown']));
});
