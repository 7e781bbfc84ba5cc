import { describe, expect, test } from '@jest/globals';
import { A, type Asking, allow, decision, deny, KEY, OBJECT, ROLE, ROOT, SESSION, to } from './asking.ts';

const SERVICE_LINKED = `arn:aws:iam::${A}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`;
const noS3 = [[allow(), deny('s3:*')]];
const FULL = [allow()];

describe('service control policies', () => {
  test.each<[string, Asking, string]>([
    ['no organisation', { scps: [] }, 'Allowed'],
    ['each level allows', { scps: [FULL, FULL, FULL] }, 'Allowed'],
    ['one level allows nothing', { scps: [FULL, [], FULL] }, 'ImplicitlyDenied'],
    ['one level allows something else', { scps: [FULL, [allow('ec2:*')]] }, 'ImplicitlyDenied'],
    ['a denial anywhere', { scps: [FULL, ...noS3, FULL] }, 'ExplicitlyDenied'],
    ['grants nothing', { identity: [], scps: [FULL] }, 'ImplicitlyDenied'],
    ['root of a member account', { principal: ROOT, scps: noS3 }, 'ExplicitlyDenied'],
    ['the management account', { facts: { inManagementAccount: true }, scps: noS3 }, 'Allowed'],
    ['its root', { principal: ROOT, facts: { inManagementAccount: true }, scps: [[]] }, 'Allowed'],
    ['a service-linked role', { principal: SERVICE_LINKED, scps: noS3 }, 'Allowed'],
    ['its session', { principal: `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForX/s`, scps: noS3 }, 'Allowed'],
    ['a role that only sounds so', { principal: `arn:aws:iam::${A}:role/AWSServiceRoleForX`, scps: noS3 }, 'ExplicitlyDenied'],
    ['a service', { principal: 's3.amazonaws.com', on: [to('*')], scps: noS3 }, 'Allowed'],
    ['anonymous', { principal: 'anonymous', on: [to('*')], scps: noS3 }, 'Allowed'],
    ['a direct grant does not help', { identity: [], on: [to({ AWS: SESSION })], scps: [[allow('ec2:*')]] }, 'ImplicitlyDenied'],
    ['full language: NotAction with Allow', { scps: [[{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]] }, 'ImplicitlyDenied'],
    ['full language: NotResource', { scps: [[allow(), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::bkt/*' }]] }, 'Allowed'],
    [
      'full language: condition with Allow',
      { scps: [[allow('*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } })]], context: { 'aws:RequestedRegion': 'us-east-1' } },
      'ImplicitlyDenied',
    ],
    ['a principal: nothing is allowed by it', { scps: [[{ ...allow(), Principal: '*' }]] }, 'ImplicitlyDenied'],
    ['a principal: a denial binds all the same', { scps: [FULL, [{ ...deny(), Principal: '*' }]] }, 'ExplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision({ identity: [allow()], ...asking })).toBe(expected);
  });
});

describe('resource control policies', () => {
  const none = [[{ ...deny(), Principal: '*' }]];
  const sagemaker = { action: 'sagemaker:DescribeEndpoint', resource: `arn:aws:sagemaker:us-east-1:${A}:endpoint/e` };
  const key = { action: 'kms:Decrypt', resource: KEY, on: [to({ AWS: A })] };
  test.each<[string, Asking, string]>([
    ['deny', { rcps: none }, 'ExplicitlyDenied'],
    ['full access is implied at each level', { rcps: [[], []] }, 'Allowed'],
    ['another action', { rcps: [[{ ...deny('s3:PutObject'), Principal: '*' }]] }, 'Allowed'],
    ['no Principal, no denial', { rcps: [[deny()]] }, 'Allowed'],
    ['not SageMaker', { ...sagemaker, rcps: none }, 'Allowed'],
    ['not IAM', { action: 'iam:PassRole', resource: ROLE, rcps: none }, 'Allowed'],
    ['keys', { ...key, rcps: none }, 'ExplicitlyDenied'],
    ['not AWS managed keys', { ...key, awsManagedKey: true, rcps: none }, 'Allowed'],
    ['not RetireGrant', { ...key, action: 'kms:RetireGrant', rcps: none }, 'Allowed'],
    [
      'trust',
      { action: 'sts:AssumeRole', resource: ROLE, on: [{ Effect: 'Allow', Principal: { AWS: A }, Action: 'sts:AssumeRole' }], rcps: none },
      'ExplicitlyDenied',
    ],
    ['not in the management account', { resourceInManagementAccount: true, rcps: none }, 'Allowed'],
    ['nor where caller and resource both are', { facts: { inManagementAccount: true }, rcps: none }, 'Allowed'],
    ['but from there to a member', { facts: { inManagementAccount: true }, resourceInManagementAccount: false, rcps: none }, 'ExplicitlyDenied'],
    ['not service-linked roles', { principal: SERVICE_LINKED, rcps: none }, 'Allowed'],
    ['services', { principal: 's3.amazonaws.com', on: [to('*')], rcps: none }, 'ExplicitlyDenied'],
    ['anonymous', { principal: 'anonymous', on: [to('*')], rcps: none }, 'ExplicitlyDenied'],
    ['root', { principal: ROOT, rcps: none }, 'ExplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision({ identity: [allow()], ...asking })).toBe(expected);
  });
});

describe('VPC endpoints', () => {
  const at = (type: 'gateway' | 'interface', ...documents: readonly Record<string, unknown>[]): Asking => ({ endpoint: { type, documents } });
  test.each<[string, Asking, string]>([
    ['the default policy', at('gateway', to('*')), 'Allowed'],
    ['silent', at('gateway', to('*', 'ec2:*')), 'ImplicitlyDenied'],
    ['no statement', at('gateway'), 'ImplicitlyDenied'],
    ['denies', at('gateway', to('*'), { ...to('*', 's3:GetObject'), Effect: 'Deny' }), 'ExplicitlyDenied'],
    ['must name principals', at('interface', allow()), 'ImplicitlyDenied'],
    ['grants nothing', { identity: [], ...at('interface', to('*')) }, 'ImplicitlyDenied'],
    ['stops a direct grant too', { identity: [], on: [to('*')], ...at('interface', to('*', 'ec2:*')) }, 'ImplicitlyDenied'],
    ['interface: account', at('interface', to({ AWS: A })), 'Allowed'],
    ['interface: role', at('interface', to({ AWS: ROLE })), 'Allowed'],
    ['interface: another role', at('interface', to({ AWS: `${ROLE}2` })), 'ImplicitlyDenied'],
    ['gateway: account is not its roles', at('gateway', to({ AWS: A })), 'ImplicitlyDenied'],
    ['gateway: account is its root', { principal: ROOT, ...at('gateway', to({ AWS: A })) }, 'Allowed'],
    ['gateway: a role allows nothing', at('gateway', to({ AWS: ROLE })), 'ImplicitlyDenied'],
    ['gateway: a denial of an account is not of its roles', at('gateway', to('*'), { ...to({ AWS: A }), Effect: 'Deny' }), 'Allowed'],
    ['gateway: a denial of the role binds', at('gateway', to('*'), { ...to({ AWS: ROLE }), Effect: 'Deny' }), 'ExplicitlyDenied'],
    ['filters services', { principal: 's3.amazonaws.com', on: [to('*')], ...at('interface', to({ AWS: A })) }, 'ImplicitlyDenied'],
  ])('%s', (_, asking, expected) => {
    expect(decision({ identity: [allow()], resource: OBJECT, ...asking })).toBe(expected);
  });
});
