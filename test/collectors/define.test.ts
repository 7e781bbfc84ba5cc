import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { policyText } from '../../src/collectors/document.ts';
import type { CollectedKind } from '../../src/collectors/index.ts';
import { COLLECTORS, collectorOf } from '../../src/collectors/index.ts';
import { absent, present } from '../../src/model/fact.ts';
import { ACCOUNT } from './fake-session.ts';

const REGION = 'eu-west-1';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Exec`;
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`;
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234`;
/** Parameters for a collector of any kind. */
const ANY = {
  roleArn: ROLE,
  userArn: USER,
  keyId: KEY,
  keyArn: KEY,
  bucket: 'b',
  key: 'k',
  account: ACCOUNT,
  region: REGION,
  serviceCode: 's',
  quotaCode: 'q',
  repository: 'churn',
  reference: 'tag:1.4',
  endpointName: 'e',
  endpointConfigName: 'c',
  modelName: 'm',
  modelPackageName: 'p',
  subnetId: 'subnet-1',
  groupId: 'sg-1',
  vpcId: 'vpc-1',
  dhcpOptionsId: 'dopt-1',
  name: 'com.amazonaws.eu-west-1.s3',
  service: 'com.amazonaws.eu-west-1.s3',
  quotaName: 'q',
  prefix: 'p/',
  modelId: 'm',
  version: '1.0.0',
  domainId: 'd-1',
  userProfileName: 'u',
  spaceName: 's',
  hubName: 'h',
};
const CONTEXT = { partition: 'aws', account: ACCOUNT };

describe('what a collector says beforehand', () => {
  test('equal calls have equal keys, also across collectors', () => {
    const [role, policies] = [COLLECTORS['iam.role'].calls({ roleArn: ROLE }), COLLECTORS['iam.rolePolicies'].calls({ roleArn: ROLE })];
    const unique = new Set([...role, ...policies].filter(({ service }) => service === 'iam').map(({ key }) => key));
    expect(unique.size).toBe(3);
  });

  test('the identity is one call for every Region', () => {
    const keys = ['eu-west-1', 'us-east-2'].flatMap((region) => COLLECTORS['sts.caller'].calls({ region }).map(({ key }) => key));
    expect(new Set(keys).size).toBe(1);
  });

  test('a call whose input comes from another fact has no key', () => {
    expect(COLLECTORS['kms.grants'].calls({ keyArn: undefined })).toEqual([{ service: 'kms', operation: 'kms:ListGrants' }]);
  });

  test('every call that is certain is of a declared operation', () => {
    for (const kind of Object.keys(COLLECTORS) as CollectedKind[]) {
      const collector = collectorOf(kind);
      const declared = collector?.operations.map(({ name }) => name);
      const calls = collector?.calls(ANY as never) ?? [];
      // AWS's simulator is asked for all questions together: no call belongs to one of them.
      if (kind !== 'iam.simulation') expect(calls.length).toBeGreaterThan(0);
      for (const { operation } of calls) expect(declared).toContain(operation);
    }
  });

  test('permissions cover the actions of the declared operations, but for the identity, which needs none', () => {
    for (const kind of Object.keys(COLLECTORS) as CollectedKind[]) {
      const collector = collectorOf(kind);
      const needed = new Set(collector?.operations.flatMap(({ actions }) => actions).filter((action) => action !== 'sts:GetCallerIdentity'));
      expect(new Set(collector?.permissions(ANY as never, CONTEXT).map(({ action }) => action))).toEqual(needed);
    }
  });
});

describe('permissions', () => {
  test.each([
    [KEY, KEY],
    ['1234', KEY],
    ['alias/mine', `arn:aws:kms:${REGION}:${ACCOUNT}:key/*`],
    [`arn:aws:kms:us-east-2:999999999999:alias/theirs`, 'arn:aws:kms:us-east-2:999999999999:key/*'],
    [undefined, `arn:aws:kms:${REGION}:*:key/*`],
  ])('on the key %s: %s', (keyId, resource) => {
    const [needed] = COLLECTORS['kms.key'].permissions({ keyId, region: REGION }, CONTEXT);
    expect(needed?.resources).toEqual([resource]);
    expect(needed?.because === undefined).toBe(!resource.endsWith('*'));
  });

  test('an alias is exact once its key is known', () => {
    const known = present({ arn: KEY, keyId: '1234', account: ACCOUNT, region: REGION, state: 'Enabled', manager: 'CUSTOMER' as const, usage: '', spec: '' });
    expect(COLLECTORS['kms.key'].permissions({ keyId: 'alias/mine', region: REGION }, { ...CONTEXT, known })).toEqual([
      { action: 'kms:DescribeKey', resources: [KEY] },
    ]);
  });

  test('managed policies are exact once they are known, and none are needed where there are none', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/Read`;
    const policies = present({
      principalArn: ROLE,
      policies: [{ kind: 'managed' as const, name: 'Read', arn, document: absent }],
      unread: [],
      boundary: absent,
    });
    const none = present({ ...policies.value, policies: [] });
    const on = (known?: typeof policies) =>
      COLLECTORS['iam.rolePolicies'].permissions({ roleArn: ROLE }, { ...CONTEXT, ...(known && { known }) }).filter(({ action }) => action === 'iam:GetPolicy');
    expect(on()).toMatchObject([{ resources: [`arn:aws:iam::${ACCOUNT}:policy/*`, 'arn:aws:iam::aws:policy/*'], because: expect.any(String) }]);
    expect(on(policies)).toEqual([{ action: 'iam:GetPolicy', resources: [arn] }]);
    expect(on(none)).toEqual([]);
  });

  test('objects and buckets, in the partition of the target', () => {
    expect(COLLECTORS['s3.object'].permissions({ bucket: 'b', key: 'm/x', region: undefined }, { ...CONTEXT, partition: 'aws-cn' })).toEqual([
      { action: 's3:GetObject', resources: ['arn:aws-cn:s3:::b/m/x'] },
    ]);
    expect(COLLECTORS['s3.bucket'].permissions({ bucket: 'b', account: ACCOUNT, region: 'cn-north-1' }, { ...CONTEXT, partition: 'aws-cn' })).toEqual([
      { action: 's3:ListBucket', resources: ['arn:aws-cn:s3:::b'] },
    ]);
  });
});

describe('policyText', () => {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [{ Resource: 'arn:aws:s3:::b/100%25/ü' }] }, null, 2);
  test('decodes what IAM encodes, and leaves plain JSON alone', () => {
    expect(policyText(encodeURIComponent(document))).toBe(document);
    expect(policyText(document)).toBe(document);
  });
  test('any JSON survives, encoded or not', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(policyText(json)).toBe(json);
        expect(policyText(encodeURIComponent(json.replaceAll(/[\ud800-\udfff]/g, '')))).toBe(json.replaceAll(/[\ud800-\udfff]/g, ''));
      }),
    );
  });
  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(typeof policyText(text)).toBe('string')));
    expect(policyText('%zz')).toBe('%zz');
  });
});
