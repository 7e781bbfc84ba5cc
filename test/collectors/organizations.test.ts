import { describe, expect, test } from '@jest/globals';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { Fact, Reading } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const MANAGEMENT = '999999999999';
const PARENTS: Readonly<Record<string, object>> = {
  [ACCOUNT]: { id: 'ou-2', isRoot: false },
  'ou-2': { id: 'ou-1', isRoot: false },
  'ou-1': { id: 'r-1', isRoot: true },
};
const policyArn = (id: string) => `arn:aws:organizations::${MANAGEMENT}:policy/o-1/service_control_policy/${id}`;
const listed = (id: string) => ({ Id: id, Arn: policyArn(id), Name: `the ${id}` });

/** An organisation with two units, where one policy stands everywhere and a second one on the lower unit. */
const IN_FORCE: Answers = {
  'organizations:DescribeOrganization': () => present({ Id: 'o-1', MasterAccountId: MANAGEMENT, MasterAccountEmail: 'MARKER' }),
  'organizations:ListParents': ({ childId }) => present(PARENTS[childId as string]),
  'organizations:ListPoliciesForTarget': ({ targetId, type }) =>
    present(type === 'RESOURCE_CONTROL_POLICY' ? [] : [listed('p-all'), ...(targetId === 'ou-2' ? [listed('p-deny')] : [])]),
  'organizations:DescribePolicy': ({ policyId }) => present(`{"Id":"${policyId}"}`),
};
const params = { account: ACCOUNT, region: 'eu-west-1' };
const read = (changes: Answers = {}) => readerOf(sessionAnswering({ ...IN_FORCE, ...changes }))('organizations.organization', params);

const source = (id: string) => ({ kind: 'scp', name: `the ${id}`, arn: policyArn(id), text: `{"Id":"${id}"}` });
const level = (id: string, ...policies: readonly string[]) => ({
  id,
  serviceControlPolicies: present(policies.map(source)) as Reading<unknown>,
  resourceControlPolicies: absent as Reading<unknown>,
});
const LEVELS = [level('r-1', 'p-all'), level('ou-1', 'p-all'), level('ou-2', 'p-all', 'p-deny'), level(ACCOUNT, 'p-all')];
const whole = (levels: unknown) => present({ id: 'o-1', managementAccount: MANAGEMENT, levels });

describe('organizations.organization', () => {
  test('has every level from the root to the account, with the policies that stand there', async () => {
    expect(await read()).toEqual(whole(present(LEVELS)));
  });
  test('resource control policies are told from service control policies', async () => {
    const answers = { 'organizations:ListPoliciesForTarget': () => present([listed('p-all')]) };
    expect(await read(answers)).toMatchObject({
      value: { levels: { value: [{ resourceControlPolicies: present([{ ...source('p-all'), kind: 'rcp' }]) }, {}, {}, {}] } },
    });
  });
  test('is absent for an account that is in none', async () => expect(await read({ 'organizations:DescribeOrganization': () => absent })).toEqual(absent));
  test('is unknown when even the organisation is refused', async () => {
    const refusal = refused('organizations:DescribeOrganization');
    expect(await read({ 'organizations:DescribeOrganization': () => refusal })).toEqual(refusal);
  });
  test('is known, its levels unknown, when they are refused: the usual case', async () => {
    const refusal = refused('organizations:ListParents');
    expect(await read({ 'organizations:ListParents': () => refusal })).toEqual(whole(refusal));
    expect(await read({ 'organizations:ListParents': ({ childId }) => (childId === 'ou-1' ? refusal : present(PARENTS[childId as string])) })).toEqual(
      whole(refusal),
    );
  });
  test('a refused listing or document leaves that level unknown, and no other', async () => {
    const listing = refused('organizations:ListPoliciesForTarget');
    const list = IN_FORCE['organizations:ListPoliciesForTarget'] as Answers[string];
    const some = await read({ 'organizations:ListPoliciesForTarget': (input, region) => (input['targetId'] === 'ou-1' ? listing : list(input, region)) });
    expect(some).toEqual(
      whole(present(LEVELS.map((one) => (one.id === 'ou-1' ? { ...one, serviceControlPolicies: listing, resourceControlPolicies: listing } : one)))),
    );
    const document = refused('organizations:DescribePolicy');
    const describe = IN_FORCE['organizations:DescribePolicy'] as Answers[string];
    const most = await read({ 'organizations:DescribePolicy': (input, region) => (input['policyId'] === 'p-deny' ? document : describe(input, region)) });
    expect(most).toEqual(whole(present(LEVELS.map((one) => (one.id === 'ou-2' ? { ...one, serviceControlPolicies: document } : one)))));
  });
  test("another account's place is unknown: AWS tells the caller's own", async () => {
    const fact = await readerOf(sessionAnswering(IN_FORCE))('organizations.organization', { ...params, account: '222222222222' });
    expect(fact).toMatchObject({ state: 'unknown', reason: 'unsupported', message: expect.stringContaining('222222222222') });
  });
  test('levels that never end are no answer', async () => {
    expect(await read({ 'organizations:ListParents': () => present({ id: 'ou-1', isRoot: false }) })).toMatchObject({ state: 'unknown', reason: 'failed' });
  });
  test.each([
    ['eu-west-1', 'us-east-1'],
    ['cn-north-1', 'cn-northwest-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
  ])('for %s is asked for in %s', async (region, home) => {
    const session = sessionAnswering({ 'organizations:DescribeOrganization': () => absent });
    await readerOf(session)('organizations.organization', { ...params, region });
    expect(session.asked.at(-1)).toBe(`organizations:DescribeOrganization@${home} {}`);
  });
});

describe('its permissions', () => {
  const on = (known?: Fact) =>
    COLLECTORS['organizations.organization'].permissions(params, { partition: 'aws', account: ACCOUNT, ...(known && { known: known as never }) });
  const head = `arn:aws:organizations::${MANAGEMENT}`;

  test('before it is known are as narrow as an ARN can be', () => {
    const [organization, parents, , policies] = on();
    expect(organization).toMatchObject({ action: 'organizations:DescribeOrganization', resources: ['*'] });
    expect(parents?.resources).toEqual([
      `arn:aws:organizations::*:account/*/${ACCOUNT}`,
      'arn:aws:organizations::*:ou/*/*',
      'arn:aws:organizations::*:root/*/*',
    ]);
    expect(policies?.resources).toEqual(['arn:aws:organizations::*:policy/*/*', 'arn:aws:organizations::aws:policy/*']);
    expect(on().every(({ because }) => because !== undefined)).toBe(true);
  });
  test('are exact once it is known', async () => {
    const levels = [`${head}:root/o-1/r-1`, `${head}:ou/o-1/ou-1`, `${head}:ou/o-1/ou-2`, `${head}:account/o-1/${ACCOUNT}`];
    expect(on(await read()).slice(1)).toEqual([
      { action: 'organizations:ListParents', resources: levels },
      { action: 'organizations:ListPoliciesForTarget', resources: levels },
      { action: 'organizations:DescribePolicy', resources: [policyArn('p-all'), policyArn('p-deny')] },
    ]);
  });
  test('name the organisation when only its levels are unknown', async () => {
    const known = await read({ 'organizations:ListParents': () => unknown('access-denied', 'no') });
    expect(on(known)[1]?.resources[0]).toBe(`${head}:account/o-1/${ACCOUNT}`);
  });
  test('are one question when there is none', () => expect(on(absent).map(({ action }) => action)).toEqual(['organizations:DescribeOrganization']));
});
