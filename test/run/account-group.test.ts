import { expect, test } from '@jest/globals';
import { accountGroups, divisionNotes } from '../../src/run/account-group.ts';
import { accountPolicies } from '../../src/run/account-policies.ts';
import { serverless } from '../support/targets.ts';

const READER = 'arn:aws:iam::222233334444:role/Reader';
const of = (name: string, account: string, more = {}) => ({ ...serverless(), name, account, ...more });

const TARGETS = [
  of('a', '222233334444', { assumeRole: READER }),
  of('b', '111122223333'),
  of('c', '222233334444', { assumeRole: READER, region: 'eu-west-1' }),
  of('d', '222233334444', { assumeRole: READER, externalId: 'told' }),
];

test('targets are sorted by account, role and external id, whatever their Region, and keep their places', () => {
  expect(accountGroups(TARGETS).map(({ account, targets, places }) => [account, targets.map(({ name }) => name), places])).toEqual([
    ['222233334444', ['a', 'c'], [0, 2]],
    ['111122223333', ['b'], [1]],
    ['222233334444', ['d'], [3]],
  ]);
});

test('that nothing is judged across several ways of reading one account is said, once an account', () => {
  expect(divisionNotes(accountGroups([...TARGETS, of('e', '222233334444')]))).toEqual([
    expect.stringContaining('account 222233334444 was read in several ways'),
  ]);
  expect(divisionNotes(accountGroups(TARGETS.slice(0, 3)))).toEqual([]);
});

test('each way of reading an account has a policy of its own, and the caller one for the roles', () => {
  const { accounts, caller } = accountPolicies(TARGETS, { iamEngine: 'local', further: [] });
  expect(accounts.map(({ account, assumeRole }) => [account, assumeRole])).toEqual([
    ['222233334444', READER],
    ['111122223333', undefined],
    ['222233334444', READER],
  ]);
  expect(accounts.every(({ policy }) => policy.Statement.length > 0 && !JSON.stringify(policy).includes('sts:AssumeRole'))).toBe(true);
  expect(caller?.Statement).toEqual([{ Sid: 'TakeOnRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [READER] }]);
  expect(accountPolicies([of('b', '111122223333')], { iamEngine: 'local', further: [] })).not.toHaveProperty('caller');
});
