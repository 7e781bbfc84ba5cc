import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import { prefixOf } from '../../src/collectors/s3/prefix.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const REGION = 'eu-west-1';
const CONTEXT = { partition: 'aws', account: ACCOUNT };
const arn = (resource: string) => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${resource}`;
const read = (kind: FactKind, params: object, answers: Answers) => readerOf(sessionAnswering(answers))(kind, params as Readonly<Record<string, unknown>>);

describe('Studio', () => {
  const inDomain = { domainId: 'd-1', region: REGION };

  test('a domain keeps roles and network', async () => {
    const told = {
      DomainArn: arn('domain/d-1'),
      Status: 'InService',
      DefaultUserSettings: { ExecutionRole: 'role', JupyterServerAppSettings: { CodeRepositories: 'MARKER' } },
      DefaultSpaceSettings: { ExecutionRole: 'spaces' },
      AppNetworkAccessType: 'VpcOnly',
      VpcId: 'vpc-1',
      Url: 'MARKER',
    };
    const ask = (more: object) => read('sagemaker.domain', inDomain, { 'sagemaker:DescribeDomain': () => present({ ...told, ...more }) });
    const domain = { arn: arn('domain/d-1'), id: 'd-1', status: 'InService' };
    expect(await ask({})).toEqual(present({ ...domain, executionRoleArn: 'role', spaceExecutionRoleArn: 'spaces', networkAccess: 'VpcOnly', vpcId: 'vpc-1' }));
    const bare = { DefaultUserSettings: undefined, DefaultSpaceSettings: undefined, AppNetworkAccessType: undefined, VpcId: undefined };
    expect(await ask(bare)).toEqual(present(domain));
    expect(await read('sagemaker.domain', inDomain, { 'sagemaker:DescribeDomain': () => absent })).toEqual(absent);
  });
  test('a profile without a role of its own has none', async () => {
    const told = { UserProfileArn: arn('user-profile/d-1/u'), UserProfileName: 'u', Status: 'Failed', UserSettings: {} };
    const params = { ...inDomain, userProfileName: 'u' };
    expect(await read('sagemaker.userProfile', params, { 'sagemaker:DescribeUserProfile': () => present(told) })).toEqual(
      present({ arn: arn('user-profile/d-1/u'), name: 'u', status: 'Failed' }),
    );
    const refusal = refused('sagemaker:DescribeUserProfile');
    expect(await read('sagemaker.userProfile', params, { 'sagemaker:DescribeUserProfile': () => refusal })).toEqual(refusal);
  });
  test('a space of an older kind tells neither sharing nor owner', async () => {
    const told = { SpaceArn: arn('space/d-1/s'), SpaceName: 's', Status: 'InService', SpaceSettings: { MARKER: 'MARKER' } };
    expect(await read('sagemaker.space', { ...inDomain, spaceName: 's' }, { 'sagemaker:DescribeSpace': () => present(told) })).toEqual(
      present({ arn: arn('space/d-1/s'), name: 's', status: 'InService' }),
    );
  });
  test('permissions are on the domain’s own things', () => {
    const on = (kind: 'sagemaker.userProfile' | 'sagemaker.space' | 'sagemaker.domain', params: object) =>
      COLLECTORS[kind].permissions(params as never, CONTEXT).flatMap(({ resources }) => resources);
    expect(on('sagemaker.domain', inDomain)).toEqual([arn('domain/d-1')]);
    expect(on('sagemaker.userProfile', { ...inDomain, userProfileName: 'u' })).toEqual([arn('user-profile/d-1/u')]);
    expect(on('sagemaker.space', { ...inDomain, spaceName: undefined })).toEqual([arn('space/d-1/*')]);
  });
});

describe('sagemaker.hubContent', () => {
  const params = { hubName: 'h', modelId: 'm', region: REGION };
  const content = { arn: 'a', name: 'm', version: '1.0.0', status: 'Available' };
  const answering = (own: ReturnType<Answers[string]>, reference: ReturnType<Answers[string]>): Answers => ({
    'sagemaker:DescribeHubContent': ({ type }) => (type === 'Model' ? own : reference),
  });

  test('its own model, else a reference', async () => {
    expect(await read('sagemaker.hubContent', params, answering(present(content), refused('a:b')))).toEqual(present(content));
    expect(await read('sagemaker.hubContent', params, answering(absent, present(content)))).toEqual(present(content));
    expect(await read('sagemaker.hubContent', params, answering(absent, absent))).toEqual(absent);
    expect(await read('sagemaker.hubContent', params, answering(refused('a:b'), present(content)))).toEqual(refused('a:b'));
  });
  test('a hub by ARN is asked in its Region, and needs permission there', async () => {
    const hubName = 'arn:aws:sagemaker:us-east-2:999999999999:hub/shared';
    const session = sessionAnswering(answering(present(content), absent));
    await readerOf(session)('sagemaker.hubContent', { ...params, hubName });
    expect(session.asked[0]).toContain('sagemaker:DescribeHubContent@us-east-2');
    const resources = (name: string | undefined) =>
      COLLECTORS['sagemaker.hubContent'].permissions({ ...params, hubName: name }, CONTEXT).flatMap((needed) => needed.resources);
    expect(resources(hubName)).toEqual([hubName, 'arn:aws:sagemaker:us-east-2:999999999999:hub-content/shared/*/m/*']);
    expect(resources('h')).toEqual([arn('hub/h'), arn('hub-content/h/*/m/*')]);
    expect(resources(undefined)).toEqual([arn('hub/*'), arn('hub-content/*/*/m/*')]);
  });
});

describe('quota.named', () => {
  const named = (quotaName: string) => ({ serviceCode: 'sagemaker', quotaName, region: REGION });
  const KNOWN = 'ml.g5.xlarge for endpoint usage';
  const listed = (...quotas: readonly object[]): Answers => ({ 'servicequotas:ListServiceQuotas': () => present(quotas) });
  const quota = { QuotaCode: 'L-1', QuotaName: 'ml.p5.48xlarge for endpoint usage', Value: 0, Adjustable: true };
  const got = (more: object): Answers => ({ 'servicequotas:GetServiceQuota': () => present({ QuotaCode: 'L-1928E07B', QuotaName: KNOWN, Value: 3, ...more }) });

  test('is looked up in the list; 0 is a value', async () => {
    expect(await read('quota.named', named(quota.QuotaName), listed(quota))).toEqual(
      present({ code: 'L-1', name: quota.QuotaName, value: 0, adjustable: true }),
    );
    expect(await read('quota.named', named('none'), listed(quota))).toEqual(absent);
    expect(await read('quota.named', named(quota.QuotaName), listed({ ...quota, Value: undefined }))).toEqual(absent);
  });
  test('is one call where its code is known', async () => {
    expect(await read('quota.named', named(KNOWN), got({}))).toEqual(present({ code: 'L-1928E07B', name: KNOWN, value: 3, adjustable: false }));
    const operations = (name: string) => COLLECTORS['quota.named'].calls(named(name)).map(({ operation }) => operation);
    expect(operations(KNOWN)).toEqual(['servicequotas:GetServiceQuota']);
    expect(operations('none')).toEqual(['servicequotas:ListServiceQuotas']);
  });
  test('a code that turns out to be another quota’s is not believed', async () => {
    const answers = { ...got({ QuotaName: 'another' }), ...listed({ ...quota, QuotaName: KNOWN, Value: 8 }) };
    expect(await read('quota.named', named(KNOWN), answers)).toMatchObject(present({ code: 'L-1', value: 8 }));
    const gone = { 'servicequotas:GetServiceQuota': () => absent, ...listed({ ...quota, QuotaName: KNOWN, Value: 8 }) };
    expect(await read('quota.named', named(KNOWN), gone)).toMatchObject(present({ value: 8 }));
  });
  test('refused is unknown', async () => {
    const refusal = refused('servicequotas:ListServiceQuotas');
    expect(await read('quota.named', named('none'), { 'servicequotas:ListServiceQuotas': () => refusal })).toEqual(refusal);
  });
});

describe('s3.prefix', () => {
  test('clashes are found wherever the list has them', () => {
    const objects = ['a', 'a.csv', 'a/b', 'a/b/c', 'ab/', 'd'].map((key) => ({ key, size: key.endsWith('/') ? 0 : 1 }));
    expect(prefixOf('a', { objects, truncated: true })).toEqual({ objects: 6, truncated: true, isObject: true, emptyFolders: ['ab/'], clashes: ['a', 'a/b'] });
  });
  test('a key clashes exactly when another continues it after a slash', () => {
    const part = fc.constantFrom('a', 'b', '', 'a.b');
    const key = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 12 }), (keys) => {
        const clashes = keys.filter((one) => keys.some((other) => other.startsWith(`${one}/`)));
        const objects = keys.map((one) => ({ key: one, size: 1 }));
        expect(prefixOf('', { objects, truncated: false }).clashes).toEqual(clashes);
      }),
    );
  });
  test('is not asked of an access point', async () => {
    const session = sessionAnswering({});
    expect(await readerOf(session)('s3.prefix', { bucket: 'ap-x-s3alias', prefix: 'p', region: REGION })).toMatchObject({ reason: 'unsupported' });
    expect(session.asked).toEqual([]);
  });
});
