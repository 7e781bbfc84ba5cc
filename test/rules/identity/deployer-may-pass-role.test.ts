import { deployerMayPassRole } from '../../../rules/identity/deployer-may-pass-role.ts';
import { present, unknown } from '../../../src/model/fact.ts';
import { deployerRole, identity, user } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, DEPLOYER, ROLE, serverless, without } from '../../support/targets.ts';

const target = { ...serverless(), deployer: DEPLOYER };
const passRole = { Effect: 'Allow', Action: 'iam:PassRole', Resource: ROLE };
const toSageMaker = { ...passRole, Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } };
const none = {
  buckets: [],
  bucketPolicies: [],
  repositoryPolicies: [],
  encrypted: [],
  keys: [],
  keyPolicies: [],
  grants: [],
  time: present('2026-11-21T12:00:00Z'),
};
const asRole = (...statements: readonly object[]) => ({
  ...none,
  role: present(deployerRole()),
  user: undefined,
  rolePolicies: present(identity(DEPLOYER, ...(statements as never[]))),
  userPolicies: undefined,
});
const asUser = (...statements: readonly object[]) => ({
  ...none,
  target: { ...target, deployer: user().arn },
  role: undefined,
  user: present(user()),
  rolePolicies: undefined,
  userPolicies: present(identity(user().arn, ...(statements as never[]))),
});

testRule(deployerMayPassRole, {
  target,
  pass: {
    'to SageMaker': asRole(toSageMaker),
    'to whatever service': asRole(passRole),
    'a user': asUser(toSageMaker),
    'the root user': {
      ...none,
      target: { ...target, deployer: `arn:aws:iam::${ACCOUNT}:root` },
      role: undefined,
      user: undefined,
      rolePolicies: undefined,
      userPolicies: undefined,
    },
  },
  fail: {
    'no policy': asRole(),
    'another role': asRole({ ...passRole, Resource: `arn:aws:iam::${ACCOUNT}:role/Other` }),
    'the role without its path': asRole({ ...passRole, Resource: `arn:aws:iam::${ACCOUNT}:role/Execution` }),
    'to another service': asRole({ ...passRole, Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
    'an explicit deny': asRole(toSageMaker, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }),
    'a user without': asUser(),
  },
  cannotTell: {
    'only with MFA': asRole({ ...passRole, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    'a policy unread': { ...asRole(), rolePolicies: present({ ...identity(DEPLOYER), unread: [unknown('throttled', 'x')] }) },
  },
  notApplicable: { 'no deployer': { target: without('deployer') } },
});
