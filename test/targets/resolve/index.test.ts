import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../../src/engine/facts.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { present, unknown } from '../../../src/model/fact.ts';
import { completed, completionRequests } from '../../../src/targets/resolve/index.ts';
import { ACCOUNT, DEPLOYER, REGION, serverless, without } from '../../support/targets.ts';

const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/me@example.com`;
const mine = serverless({ deployer: 'me' });
const knowing = (caller: Fact<'sts.caller'>) => factsOf([{ kind: 'sts.caller', params: { region: REGION }, fact: caller }], 'test');

describe('a target whose deployer is `me`', () => {
  test('asks who runs sageready', () => {
    expect(completionRequests(mine)).toEqual([{ kind: 'sts.caller', params: { region: REGION } }]);
  });
  test('becomes one that names the caller, a session as it is', () => {
    const facts = knowing(present({ account: ACCOUNT, arn: SESSION, userId: 'AROAEXAMPLE:me' }));
    expect(completed(mine, facts)).toEqual({ ...mine, deployer: SESSION });
  });
  test('stays as it was when the caller is unknown, or was not asked for', () => {
    expect(completed(mine, knowing(unknown('timeout', 'no answer')))).toBe(mine);
    expect(completed(mine, factsOf([], 'test'))).toBe(mine);
  });
});

test.each([serverless({ deployer: DEPLOYER }), without('deployer')])('a target with another deployer, or none, asks nothing and stays', (target) => {
  expect(completionRequests(target)).toEqual([]);
  expect(completed(target, factsOf([], 'test'))).toBe(target);
});
