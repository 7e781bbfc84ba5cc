import { describe, expect, test } from '@jest/globals';
import { evaluateAll } from '../../../src/reason/iam/evaluate-all.ts';
import { A, type Asking, allow, B, decision, deny, FEDERATED, policiesOf, ROLE, ROOT, requestOf, SESSION, to, USER } from './asking.ts';

const silent = [allow('ec2:*')];
const POLICY = { boundary: silent, session: silent };

describe('the table of resource policies and implicit denials', () => {
  test.each<[string, Asking, string]>([
    ['role session, role named, all silent', { ...POLICY, on: [to({ AWS: ROLE })] }, 'ImplicitlyDenied'],
    ['role session, role named, nothing limits', { on: [to({ AWS: ROLE })] }, 'Allowed'],
    ['role session, role named, limits allow', { boundary: [allow()], session: [allow()], on: [to({ AWS: ROLE })] }, 'Allowed'],
    ['role session, session named', { ...POLICY, on: [to({ AWS: SESSION })] }, 'Allowed'],
    ['user named', { principal: USER, boundary: silent, on: [to({ AWS: USER })] }, 'Allowed'],
    ['federated user, its user named', { principal: FEDERATED, facts: { userArn: USER }, session: silent, on: [to({ AWS: USER })] }, 'ImplicitlyDenied'],
    [
      'federated user, its user named, session allows',
      { principal: FEDERATED, facts: { userArn: USER }, session: [allow()], on: [to({ AWS: USER })] },
      'Allowed',
    ],
    ['federated user, itself named', { principal: FEDERATED, session: silent, on: [to({ AWS: FEDERATED })] }, 'Allowed'],
    ['root named', { principal: ROOT, on: [to({ AWS: ROOT })] }, 'Allowed'],
    ['service named', { principal: 's3.amazonaws.com', on: [to({ Service: 's3.amazonaws.com' })] }, 'Allowed'],
    ['everyone', { ...POLICY, on: [to('*')] }, 'Allowed'],
    ['everyone, but a boundary denies', { boundary: [deny()], on: [to('*')] }, 'ExplicitlyDenied'],
    ['everyone, but a session policy denies', { session: [deny('s3:*')], on: [to('*')] }, 'ExplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision(asking)).toBe(expected);
  });
});

describe('one account', () => {
  test.each<[string, Asking, string]>([
    ['nothing says anything', {}, 'ImplicitlyDenied'],
    ['M3: a boundary without statements', { identity: [allow()], boundary: [] }, 'ImplicitlyDenied'],
    ['M3: a deleted boundary', { identity: [allow()], boundary: 'deleted' }, 'ImplicitlyDenied'],
    ['M3: session policies without statements', { identity: [allow()], session: [] }, 'ImplicitlyDenied'],
    ['M3: session policies passed, but none', { identity: [allow()], session: 'none' }, 'ImplicitlyDenied'],
    ['a denial wins over all', { principal: ROOT, identity: [], on: [{ ...deny(), Principal: '*' }] }, 'ExplicitlyDenied'],
    ['federated user without session policy', { principal: FEDERATED, identity: [allow()] }, 'ImplicitlyDenied'],
    ['federated user with session policy', { principal: FEDERATED, identity: [allow()], session: [allow('s3:*')] }, 'Allowed'],
    ['root needs no policy', { principal: ROOT }, 'Allowed'],
    ['root has no boundary', { principal: ROOT, boundary: [] }, 'Allowed'],
    ['a service has no identity policies', { principal: 's3.amazonaws.com', identity: [allow()] }, 'ImplicitlyDenied'],
    ['anonymous has none either', { principal: 'anonymous', identity: [allow()], on: [to({ AWS: A })] }, 'ImplicitlyDenied'],
    ['step 0: GetCallerIdentity', { action: 'sts:GetCallerIdentity', resource: '*', identity: [deny()], scps: [[]] }, 'Allowed'],
    ['step 0: in any case', { action: 'STS:getcalleridentity', resource: '*', boundary: [deny()] }, 'Allowed'],
    ['step 0: not for anonymous', { action: 'sts:GetCallerIdentity', resource: '*', principal: 'anonymous' }, 'ImplicitlyDenied'],
    [
      'a request without resource has no resource policy',
      { action: 'ecr:GetAuthorizationToken', resource: '*', on: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*' }] },
      'ImplicitlyDenied',
    ],
    ['nor one that denies', { action: 's3:ListAllMyBuckets', resource: '*', identity: [allow()], on: [{ ...deny(), Principal: '*' }] }, 'Allowed'],
    ['the owner follows from the ARN', { action: 'sqs:SendMessage', resource: `arn:aws:sqs:us-east-1:${A}:q`, identity: [allow()] }, 'Allowed'],
    ['an ARN without owner, not S3', { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:us-east-1::image/ami-1', identity: [allow()] }, 'Allowed'],
  ])('%s', (_, asking, expected) => {
    expect(decision(asking)).toBe(expected);
  });
});

describe('two accounts', () => {
  const abroad: Asking = { resourceAccount: B };
  test.each<[string, Asking, string]>([
    ['both sides', { identity: [allow()], on: [to({ AWS: ROLE })] }, 'Allowed'],
    ['both sides, by account', { identity: [allow()], on: [to({ AWS: A })] }, 'Allowed'],
    ['no resource policy', { identity: [allow()] }, 'ImplicitlyDenied'],
    ['only the resource policy, by session', { on: [to({ AWS: SESSION })] }, 'ImplicitlyDenied'],
    ['only the resource policy, everyone', { on: [to('*')] }, 'ImplicitlyDenied'],
    ['a boundary in the way', { identity: [allow()], boundary: silent, on: [to({ AWS: SESSION })] }, 'ImplicitlyDenied'],
    ['a session policy in the way', { identity: [allow()], session: silent, on: [to({ AWS: SESSION })] }, 'ImplicitlyDenied'],
    ['the owner names itself', { identity: [allow()], on: [to({ AWS: B })] }, 'ImplicitlyDenied'],
    ['root', { principal: ROOT, on: [to({ AWS: A })] }, 'Allowed'],
    ['root, but the owner is silent', { principal: ROOT }, 'ImplicitlyDenied'],
    ['federated user without session policy', { principal: FEDERATED, identity: [allow()], on: [to({ AWS: FEDERATED })] }, 'ImplicitlyDenied'],
    ['anonymous, everyone', { principal: 'anonymous', on: [to('*')] }, 'Allowed'],
    ['a service, named', { principal: 's3.amazonaws.com', on: [to({ Service: 's3.amazonaws.com' })] }, 'Allowed'],
    ['SCP of the caller', { identity: [allow()], on: [to({ AWS: A })], scps: [[allow('ec2:*')]] }, 'ImplicitlyDenied'],
    ['RCP of the owner', { identity: [allow()], on: [to({ AWS: A })], rcps: [[{ ...deny('s3:*'), Principal: '*' }]] }, 'ExplicitlyDenied'],
    [
      'a service-linked role needs the owner too',
      { principal: `arn:aws:iam::${A}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`, identity: [allow()] },
      'ImplicitlyDenied',
    ],
  ])('%s', (_, asking, expected) => {
    expect(decision({ ...abroad, ...asking })).toBe(expected);
  });
});

describe('whose bucket it is', () => {
  const ask = (asking: Asking): string => decision({ ...asking, owner: 'unknown' });

  test('matters only where the accounts decide differently', () => {
    expect(ask({ identity: [allow()] })).toBe('Unknown');
    expect(ask({ identity: [allow()], on: [to({ AWS: A })] })).toBe('Allowed');
    expect(ask({})).toBe('ImplicitlyDenied');
    expect(ask({ identity: [deny()] })).toBe('ExplicitlyDenied');
    expect(ask({ identity: [allow()], context: { 'aws:ResourceAccount': A } })).toBe('Allowed');
  });
});

describe('roles: trust, pass and protection', () => {
  const role = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${A}:role/target` };
  const trust = (Principal: unknown) => [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }];
  test.each<[string, Asking, string]>([
    ['trust names the role', { ...role, on: trust({ AWS: ROLE }) }, 'Allowed'],
    ['trust names the role, a boundary limits', { ...role, boundary: silent, on: trust({ AWS: ROLE }) }, 'ImplicitlyDenied'],
    ['trust names the session', { ...role, boundary: silent, on: trust({ AWS: SESSION }) }, 'Allowed'],
    ['trust names the account', { ...role, on: trust({ AWS: A }) }, 'ImplicitlyDenied'],
    ['trust names the account, IAM allows', { ...role, identity: [allow()], on: trust({ AWS: A }) }, 'Allowed'],
    ['IAM alone', { ...role, identity: [allow()] }, 'ImplicitlyDenied'],
    ['a role and itself', { ...role, resource: ROLE, identity: [allow()], on: trust({ Service: 'sagemaker.amazonaws.com' }) }, 'ImplicitlyDenied'],
    ['another action is not trusted', { ...role, action: 'sts:TagSession', identity: [allow()], on: trust({ AWS: A }) }, 'ImplicitlyDenied'],
    ['PassRole asks IAM alone', { action: 'iam:PassRole', resource: ROLE, identity: [allow('iam:PassRole', ROLE)], kind: 'trust', on: [] }, 'Allowed'],
    [
      'a reserved role cannot be passed',
      { action: 'iam:PassRole', resource: `arn:aws:iam::${A}:role/aws-reserved/sso.amazonaws.com/r`, identity: [allow()] },
      'ImplicitlyDenied',
    ],
    [
      'a reserved role can be read',
      { action: 'iam:GetRole', resource: `arn:aws:iam::${A}:role/aws-reserved/sso.amazonaws.com/r`, identity: [allow()] },
      'Allowed',
    ],
    [
      'an AWS managed policy cannot be changed',
      { action: 'iam:CreatePolicyVersion', resource: 'arn:aws:iam::aws:policy/X', identity: [allow()] },
      'ImplicitlyDenied',
    ],
    ['nor as root', { action: 'iam:DeletePolicy', resource: 'arn:aws:iam::aws:policy/X', principal: ROOT }, 'ImplicitlyDenied'],
    ['an AWS managed policy can be read', { action: 'iam:GetPolicy', resource: 'arn:aws:iam::aws:policy/X', identity: [allow()] }, 'Allowed'],
    ['alias/aws/ is reserved', { action: 'kms:UpdateAlias', resource: `arn:aws:kms:us-east-1:${A}:alias/aws/s3`, identity: [allow()] }, 'ImplicitlyDenied'],
    ['other aliases are IAM alone', { action: 'kms:UpdateAlias', resource: `arn:aws:kms:us-east-1:${A}:alias/a`, identity: [allow()] }, 'Allowed'],
  ])('%s', (_, asking, expected) => {
    expect(decision(asking)).toBe(expected);
  });
});

describe('M6: several required resources', () => {
  const create = (type: string, identity: Asking['identity'] = [allow('*', '*:endpoint/*')]): Asking => ({
    action: 'sagemaker:CreateEndpoint',
    resource: `arn:aws:sagemaker:us-east-1:${A}:${type}/x`,
    identity,
  });
  const ask = (...askings: readonly Asking[]) => evaluateAll(askings.map((asking) => ({ request: requestOf(asking), policies: policiesOf(asking) })));
  const endpointOnly = [allow('sagemaker:*', `arn:aws:sagemaker:*:*:endpoint/*`)];
  const waiting = [allow('sagemaker:*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })];

  test('all must be allowed', () => {
    const both = ask(create('endpoint', endpointOnly), create('endpoint-config', endpointOnly));
    expect(both.decision).toBe('ImplicitlyDenied');
    expect(both.results.map(({ decision }) => decision)).toEqual(['Allowed', 'ImplicitlyDenied']);
    expect(ask(create('endpoint', [allow()]), create('endpoint-config', [allow()])).decision).toBe('Allowed');
  });

  test('the worst decides', () => {
    const open = { ...create('endpoint', waiting), unlisted: 'unknown' as const };
    expect(ask(open, create('endpoint-config', [allow()]))).toMatchObject({ decision: 'Unknown', missing: ['aws:MultiFactorAuthPresent'] });
    expect(ask(open, create('endpoint-config', []))).toMatchObject({ decision: 'ImplicitlyDenied', missing: [] });
    expect(ask(open, create('endpoint-config', [deny()])).decision).toBe('ExplicitlyDenied');
  });

  test('without a question nothing is allowed', () => {
    expect(ask().decision).toBe('Unknown');
  });
});
