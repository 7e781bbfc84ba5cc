import { describe, expect, test } from '@jest/globals';
import type { PolicySource } from '../../../src/model/policy.ts';
import { principalOf } from '../../../src/reason/iam/principal.ts';
import { entranceOf, throughResourcePolicy, vpcRestriction } from '../../../src/reason/network/bucket-policy.ts';
import { throughEndpointPolicy } from '../../../src/reason/network/endpoint-policy.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import type { Use } from '../../../src/reason/network/use.ts';
import { policy } from '../../support/facts.ts';
import { ACCOUNT, REGION, ROLE } from '../../support/targets.ts';
import { endpoint, network, routing, TO_NAT } from './networks.ts';

const principal = principalOf(ROLE);
if (principal === undefined) throw new Error('no principal');

const OBJECT = 'arn:aws:s3:::churn-models/churn/model.tar.gz';
const use = (changes: Partial<Use> = {}): Use => ({
  action: 's3:GetObject',
  resourceArn: OBJECT,
  who: { principal, region: REGION, time: '2026-01-01T00:00:00Z' },
  owner: ACCOUNT,
  ...changes,
});

const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const atEndpoint = (...statements: Parameters<typeof policy>[1][]) => endpoint({ policy: policy('vpc-endpoint', ...statements) });
const READ = {
  Effect: 'Allow',
  Principal: '*',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::churn-models', 'arn:aws:s3:::churn-models/*'],
};

describe('the policy of an endpoint', () => {
  test.each<readonly [string, ReturnType<typeof endpoint>, Partial<Use>, string]>([
    ['none of its own', endpoint(), {}, 'Allowed'],
    ['everything', atEndpoint(ALL), {}, 'Allowed'],
    ['this bucket', atEndpoint(READ), {}, 'Allowed'],
    ['another bucket', atEndpoint(READ), { resourceArn: 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/a' }, 'ImplicitlyDenied'],
    ['another action', atEndpoint(READ), { action: 's3:PutObject' }, 'ImplicitlyDenied'],
    ['a bucket of another account', atEndpoint(ALL), { owner: 'other' }, 'Allowed'],
    ['only buckets of this account', atEndpoint({ ...ALL, Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } } }), {}, 'Allowed'],
    [
      'only buckets of this account, and it is another’s',
      atEndpoint({ ...ALL, Condition: { StringEquals: { 'aws:ResourceAccount': ACCOUNT } } }),
      { owner: '999999999999' },
      'ImplicitlyDenied',
    ],
    ['only this role', atEndpoint({ ...ALL, Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } }), {}, 'Allowed'],
    ['only another role', atEndpoint({ ...ALL, Condition: { ArnEquals: { 'aws:PrincipalArn': `${ROLE}2` } } }), {}, 'ImplicitlyDenied'],
    ['an explicit denial', atEndpoint(ALL, { ...READ, Effect: 'Deny' }), {}, 'ExplicitlyDenied'],
    [
      'a denial whose condition does not hold',
      atEndpoint(ALL, { ...READ, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
      {},
      'Allowed',
    ],
    ['an organisation that is not known', atEndpoint({ ...ALL, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }), {}, 'Unknown'],
    ['no JSON', endpoint({ policy: { kind: 'vpc-endpoint', name: 'vpce-s3', text: '{' } }), {}, 'Unknown'],
  ])('%s', (_, through, changes, decision) => {
    expect(throughEndpointPolicy(through, use(changes)).decision).toBe(decision);
  });
  test('its trace speaks of nothing but the endpoint', () => {
    const { trace, deciding } = throughEndpointPolicy(atEndpoint(READ), use({ action: 's3:PutObject' }));
    expect(trace.gates.map(({ gate }) => gate)).toEqual(['vpc-endpoint']);
    expect(trace.repair).toMatchObject({
      change: 'add-statement',
      gate: 'vpc-endpoint',
      statement: { Action: 's3:PutObject', Resource: OBJECT, Principal: '*' },
    });
    expect(deciding.filter(({ policyKind }) => policyKind !== 'vpc-endpoint')).toEqual([]);
    expect(JSON.stringify(throughEndpointPolicy(atEndpoint(READ), use()).trace)).not.toContain('assumed"');
  });
});

const unless = (condition: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>> = {}): PolicySource =>
  policy('bucket', {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::churn-models', 'arn:aws:s3:::churn-models/*'],
    Condition: condition,
    ...changes,
  });

const FROM_ENDPOINT = unless({ StringNotEquals: { 'aws:SourceVpce': 'vpce-s3' } });
const FROM_OTHER_ENDPOINT = unless({ StringNotEquals: { 'aws:SourceVpce': 'vpce-other' } });
const FROM_VPC = unless({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } });
const HERE = { id: 'vpce-s3', vpc: 'vpc-1' };

describe('the way into a bucket', () => {
  test.each<readonly [string, PolicySource | undefined, Parameters<typeof throughResourcePolicy>[2], string]>([
    ['no policy', undefined, HERE, 'Allowed'],
    ['from this endpoint', FROM_ENDPOINT, HERE, 'Allowed'],
    ['from another endpoint', FROM_OTHER_ENDPOINT, HERE, 'ExplicitlyDenied'],
    ['from this VPC', FROM_VPC, HERE, 'Allowed'],
    ['from another VPC', FROM_VPC, { id: 'vpce-9', vpc: 'vpc-9' }, 'ExplicitlyDenied'],
    ['through NAT', FROM_ENDPOINT, 'none', 'ExplicitlyDenied'],
    ['not known', FROM_ENDPOINT, undefined, 'Unknown'],
    ['by an address in the VPC, which nobody knows', unless({ NotIpAddress: { 'aws:VpcSourceIp': '10.0.1.0/24' } }), HERE, 'Unknown'],
  ])('%s', (_, resource, entrance, decision) => {
    expect(throughResourcePolicy(resource, use(), entrance).decision).toBe(decision);
  });
  test('another account’s bucket must allow as well', () => {
    expect(throughResourcePolicy(undefined, use({ owner: 'other' }), HERE).decision).toBe('ImplicitlyDenied');
    const allowing = policy('bucket', {
      Effect: 'Allow',
      Principal: { AWS: ROLE },
      Action: 's3:GetObject',
      Resource: `${OBJECT}`,
      Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
    });
    expect(throughResourcePolicy(allowing, use({ owner: 'other' }), HERE).decision).toBe('Allowed');
    expect(throughResourcePolicy(allowing, use({ owner: 'other' }), 'none').decision).toBe('ImplicitlyDenied');
  });
  test('the entrance follows from the path', () => {
    const [there] = tracesToS3(network());
    const byNat = tracesToS3(network(routing(TO_NAT)))[1];
    const nowhere = tracesToS3(network(routing()))[1];
    expect([there, byNat, nowhere].map((one) => one && entranceOf(network(), one.trace))).toEqual([HERE, 'none', undefined]);
  });
});

const repository = (condition: Readonly<Record<string, unknown>>): PolicySource =>
  policy('repository', { Effect: 'Deny', Principal: '*', Action: 'ecr:*', Condition: condition });
const PULL: Partial<Use> = { action: 'ecr:BatchGetImage', resourceArn: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/churn` };

describe('restricted to a VPC', () => {
  test.each<readonly [string, PolicySource | undefined, Partial<Use>, string]>([
    ['no policy', undefined, {}, 'open'],
    ['one endpoint', FROM_ENDPOINT, {}, 'restricted'],
    ['one VPC', FROM_VPC, {}, 'restricted'],
    ['one VPC, but not for this role', unless({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' }, ArnNotEquals: { 'aws:PrincipalArn': ROLE } }), {}, 'open'],
    ['one VPC, for writing only', unless({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, { Action: 's3:PutObject' }), {}, 'open'],
    ['one VPC where the key is sent', unless({ StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-s3' } }), {}, 'restricted'],
    ['never without an endpoint', unless({ Null: { 'aws:SourceVpce': 'true' } }), {}, 'restricted'],
    ['never through an endpoint', unless({ Null: { 'aws:SourceVpce': 'false' } }), {}, 'open'],
    ['nobody at all', unless({}), {}, 'refused'],
    ['some addresses', unless({ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }), {}, 'unknown'],
    ['a repository of one VPC', repository({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }), PULL, 'restricted'],
    ['a repository of an organisation', repository({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }), PULL, 'unknown'],
    ['an open repository', policy('repository', { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }), PULL, 'open'],
  ])('%s', (_, resource, changes, verdict) => {
    expect(vpcRestriction(resource, use(changes)).verdict).toBe(verdict);
  });
});
