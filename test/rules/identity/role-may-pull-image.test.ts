import { describe, expect, test } from '@jest/globals';
import { roleMayPullImage } from '../../../rules/identity/role-may-pull-image.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { identity, policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, ROLE, serverless, without } from '../../support/targets.ts';

const target = serverless();
const REPOSITORY = `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/churn`;
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const token = allow('ecr:GetAuthorizationToken');
const row = (...statements: readonly Statement[]) => ({ ...asExecutionRole(...statements), repositoryPolicies: [absent, absent, absent] });
const withPolicy = (statement: object, ...statements: readonly Statement[]) => ({
  ...row(...statements),
  repositoryPolicies: Array(3).fill(present(policy('repository', statement as never))),
});
const AWS_IMAGE = '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312';

testRule(roleMayPullImage, {
  target,
  pass: {
    'the repository and the token': row(allow(PULL, REPOSITORY), token),
    'everything of ECR': row(allow('ecr:*')),
    'the repository’s own policy lets it pull': withPolicy({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'ecr:*' }, token),
    'a repository policy for others': withPolicy({ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'ecr:*' }, allow('ecr:*')),
  },
  fail: {
    nothing: row(),
    'another repository': row(allow(PULL, `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/other`), token),
    'no token': row(allow(PULL, REPOSITORY)),
    'the token on the repository, which is no resource of it': row(allow([...PULL, 'ecr:GetAuthorizationToken'], REPOSITORY)),
    'one action is missing': row(allow(PULL.slice(1), REPOSITORY), token),
    'the repository policy denies': withPolicy({ Effect: 'Deny', Principal: '*', Action: 'ecr:BatchGetImage' }, allow('ecr:*')),
  },
  cannotTell: {
    'a policy unread': { ...row(), rolePolicies: present({ ...identity(ROLE), unread: [unknown('throttled', 'x')] }) },
    'a deny by address': row(allow('ecr:*'), deny('ecr:*', '*', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })),
  },
  notApplicable: {
    'an image of AWS’s own': { target: serverless({ image: AWS_IMAGE }) },
    'no image': { target: without('image') },
    'no role': { target: without('executionRoleArn') },
  },
});

describe('what it says', () => {
  test('grants the three actions in one statement', () => {
    expect(judged(roleMayPullImage, target, row(token))).toMatchObject({
      fixes: [{ kind: 'grant', principalArn: ROLE, statement: { Action: [...PULL].sort(), Resource: REPOSITORY } }],
    });
  });
  test('points into the repository policy that denies', () => {
    const verdict = judged(roleMayPullImage, target, withPolicy({ Effect: 'Deny', Principal: '*', Action: 'ecr:BatchGetImage' }, allow('ecr:*')));
    expect(verdict).toMatchObject({ fixes: [{ kind: 'amend-denial', holder: REPOSITORY, statement: { policyKind: 'repository' } }] });
  });
});
