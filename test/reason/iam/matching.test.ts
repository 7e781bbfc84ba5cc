import { describe, expect, test } from '@jest/globals';
import { A, type Asking, allow, answer, B, decision, deny, FEDERATED, KEY, policy, ROLE, ROOT, SESSION, type Statement, to, USER } from './asking.ts';

const ENDPOINT = `arn:aws:sagemaker:us-east-1:${A}:endpoint/e`;

describe('actions', () => {
  test.each<[string, unknown, string, string]>([
    ['A1: everything', '*', 's3:GetObject', 'Allowed'],
    ['A1: case of service and name', 'S3:getOBJECT', 's3:GetObject', 'Allowed'],
    ['A1: case of the request', 's3:GetObject', 'S3:GETOBJECT', 'Allowed'],
    ['A1: * is also no character', 's3:GetObject*', 's3:GetObject', 'Allowed'],
    ['A1: ? is one character', 's3:Get?bject', 's3:GetObject', 'Allowed'],
    ['A1: ? is not none', 's3:GetObject?', 's3:GetObject', 'ImplicitlyDenied'],
    ['A1: anchored', 's3:Get', 's3:GetObject', 'ImplicitlyDenied'],
    ['A1: * stays in its service', 's3:*', 's3express:CreateSession', 'ImplicitlyDenied'],
    ['A2: wildcard in the service', 's*:GetObject', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: *:GetObject', '*:GetObject', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: empty name', 's3:', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: no service', 'GetObject', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: comma', 's3:GetObject,s3:PutObject', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: blank', ' s3:GetObject', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: two colons', 's3:Get:Object', 's3:GetObject', 'ImplicitlyDenied'],
    ['A2: *:* is read as *', '*:*', 's3:GetObject', 'Allowed'],
    ['a list holds one that matches', ['s3:PutObject', 's3:GetObject'], 's3:GetObject', 'Allowed'],
    ['an empty list matches nothing', [], 's3:GetObject', 'ImplicitlyDenied'],
  ])('%s', (_, pattern, action, expected) => {
    expect(decision({ action, identity: [allow(pattern)] })).toBe(expected);
  });

  test.each<[string, Statement, string]>([
    ['A3: NotAction matches what is not listed', { Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }, 'Allowed'],
    ['A3: NotAction spares what is listed', { Effect: 'Allow', NotAction: 'S3:get*', Resource: '*' }, 'ImplicitlyDenied'],
    ['A3: NotAction of a malformed pattern spares nothing', { Effect: 'Allow', NotAction: 's3:', Resource: '*' }, 'Allowed'],
    ['A3: both', { Effect: 'Allow', Action: '*', NotAction: 'iam:*', Resource: '*' }, 'ImplicitlyDenied'],
    ['A3: neither', { Effect: 'Allow', Resource: '*' }, 'ImplicitlyDenied'],
    ['A3: an empty NotAction allows nothing', { Effect: 'Allow', NotAction: [], Resource: '*' }, 'ImplicitlyDenied'],
  ])('%s', (_, statement, expected) => {
    expect(decision({ identity: [statement] })).toBe(expected);
  });
});

describe('resources', () => {
  test.each<[string, string, unknown, string, string]>([
    ['R1: * matches every resource', 's3:GetObject', '*', 'arn:aws:s3:::b/k', 'Allowed'],
    ['R1: * matches no resource', 's3:ListAllMyBuckets', '*', '*', 'Allowed'],
    ['R1: an ARN does not', 's3:ListAllMyBuckets', 'arn:aws:s3:::*', '*', 'ImplicitlyDenied'],
    ['R1: not even one of wildcards', 's3:ListAllMyBuckets', 'arn:*:*:*:*:*', '*', 'ImplicitlyDenied'],
    [
      'R2: * crosses slashes and colons of the sixth field',
      'logs:PutLogEvents',
      `arn:aws:logs:*:${A}:*stream*`,
      `arn:aws:logs:us-east-1:${A}:log-group:g:log-stream:s`,
      'Allowed',
    ],
    ['R2: * crosses none of the first five colons', 'sagemaker:DescribeEndpoint', `arn:aws:sagemaker:*:endpoint/e`, ENDPOINT, 'ImplicitlyDenied'],
    ['R2: each field has its own wildcards', 'sagemaker:DescribeEndpoint', `arn:*:sage*:us-????-1:*:endpoint/?`, ENDPOINT, 'Allowed'],
    ['R2: the sixth field has case', 'sagemaker:DescribeEndpoint', ENDPOINT.replace('endpoint/e', 'endpoint/E'), ENDPOINT, 'ImplicitlyDenied'],
    ['R2: another partition', 's3:GetObject', 'arn:aws-cn:s3:::b/*', 'arn:aws:s3:::b/k', 'ImplicitlyDenied'],
    ['R4: a short ARN in an identity policy is filled with *', 's3:GetObject', 'arn:aws:s3', 'arn:aws:s3:::b/k', 'Allowed'],
    ['R4: and so five fields name an account with a slash', 'sagemaker:DescribeEndpoint', `arn:aws:sagemaker:us-east-1:${A}/*`, ENDPOINT, 'ImplicitlyDenied'],
    ['R4: five fields and a good account', 'sagemaker:DescribeEndpoint', `arn:aws:sagemaker:us-east-1:${A}`, ENDPOINT, 'Allowed'],
    ['what is no ARN', 's3:GetObject', 's3://b/k', 'arn:aws:s3:::b/k', 'ImplicitlyDenied'],
    ['R6: a wildcard for the type', 'ec2:CreateTags', `arn:aws:ec2:us-east-1:${A}:*/*`, `arn:aws:ec2:us-east-1:${A}:subnet/s`, 'Allowed'],
    ['R7: a bucket is not its objects', 's3:GetObject', 'arn:aws:s3:::b', 'arn:aws:s3:::b/k', 'ImplicitlyDenied'],
    ['R7: objects are not their bucket', 's3:ListBucket', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'ImplicitlyDenied'],
    ['R7: an account in a bucket ARN', 's3:GetObject', `arn:aws:s3::${A}:b/*`, 'arn:aws:s3:::b/k', 'ImplicitlyDenied'],
    ['R7: bucket* covers both', 's3:GetObject', 'arn:aws:s3:::b*', 'arn:aws:s3:::b/k', 'Allowed'],
  ])('%s', (_, action, pattern, resource, expected) => {
    expect(decision({ action, resource, identity: [allow('*', pattern)] })).toBe(expected);
  });

  test.each<[string, Asking, string]>([
    ['R4: a resource policy fills only with a wildcard', { on: [to('*', 's3:*', { Resource: 'arn:aws:s3:::*' })] }, 'Allowed'],
    ['R4: short, no wildcard', { on: [to('*', 's3:*', { Resource: 'arn:aws:s3' })] }, 'ImplicitlyDenied'],
    ['R4: short, wildcard', { on: [to('*', 's3:*', { Resource: 'arn:aws:s*' })] }, 'Allowed'],
    ['R4: SCP, no * at the end', { identity: [allow()], scps: [[allow('*', 'arn:*:s3')]] }, 'ImplicitlyDenied'],
    ['R4: SCP, * at the end', { identity: [allow()], scps: [[allow('*', 'arn:aws:s3*')]] }, 'Allowed'],
    ['R4: RCP', { identity: [allow()], rcps: [[{ ...deny('*', 'arn:aws:s3*'), Principal: '*' }]] }, 'Allowed'],
    ['R5: NotResource', { identity: [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::bkt/*' }] }, 'ImplicitlyDenied'],
    ['R5: NotResource of another', { identity: [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::other/*' }] }, 'Allowed'],
    [
      'R5: NotResource and a request without resource',
      { action: 's3:ListAllMyBuckets', resource: '*', identity: [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::other' }] },
      'Allowed',
    ],
    ['R5: both', { identity: [{ ...allow(), NotResource: 'arn:aws:s3:::other' }] }, 'ImplicitlyDenied'],
    ['R5: neither, in an identity policy', { identity: [{ Effect: 'Allow', Action: '*' }] }, 'ImplicitlyDenied'],
    ['R5: Resources is no element', { identity: [{ Effect: 'Allow', Action: '*', Resources: '*' }] }, 'ImplicitlyDenied'],
    ['R8: a key policy means its own key', { action: 'kms:Decrypt', resource: KEY, on: [to({ AWS: ROLE }, 'kms:Decrypt')] }, 'Allowed'],
    [
      'R8: an alias is not its key',
      { action: 'kms:Decrypt', resource: KEY, on: [to({ AWS: ROOT })], identity: [allow('kms:*', `arn:aws:kms:us-east-1:${A}:alias/a`)] },
      'ImplicitlyDenied',
    ],
  ])('%s', (_, asking, expected) => {
    expect(decision(asking)).toBe(expected);
  });
});

const NOT_ALICE = { Effect: 'Deny', NotPrincipal: { AWS: [USER] }, Action: '*', Resource: '*' };
const NOT_APP = { Effect: 'Deny', NotPrincipal: { AWS: [ROLE, SESSION, ROOT] }, Action: '*', Resource: '*' };

describe('principals', () => {
  test.each<[string, unknown, string, string]>([
    ['P1: *', '*', SESSION, 'Allowed'],
    ['P1: AWS *', { AWS: '*' }, 'anonymous', 'Allowed'],
    ['P1: * reaches services', '*', 'sagemaker.amazonaws.com', 'Allowed'],
    ['P2: an account delegates only', { AWS: A }, SESSION, 'ImplicitlyDenied'],
    ['P2: an account is its root user', { AWS: A }, ROOT, 'Allowed'],
    ['P3: the session', { AWS: SESSION }, SESSION, 'Allowed'],
    ['P3: another session of the role', { AWS: SESSION.replace('s1', 's2') }, SESSION, 'ImplicitlyDenied'],
    ['P3: the user', { AWS: USER }, USER, 'Allowed'],
    ['P3: the user in other case', { AWS: USER.replace('alice', 'Alice') }, USER, 'ImplicitlyDenied'],
    ['P3: the federated user', { AWS: FEDERATED }, FEDERATED, 'Allowed'],
    ['P4: the role', { AWS: [ROLE] }, SESSION, 'Allowed'],
    ['P4: another role', { AWS: `${ROLE}2` }, SESSION, 'ImplicitlyDenied'],
    ['P5: the service', { Service: ['ec2.amazonaws.com', 'sagemaker.amazonaws.com'] }, 'sagemaker.amazonaws.com', 'Allowed'],
    ['P5: a service is no AWS principal', { AWS: 'sagemaker.amazonaws.com' }, 'sagemaker.amazonaws.com', 'ImplicitlyDenied'],
    ['P7: no partial wildcard', { AWS: `arn:aws:iam::${A}:role/*` }, SESSION, 'ImplicitlyDenied'],
    ['an ARN without its type is read as AWS', ROLE, SESSION, 'Allowed'],
    ['nobody', { AWS: [] }, SESSION, 'ImplicitlyDenied'],
    ['no such type', { Everyone: '*' }, SESSION, 'ImplicitlyDenied'],
  ])('%s', (_, principal, who, expected) => {
    expect(decision({ principal: who, on: [to(principal)] })).toBe(expected);
  });

  test.each([
    ['P2: an account', A, 'Allowed'],
    ['P2: its root', ROOT, 'Allowed'],
    ['P2: of another partition', `arn:aws-cn:iam::${A}:root`, 'ImplicitlyDenied'],
    ['P2: of another account', B, 'ImplicitlyDenied'],
    ['P7: no wildcard in the account', 'arn:aws:iam::*:root', 'ImplicitlyDenied'],
  ])('%s may use a key', (_, principal, expected) => {
    const asking: Asking = { action: 'kms:Decrypt', resource: KEY, on: [to({ AWS: principal })] };
    expect(decision({ ...asking, principal: ROOT })).toBe(expected);
    expect(decision({ ...asking, identity: [allow()] })).toBe(expected);
    expect(decision(asking)).toBe('ImplicitlyDenied');
  });

  test('P5: an identity provider may assume a role that trusts it', () => {
    const asking = { action: 'sts:AssumeRoleWithWebIdentity', resource: `arn:aws:iam::${A}:role/r`, principal: 'cognito-identity.amazonaws.com' };
    const trust = (provider: string): readonly Statement[] => [{ Effect: 'Allow', Principal: { Federated: provider }, Action: asking.action }];
    expect(decision({ ...asking, on: trust('cognito-identity.amazonaws.com') })).toBe('Allowed');
    expect(decision({ ...asking, on: trust('accounts.google.com') })).toBe('ImplicitlyDenied');
  });

  test('P5: whose canonical id it is cannot be told', () => {
    const asking: Asking = { on: [to({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' })] };
    expect(decision({ ...asking, identity: [allow()] })).toBe('Allowed');
    expect(decision({ ...asking, principal: 'anonymous' })).toBe('ImplicitlyDenied');
    expect(decision({ ...asking, principal: SESSION.replaceAll(A, B), identity: [allow()] })).toBe('Unknown');
  });

  test('P6: an id names only the role that has it', () => {
    const on = [to({ AWS: 'AROAEXAMPLEID1' })];
    expect(decision({ facts: { id: 'AROAEXAMPLEID1' }, on })).toBe('Allowed');
    expect(decision({ facts: { id: 'AROAEXAMPLEID2' }, on })).toBe('ImplicitlyDenied');
    expect(decision({ on })).toBe('ImplicitlyDenied');
    expect(answer({ on }).trace.notes.join()).toContain('was deleted');
  });

  test.each<[string, Asking, string]>([
    ['P8: spares who is listed', { principal: USER, on: [NOT_ALICE] }, 'Allowed'],
    ['P8: reaches who is not', { on: [NOT_ALICE] }, 'ExplicitlyDenied'],
    ['P8: spares a session by its whole chain', { on: [NOT_APP] }, 'Allowed'],
    ['P8: spares nobody who has a boundary', { on: [NOT_APP], boundary: [allow()] }, 'ExplicitlyDenied'],
    ['P8: not even with a deleted one', { on: [NOT_APP], boundary: 'deleted' }, 'ExplicitlyDenied'],
    ['P8: an Allow does not care about the boundary', { identity: [], boundary: [], on: [{ ...NOT_APP, Effect: 'Allow' }] }, 'ImplicitlyDenied'],
    ['P8: Allow reaches everybody else', { identity: [], principal: 'anonymous', on: [{ ...NOT_APP, Effect: 'Allow' }] }, 'Allowed'],
    ['P9: no Principal in a resource policy', { identity: [], on: [allow()] }, 'ImplicitlyDenied'],
    ['P9: no Principal, and so no denial', { on: [deny()] }, 'Allowed'],
    ['both elements', { identity: [], on: [{ ...to('*'), NotPrincipal: { AWS: USER } }] }, 'ImplicitlyDenied'],
    ['a principal in an identity policy allows nothing', { identity: [to('*')] }, 'ImplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision({ identity: [allow()], ...asking })).toBe(expected);
  });

  test('M1 and M2: a role with a path', () => {
    const inPath = `arn:aws:iam::${A}:role/service-role/app`;
    expect(decision({ principal: inPath, on: [to({ AWS: inPath })] })).toBe('Allowed');
    expect(decision({ principal: inPath, on: [to({ AWS: ROLE })] })).toBe('ImplicitlyDenied');
    expect(decision({ principal: SESSION, on: [to({ AWS: inPath })] })).toBe('Allowed');
    expect(answer({ principal: SESSION, on: [to({ AWS: inPath })] }).trace.notes.join()).toContain('compared by name');
  });

  test('M1: which session a role opens is not known', () => {
    const asking: Asking = { principal: ROLE, on: [to({ AWS: SESSION })] };
    expect(answer(asking)).toMatchObject({ decision: 'Unknown', missing: ['sts:RoleSessionName'] });
    expect(decision({ ...asking, facts: { sessionName: 's1' } })).toBe('Allowed');
    expect(decision({ ...asking, facts: { sessionName: 's2' } })).toBe('ImplicitlyDenied');
    expect(decision({ ...asking, identity: [allow()] })).toBe('Allowed');
  });

  test('a statement may stand alone, without a list', () => {
    const lone = policy('inline', JSON.stringify({ Version: '2012-10-17', Statement: allow() }));
    expect(answer({ identity: lone })).toMatchObject({ decision: 'Allowed', deciding: [{ pointer: '/Statement', line: 1 }] });
  });
});
