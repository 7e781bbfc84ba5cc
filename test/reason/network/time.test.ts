import { expect, test } from '@jest/globals';
import { networkOfSize, traceTimes } from '../../../bench/network.ts';

/** The aim is 20 ms on a quiet machine (`npm run bench`); whoever shares this one may take his part. */
const AIM = 20;
const GENEROUS = 10;

test('16 subnets with 100 rules in each table, network ACL and group are traced in no time', () => {
  const [fastest] = traceTimes(networkOfSize({ subnets: 16, tables: 20, rules: 100 }), 10);
  expect(fastest).toBeLessThan(AIM * GENEROUS);
});

test('time grows with the rules, not with their square', () => {
  const [few = 0] = traceTimes(networkOfSize({ subnets: 4, tables: 4, rules: 100 }), 10);
  const [many = 0] = traceTimes(networkOfSize({ subnets: 4, tables: 4, rules: 1000 }), 10);
  expect(many / few).toBeLessThan(40);
});
