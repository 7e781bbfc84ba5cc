import { describe, expect, test } from '@jest/globals';
import { absent } from '../../../src/model/fact.ts';
import { requestContext } from '../../../src/reason/iam/context.ts';
import { evaluate } from '../../../src/reason/iam/evaluate.ts';
import { type PrincipalFacts, principalName, principalOf } from '../../../src/reason/iam/principal.ts';
import type { RequestFacts } from '../../../src/reason/iam/request-facts.ts';
import type { EvalResult, Principal } from '../../../src/reason/iam/types.ts';
import { A, allow, FEDERATED, KEY, OBJECT, policy, ROLE, ROOT, SESSION, USER } from './asking.ts';

const ABSENT = { state: 'absent' };
const UNKNOWN = { state: 'unknown' };
const who = (text: string, facts?: PrincipalFacts): Principal => principalOf(text, facts) as Principal;
const context = (facts: Partial<RequestFacts>) => requestContext({ principal: who(ROLE), region: 'us-east-1', ...facts });

describe('principals', () => {
  test.each<[string, object]>([
    [ROLE, { type: 'role-session', account: A, roleArn: ROLE, pathKnown: true, serviceLinked: false }],
    [SESSION, { type: 'role-session', roleArn: ROLE, pathKnown: false, sessionName: 's1' }],
    [USER, { type: 'iam-user', userArn: USER, account: A }],
    [ROOT, { type: 'root', account: A, partition: 'aws' }],
    [FEDERATED, { type: 'federated-user', arn: FEDERATED }],
    ['sagemaker.amazonaws.com', { type: 'service', name: 'sagemaker.amazonaws.com' }],
    ['accounts.google.com', { type: 'identity-provider', provider: 'accounts.google.com' }],
    [`arn:aws:iam::${A}:saml-provider/corp`, { type: 'identity-provider' }],
    ['anonymous', { type: 'anonymous' }],
  ])('%s', (text, expected) => {
    expect(principalOf(text)).toMatchObject(expected);
    expect(principalName(who(text))).toBe(text);
  });

  test.each(['', 'alice', 'arn:aws:s3:::bucket', `arn:aws:iam::${A}:group/g`, 'example.com'])('%j is none', (text) => {
    expect(principalOf(text)).toBeUndefined();
  });
});

describe('what is known of a request beforehand', () => {
  test.each<[string, Partial<RequestFacts>, Record<string, unknown>]>([
    [
      'a role',
      {},
      {
        'aws:PrincipalArn': ROLE,
        'aws:PrincipalAccount': A,
        'kms:CallerAccount': A,
        'aws:PrincipalType': 'AssumedRole',
        'aws:userid': UNKNOWN,
        'aws:username': ABSENT,
      },
    ],
    ['a session with its role’s id', { principal: who(SESSION, { id: 'AROA1' }) }, { 'aws:userid': 'AROA1:s1', 'aws:PrincipalArn': UNKNOWN }],
    [
      'a user',
      { principal: who(USER, { id: 'AIDA1' }) },
      { 'aws:PrincipalArn': USER, 'aws:PrincipalType': 'User', 'aws:userid': 'AIDA1', 'aws:username': 'alice', 'aws:MultiFactorAuthPresent': UNKNOWN },
    ],
    ['root', { principal: who(ROOT) }, { 'aws:PrincipalArn': ROOT, 'aws:PrincipalType': 'Account', 'aws:userid': A }],
    ['a federated user', { principal: who(FEDERATED) }, { 'aws:PrincipalType': 'FederatedUser', 'aws:userid': `${A}:alice`, 'aws:PrincipalArn': FEDERATED }],
    [
      'anonymous',
      { principal: who('anonymous') },
      { 'aws:PrincipalAccount': 'anonymous', 'aws:PrincipalArn': ABSENT, 'aws:PrincipalIsAWSService': ABSENT, 'aws:TokenIssueTime': ABSENT },
    ],
    [
      'a service',
      { principal: who('sagemaker.amazonaws.com') },
      { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': 'sagemaker.amazonaws.com', 'aws:SourceArn': UNKNOWN, 'aws:SourceAccount': UNKNOWN },
    ],
    ['a service, for whom', { principal: who('sagemaker.amazonaws.com'), source: { account: A } }, { 'aws:SourceAccount': A, 'aws:SourceArn': UNKNOWN }],
    [
      'a role is no service',
      {},
      { 'aws:PrincipalIsAWSService': 'false', 'aws:SourceArn': ABSENT, 'aws:SourceAccount': ABSENT, 'aws:PrincipalServiceName': ABSENT },
    ],
    [
      'a role that a service assumed',
      { assumedBy: 'service' },
      { 'aws:MultiFactorAuthPresent': ABSENT, 'aws:MultiFactorAuthAge': ABSENT, 'aws:FederatedProvider': ABSENT, 'aws:TokenIssueTime': UNKNOWN },
    ],
    ['a role that somebody assumed', {}, { 'aws:MultiFactorAuthPresent': UNKNOWN, 'aws:FederatedProvider': UNKNOWN }],
    ['tags of a service’s role', { assumedBy: 'service', principalTags: { Team: 'x' } }, { 'aws:PrincipalTag/Team': 'x', 'aws:PrincipalTag/*': ABSENT }],
    ['tags that a session may replace', { principalTags: { Team: 'x' } }, { 'aws:PrincipalTag/Team': UNKNOWN, 'aws:PrincipalTag/*': UNKNOWN }],
    ['tags of a user', { principal: who(USER), principalTags: { Team: 'x' } }, { 'aws:PrincipalTag/Team': 'x', 'aws:PrincipalTag/*': ABSENT }],
    ['tags that were not read', { principal: who(USER) }, { 'aws:PrincipalTag/*': UNKNOWN }],
    [
      'an organisation',
      { principalOrganisation: { id: 'o-1', paths: ['o-1/r-1/'] }, resourceOrganisation: absent },
      { 'aws:PrincipalOrgID': 'o-1', 'aws:PrincipalOrgPaths': ['o-1/r-1/'], 'aws:ResourceOrgID': ABSENT },
    ],
    ['no word of an organisation', {}, { 'aws:PrincipalOrgID': UNKNOWN, 'aws:ResourceOrgPaths': UNKNOWN }],
    ['time', { time: '2026-01-01T00:00:00Z' }, { 'aws:CurrentTime': '2026-01-01T00:00:00Z', 'aws:EpochTime': '1767225600' }],
    ['no time', {}, { 'aws:CurrentTime': UNKNOWN, 'aws:EpochTime': UNKNOWN }],
    ['no endpoint', { endpoint: 'none' }, { 'aws:SourceIp': UNKNOWN, 'aws:SourceVpce': ABSENT, 'aws:SourceVpc': ABSENT }],
    [
      'an endpoint',
      { endpoint: { id: 'vpce-1', vpc: 'vpc-1' } },
      { 'aws:SourceIp': ABSENT, 'aws:SourceVpce': 'vpce-1', 'aws:SourceVpc': 'vpc-1', 'aws:VpcSourceIp': UNKNOWN },
    ],
    ['no word of an endpoint', {}, { 'aws:SourceIp': UNKNOWN, 'aws:SourceVpce': UNKNOWN }],
    ['a call of its own', { calledBy: 'none' }, { 'aws:ViaAWSService': 'false', 'aws:CalledVia': ABSENT, 'kms:ViaService': ABSENT }],
    [
      'a call through a service',
      { calledBy: 's3.amazonaws.com' },
      { 'aws:ViaAWSService': 'true', 'aws:CalledVia': ['s3.amazonaws.com'], 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
    ],
    ['tags of the request', { requestTags: { Team: 'x' } }, { 'aws:RequestTag/Team': 'x', 'aws:RequestTag/*': ABSENT, 'aws:TagKeys': ['Team'] }],
    ['no tags', { requestTags: {} }, { 'aws:RequestTag/*': ABSENT, 'aws:TagKeys': [] }],
    ['always', { resourceAccount: A }, { 'aws:SecureTransport': 'true', 'aws:RequestedRegion': 'us-east-1', 'aws:ResourceAccount': A }],
    [
      'the plan',
      { plan: { 'sagemaker:InstanceTypes': ['ml.m5.large'], 'aws:UserAgent': 'x' } },
      { 'sagemaker:InstanceTypes': ['ml.m5.large'], 'aws:UserAgent': 'x' },
    ],
  ])('%s', (_, facts, expected) => {
    expect(context(facts)).toMatchObject(expected);
  });

  const ask = (facts: Partial<RequestFacts>, Condition: unknown): EvalResult => {
    const principal = who(ROLE);
    const request = { principal, action: 's3:GetObject', resource: OBJECT, resourceAccount: A, context: context(facts), unlisted: 'unknown' as const };
    return evaluate(request, { identity: [policy('inline', [allow('*', '*', { Condition })])], scpLevels: [], rcpLevels: [] });
  };

  test('makes the evaluator tell what is missing', () => {
    expect(ask({}, { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })).toMatchObject({ decision: 'Unknown', missing: ['aws:SourceIp'] });
    expect(ask({ assumedBy: 'service' }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }).decision).toBe('ImplicitlyDenied');
    expect(ask({ assumedBy: 'service', principalTags: {} }, { StringEquals: { 'aws:PrincipalTag/Team': 'x' } }).decision).toBe('ImplicitlyDenied');
    expect(ask({ requestTags: {} }, { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'x' } }).decision).toBe('Allowed');
    expect(ask({}, { StringEquals: { 'aws:RequestedRegion': 'us-east-1' }, ArnLike: { 'aws:PrincipalArn': ROLE } }).decision).toBe('Allowed');
    expect(ask({}, { StringEquals: { 's3:ExistingObjectTag/a': 'b' } })).toMatchObject({ decision: 'Unknown', missing: ['s3:ExistingObjectTag/a'] });
  });

  test('a key that only a service may use for the caller', () => {
    const on = policy('key', [
      {
        Effect: 'Allow',
        Principal: { AWS: ROLE },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      },
    ]);
    const decide = (calledBy: string): string =>
      evaluate(
        { principal: who(ROLE), action: 'kms:Decrypt', resource: KEY, context: context({ calledBy }) },
        { identity: [], scpLevels: [], rcpLevels: [], resource: on },
      ).decision;
    expect([decide('s3.amazonaws.com'), decide('none'), decide('ecr.amazonaws.com')]).toEqual(['Allowed', 'ImplicitlyDenied', 'ImplicitlyDenied']);
  });
});
