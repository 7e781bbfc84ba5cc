import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { PolicyKind } from '../../../../src/model/policy.ts';
import { SEVERITIES } from '../../../../src/reason/iam/validate/problem.ts';
import { type PolicyProblem, type PolicyProblemCode, validatePolicy } from '../../../../src/reason/iam/validate/validate-policy.ts';

type Fields = Readonly<Record<string, unknown>>;

const policy = (...statements: readonly Fields[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (fields: Fields = {}): Fields => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*', ...fields });
const open = (fields: Fields): Fields => ({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*', ...fields });
const onlyIf = (condition: unknown): string => policy(allow({ Condition: condition }));
const aws = (principal: unknown): string => policy(open({ Principal: { AWS: principal } }));
const without = (fields: Fields, key: string): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

type Row = readonly [code: PolicyProblemCode, text: string, expected?: Partial<PolicyProblem>, kind?: PolicyKind];

/** One row at least for each code: the only problem of its document in authored mode. */
const ROWS: readonly Row[] = [
  ['not-json', 'Effect: Allow', { line: 1, column: 1 }],
  ['not-json', '{"Version": "2012-10-17",\n "Statement" []}', { line: 2, column: 14 }],
  ['trailing-comma', `${policy(allow()).slice(0, -1)}\n,}`, { line: 2, column: 1 }],
  ['array-missing', `{"Version":"2012-10-17","Statement":[${JSON.stringify(allow())}]},{"Version":"2012-10-17","Statement":[${JSON.stringify(allow())}]}`],
  ['not-an-object', '["s3:GetObject"]'],
  ['invalid-character', policy(allow({ Sid: 'a' })).replace('models', 'mod\u2013els'), { line: 1 }],
  ['too-large', policy(allow({ Resource: `arn:aws:s3:::${'m'.repeat(6_200)}/*` })), {}, 'managed'],
  ['too-large', policy(allow({ Resource: `arn:aws:s3:::${'m'.repeat(2_048)}/*` })), {}, 'session'],
  ['too-large', policy(open({ Resource: `arn:aws:s3:::${'é'.repeat(10_300)}/*` })), {}, 'bucket'],
  [
    'above-default-quota',
    policy({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole', Sid: 's'.repeat(2_048) }),
    {},
    'trust',
  ],
  ['bare-statement', JSON.stringify(allow()), { pointer: '' }],
  ['duplicate-key', policy(allow()).replace('"Effect"', '"Effect":"Deny","Effect"'), { pointer: '/Statement/0/Effect', column: 39 }],
  ['unknown-element', policy({ ...without(allow(), 'Action'), Actions: 's3:GetObject' }), { suggestion: 'Action', pointer: '/Statement/0/Actions' }],
  ['unknown-element', policy(allow({ Comment: 'x' })), { pointer: '/Statement/0/Comment' }],
  ['unknown-element', JSON.stringify({ version: '2012-10-17', Statement: [allow()] }), { suggestion: 'Version' }],
  ['wrong-type', policy(allow({ Resource: ['arn:aws:s3:::models/*', 7] })), { pointer: '/Statement/0/Resource/1' }],
  ['wrong-type', JSON.stringify({ Version: '2012-10-17', Statement: ['s3:GetObject'] }), { pointer: '/Statement/0' }],
  ['wrong-type', policy(allow({ Action: [] })), { pointer: '/Statement/0/Action' }],
  ['invalid-version', policy(allow()).replace('2012-10-17', '2024-01-01'), { suggestion: '2012-10-17' }],
  ['missing-version', JSON.stringify({ Statement: [allow()] })],
  ['old-version', policy(allow()).replace('2012', '2008')],
  ['version-defaults', JSON.stringify({ Statement: open({}) }), { severity: 'warning' }, 'bucket'],
  ['missing-statement', '{"Version": "2012-10-17"}'],
  ['missing-statement', policy(), { pointer: '/Statement' }],
  ['duplicate-sid', policy(allow({ Sid: 'a' }), allow({ Sid: 'a' })), { pointer: '/Statement/1/Sid' }],
  ['invalid-sid', policy(allow({ Sid: 'read models' })), { suggestion: 'readmodels' }],
  ['missing-effect', policy(without(allow(), 'Effect'))],
  ['invalid-effect', policy(allow({ Effect: 'allow' })), { suggestion: 'Allow' }],
  ['effect-not-allowed', policy(open({})), { suggestion: 'Deny' }, 'rcp'],
  ['missing-action', policy(without(allow(), 'Action'))],
  ['action-and-not-action', policy(allow({ NotAction: 's3:PutObject' }))],
  ['missing-resource', policy(without(allow(), 'Resource'))],
  ['missing-resource', policy(without(allow(), 'Resource')), {}, 'scp'],
  ['resource-and-not-resource', policy(allow({ NotResource: 'arn:aws:s3:::secret/*' }))],
  ['resource-not-allowed', policy({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }), {}, 'trust'],
  ['missing-principal', policy(allow()), {}, 'bucket'],
  ['principal-and-not-principal', policy(open({ Effect: 'Deny', NotPrincipal: '*' })), {}, 'bucket'],
  ['principal-not-allowed', policy(open({}))],
  ['not-principal-not-allowed', policy({ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }), {}, 'trust'],
  ['not-principal-not-allowed', policy({ ...without(open({}), 'Principal'), NotPrincipal: { AWS: '111122223333' } }), {}, 'bucket'],
  ['placeholder', policy(allow({ Resource: 'arn:aws:s3:::{{bucket}}/*' }))],
  ['placeholder', policy(allow({ Action: 'sagemaker:CreateModel', Resource: `arn:aws:sagemaker:\${AWS::Region}:\${AWS::AccountId}:model/*` }))],
  ['placeholder', policy(allow({ Action: 'sagemaker:CreateModel', Resource: 'arn:aws:sagemaker:REGION:ACCOUNT-ID:model/*' }))],
  ['placeholder', policy(allow({ Resource: { 'Fn::Sub': 'arn:aws:s3:::x/*' } }))],
  ['placeholder', onlyIf({ StringEquals: { 'aws:SourceAccount': 'ACCOUNT-ID' } })],
  ['action-without-service', policy(allow({ Action: 'GetObject' })), { suggestion: 's3:GetObject' }],
  ['impossible-action', policy(allow({ Action: 's3:GetObject,s3:PutObject' }))],
  ['impossible-action', policy(allow({ Action: 's3: GetObject' }))],
  ['impossible-action', policy(allow({ Action: 's3:' })), { suggestion: 's3:*' }],
  ['impossible-action', policy(allow({ Action: 's*:GetObject' }))],
  ['wildcard-service', policy(allow({ Action: '*:*', Resource: '*' })), { severity: 'warning', suggestion: '*' }],
  ['action-not-allowed', policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' }), {}, 'trust'],
  ['action-on-other-service', policy(allow({ Action: ['s3:GetObject', 'kms:Decrypt'] })), { pointer: '/Statement/0/Action/1' }],
  [
    'action-needs-any-resource',
    policy(allow({ Action: 'ecr:GetAuthorizationToken', Resource: 'arn:aws:ecr:us-east-1:111122223333:repository/r' })),
    { suggestion: '*' },
  ],
  ['bucket-action-on-objects', policy(allow({ Action: 's3:ListBucket*' })), { suggestion: 'arn:aws:s3:::models' }],
  ['object-action-on-bucket', policy(allow({ Action: 's3:*Object', Resource: 'arn:aws:s3:::models' })), { suggestion: 'arn:aws:s3:::models/*' }],
  ['bucket-partly-named', policy(allow({ Resource: ['arn:aws:s3:::models/*', 'arn:aws:s3:::data'] })), { suggestion: 'arn:aws:s3:::data/*' }],
  ['key-action-on-alias', policy(allow({ Action: 'kms:Decrypt', Resource: 'arn:aws:kms:us-east-1:111122223333:alias/models' }))],
  [
    'resource-without-action',
    policy(allow({ Resource: ['arn:aws:s3:::models/*', 'arn:aws:kms:us-east-1:111122223333:key/k'] })),
    { pointer: '/Statement/0/Resource/1' },
  ],
  ['resource-not-arn', policy(allow({ Resource: 's3://models/*' }))],
  ['short-arn', policy(allow({ Resource: 'arn:aws:s3' }))],
  ['malformed-arn', policy(allow({ Action: 'sagemaker:CreateModel', Resource: 'arn:aws:sagemaker:us-east:123456789012:model/m' })), {}],
  ['malformed-arn', policy(allow({ Resource: 'arn:aws:s3:::' }))],
  ['arn-with-region', policy(allow({ Resource: 'arn:aws-cn:s3:cn-north-1::models/*' })), { suggestion: 'arn:aws-cn:s3:::models/*' }],
  ['arn-with-account', policy(allow({ Resource: 'arn:aws:s3::111122223333:models/*' })), { suggestion: 'arn:aws:s3:::models/*' }],
  ['arn-field-missing', policy(allow({ Action: 'sagemaker:CreateModel', Resource: 'arn:aws:sagemaker:us-east-1::model/*' }))],
  ['unknown-partition', policy(allow({ Resource: 'arn:amazon:s3:::models/*' }))],
  ['mixed-partitions', policy(allow(), allow({ Resource: 'arn:aws-us-gov:s3:::models/*' })), { pointer: '/Statement/1/Resource' }],
  ['mixed-partitions', policy(allow({ Action: 'sagemaker:CreateModel', Resource: 'arn:aws:sagemaker:cn-north-1:111122223333:model/*' }))],
  ['invalid-principal', aws('arn:aws:iam::111122223333:group/data'), {}, 'bucket'],
  ['invalid-principal', aws('sagemaker.amazonaws.com'), { suggestion: '{"Service": "sagemaker.amazonaws.com"}' }, 'bucket'],
  ['invalid-principal', policy(open({ Principal: 'arn:aws:iam::111122223333:root' })), { suggestion: '{"AWS": "arn:aws:iam::111122223333:root"}' }, 'bucket'],
  ['invalid-principal', policy(open({ Principal: { Services: 'sagemaker.amazonaws.com' } })), { suggestion: 'Service' }, 'bucket'],
  ['principal-wildcard', aws('arn:aws:iam::111122223333:role/*'), {}, 'bucket'],
  ['dangling-principal', aws('AROAEXAMPLEID12345678'), { severity: 'warning' }, 'bucket'],
  [
    'incomplete-not-principal',
    policy({ ...without(open({ Effect: 'Deny' }), 'Principal'), NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/r' } }),
    {},
    'bucket',
  ],
  [
    'unknown-operator',
    onlyIf({ StringEqual: { 'aws:SourceAccount': '111122223333' } }),
    { suggestion: 'StringEquals', pointer: '/Statement/0/Condition/StringEqual' },
  ],
  ['unknown-operator', onlyIf({ 'ForAnyValue:StringsLikeIfExists': { 'aws:TagKeys': 'a' } }), { suggestion: 'ForAnyValue:StringLikeIfExists' }],
  ['unknown-operator', onlyIf({ NullIfExists: { 'aws:TokenIssueTime': 'true' } }), { suggestion: 'Null' }],
  ['unknown-condition-key', onlyIf({ StringEquals: { SourceAccount: '111122223333' } })],
  ['invalid-condition-value', onlyIf({ Bool: { 'aws:SecureTransport': 'yes' } })],
  ['invalid-condition-value', onlyIf({ NumericLessThan: { 's3:max-keys': 'ten' } })],
  ['invalid-condition-value', onlyIf({ IpAddress: { 'aws:SourceIp': '10.0.0.0/33' } })],
  ['invalid-condition-value', onlyIf({ DateLessThan: { 'aws:CurrentTime': 'tomorrow' } })],
  ['invalid-condition-value', onlyIf({ ArnLike: { 'aws:SourceArn': 'my-endpoint' } })],
  ['invalid-condition-value', onlyIf({ StringEquals: { 'kms:ViaService': 'sagemaker.amazonaws.com' } })],
  ['invalid-condition-value', onlyIf({ StringEquals: { 'aws:SourceAccount': '1234' } })],
  ['service-host-case', onlyIf({ StringLike: { 'kms:ViaService': 'SageMaker.*.amazonaws.com' } }), { suggestion: 'sagemaker.*.amazonaws.com' }],
  [
    'service-host-case',
    policy({ Effect: 'Allow', Principal: { Service: 'SageMaker.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    { suggestion: 'sagemaker.amazonaws.com' },
    'trust',
  ],
  ['wildcard-compared-literally', onlyIf({ StringNotEquals: { 'aws:PrincipalTag/team': 'ml-*' } }), { suggestion: 'StringNotLike', severity: 'warning' }],
  ['invalid-variable', policy(allow({ Resource: `arn:aws:s3:::models/\${aws:username, none}/*` }))],
  ['invalid-variable', policy(allow({ Resource: `arn:aws:s3:::models/\${aws:username/*` }))],
  ['variable-not-allowed', policy(allow({ Action: 'iam:PassRole', Resource: `arn:aws:iam::\${aws:PrincipalAccount}:role/r` }))],
  ['variable-not-allowed', onlyIf({ NumericEquals: { 's3:max-keys': `\${aws:PrincipalTag/keys}` } })],
  ['variable-in-bool', onlyIf({ Bool: { 'aws:SecureTransport': `\${aws:PrincipalTag/secure}` } })],
  ['variable-without-version', policy(open({ Resource: `arn:aws:s3:::models/\${aws:username}/*` })).replace('2012', '2008'), {}, 'bucket'],
];

describe('validatePolicy', () => {
  test.each(ROWS)('%s: %s', (code, text, expected = {}, kind = 'inline') => {
    const problems = validatePolicy({ kind, name: 'p', text }, 'authored');
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]).toMatchObject(expected);
  });

  // Told only with AWS's metadata at hand: metadata.test.ts has their rows.
  const withMetadata = ['unknown-action', 'action-on-other-type', 'key-not-of-action', 'set-operator-missing'];
  test('every code has a row', () => expect(new Set([...ROWS.map(([code]) => code), ...withMetadata])).toEqual(new Set(Object.keys(SEVERITIES))));

  test('what AWS kept is at most a warning, unless it is no policy', () => {
    const stored = ROWS.flatMap(([, text, , kind = 'inline']) => validatePolicy({ kind, name: 'p', text }, 'stored'));
    const errors = stored.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(new Set(errors)).toEqual(new Set(['not-json', 'trailing-comma', 'array-missing', 'not-an-object']));
  });

  test('stored mode is silent about what only new documents must keep to', () => {
    const codes = (text: string, kind: PolicyKind): readonly string[] => validatePolicy({ kind, name: 'p', text }, 'stored').map(({ code }) => code);
    expect(codes(policy(allow({ Resource: `arn:aws:s3:::${'m'.repeat(6_200)}/*` })), 'managed')).toEqual([]);
    expect(codes(policy(allow({ Sid: 'a' }), allow({ Sid: 'a' })), 'inline')).toEqual([]);
  });

  test('AWS’s own managed policy has nothing that never matches', () => {
    const text = readFileSync('test/data/AmazonSageMakerFullAccess-v29.json', 'utf8');
    expect(validatePolicy({ kind: 'managed', name: 'AmazonSageMakerFullAccess', text }, 'stored')).toEqual([]);
  });

  test.each<readonly [string, string, PolicyKind]>([
    [
      'wildcards that cross from bucket to objects',
      policy(allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::*sagemaker*' })),
      'inline',
    ],
    ['an access point', policy(allow({ Resource: 'arn:aws:s3:us-east-1:111122223333:accesspoint/models/object/*' })), 'inline'],
    ['a wildcard in the fields that S3 leaves empty', policy(allow({ Resource: 'arn:aws:s3:*:*:models/*' })), 'inline'],
    ['variables with a default', policy(allow({ Resource: `arn:aws:s3:::models/\${aws:PrincipalTag/team, 'none'}/\${*}` })), 'inline'],
    ['numbers and booleans as condition values', onlyIf({ Bool: { 'aws:SecureTransport': true }, NumericLessThan: { 's3:max-keys': 10 } }), 'inline'],
    ['operators in any case', onlyIf({ 'forallvalues:stringequalsifexists': { 'aws:TagKeys': 'a' } }), 'inline'],
    ['one statement without an array', JSON.stringify({ Version: '2012-10-17', Statement: allow() }), 'inline'],
    ['a trust policy', policy({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }), 'trust'],
    ['a key policy', policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }), 'key'],
    [
      'a repository policy without Resource',
      policy({ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'ecr:BatchGetImage' }),
      'repository',
    ],
    ['a resource control policy', policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }), 'rcp'],
    ['a service control policy', policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }), 'scp'],
    ['IPv6', onlyIf({ NotIpAddress: { 'aws:SourceIp': ['2001:db8::/32', '10.0.0.1'] } }), 'inline'],
    [
      'passing a role',
      policy(
        allow({
          Action: 'iam:PassRole',
          Resource: 'arn:aws:iam::*:role/sm-*',
          Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        }),
      ),
      'inline',
    ],
  ])('finds nothing wrong with %s', (_, text, kind) => expect(validatePolicy({ kind, name: 'p', text }, 'authored')).toEqual([]));

  test('an inline policy of a user has less room than a role’s', () => {
    const text = policy(allow({ Resource: `arn:aws:s3:::${'m'.repeat(3_000)}/*` }));
    const codes = (arn: string): readonly string[] => validatePolicy({ kind: 'inline', name: 'p', arn, text }, 'authored').map(({ code }) => code);
    expect(codes('arn:aws:iam::111122223333:role/r')).toEqual([]);
    expect(codes('arn:aws:iam::111122223333:user/u')).toEqual(['too-large']);
  });
});
