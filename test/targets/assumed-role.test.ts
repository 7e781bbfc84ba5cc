import { describe, expect, test } from '@jest/globals';
import { targetFromFlags } from '../../src/targets/flags.ts';
import { formatProblems, problemsOf } from '../../src/targets/problem.ts';
import { readDescription } from '../../src/targets/read.ts';

const ROLE = 'arn:aws:iam::222233334444:role/SagereadyAudit';
const PLAN = {
  account: '222233334444',
  region: 'us-east-1',
  executionRoleArn: 'arn:aws:iam::222233334444:role/Run',
  image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/churn:1',
  serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
};

const read = (defaults: object, ...targets: readonly object[]) =>
  readDescription(
    JSON.stringify({ version: 1, defaults, targets: targets.map((own, index) => ({ name: `t${index}`, scenario: 'serverless-endpoint', ...own })) }),
    'f.json',
    {
      defaultDeployer: 'me',
    },
  );
const faultsIn = (defaults: object, ...targets: readonly object[]) => formatProblems(problemsOf(read(defaults, ...targets)));

describe('a role to read with', () => {
  test('comes from defaults, and a target of another account names its own', () => {
    const other = { account: '333344445555', assumeRole: 'arn:aws:iam::333344445555:role/Audit', executionRoleArn: 'arn:aws:iam::333344445555:role/Run' };
    const { targets } = read({ ...PLAN, assumeRole: ROLE, externalId: 'told-1' }, {}, other);
    expect(targets.map(({ assumeRole, externalId }) => [assumeRole, externalId])).toEqual([
      [ROLE, 'told-1'],
      [other.assumeRole, 'told-1'],
    ]);
  });

  test('is never taken for who deploys', () => {
    expect(read(PLAN, { assumeRole: ROLE }, {}).targets.map(({ deployer }) => deployer)).toEqual([undefined, 'me']);
    expect(faultsIn(PLAN, { assumeRole: ROLE, deployer: 'me' })).toContain('deployer: is `me`, but the account is read through assumeRole — name the role');
    const deployer = 'arn:aws:iam::222233334444:role/Deployer';
    expect(read(PLAN, { assumeRole: ROLE, deployer }).targets.map((target) => target.deployer)).toEqual([deployer]);
  });

  test('is one of the deployment’s account and partition', () => {
    expect(faultsIn(PLAN, { assumeRole: 'arn:aws:iam::111122223333:role/Audit' })).toContain(
      'assumeRole: is a role of account "111122223333", the deployment is for 222233334444 — name a role of 222233334444',
    );
    expect(faultsIn(PLAN, { assumeRole: 'arn:aws-cn:iam::222233334444:role/Audit' })).toContain('assumeRole: is of partition "aws-cn"');
  });

  test('an external id without it is told to nobody; in defaults it concerns the targets that have one', () => {
    expect(faultsIn(PLAN, { externalId: 'told-1' })).toContain('externalId: is told to no role — name the role to take on with assumeRole');
    const { targets } = read({ ...PLAN, externalId: 'told-1' }, { assumeRole: ROLE }, {});
    expect(targets.map(({ externalId }) => externalId)).toEqual(['told-1', undefined]);
  });

  test('can be said by flags', () => {
    const flags = {
      account: PLAN.account,
      region: PLAN.region,
      'execution-role-arn': PLAN.executionRoleArn,
      image: PLAN.image,
      'memory-size-in-mb': 1024,
      'max-concurrency': 1,
      scenario: 'serverless-endpoint',
    };
    const { targets } = targetFromFlags({ ...flags, 'assume-role': ROLE, 'external-id': 'told-1' }, { defaultDeployer: 'me' });
    expect(targets).toMatchObject([{ assumeRole: ROLE, externalId: 'told-1' }]);
    expect(targets[0]).not.toHaveProperty('deployer');
  });
});
