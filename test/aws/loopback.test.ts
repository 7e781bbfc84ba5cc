import { describe, expect, test } from '@jest/globals';
import { getRole, listRolePolicies } from '../../src/aws/operations/iam.ts';
import { describeKey, listGrants } from '../../src/aws/operations/kms.ts';
import { getBucketPolicy, headBucket, headObject } from '../../src/aws/operations/s3.ts';
import { describeEndpoint, listEndpoints } from '../../src/aws/operations/sagemaker.ts';
import { getServiceQuota } from '../../src/aws/operations/service-quotas.ts';
import type { Session } from '../../src/aws/session.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Play } from './playing.ts';
import { answer, jsonError, playing, s3Error } from './playing.ts';

const REGION = 'eu-west-1';
const { asking, requests } = playing();

const role = { roleArn: 'arn:aws:iam::123456789012:role/service-role/Exec' };
const iamError = (code: string) => `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>said so</Message></Error></ErrorResponse>`;

describe('IAM', () => {
  const ask = (session: Session) => session.call(getRole, 'us-east-1', role);
  test('a role is asked for by its name', async () => {
    const body = '<GetRoleResponse><GetRoleResult><Role><RoleName>Exec</RoleName><Path>/service-role/</Path></Role></GetRoleResult></GetRoleResponse>';
    expect(await asking(answer(200, body), ask)).toMatchObject({ state: 'present', value: { RoleName: 'Exec', Path: '/service-role/' } });
    expect(requests[0]?.body).toContain('RoleName=Exec');
  });
  test('NoSuchEntity is absent', async () => expect(await asking(answer(404, iamError('NoSuchEntity')), ask)).toEqual(absent));
  test('AccessDenied is refused', async () =>
    expect(await asking(answer(403, iamError('AccessDenied')), ask)).toMatchObject({ reason: 'access-denied', actions: ['iam:GetRole'] }));
  test('200 without a role has failed', async () =>
    expect(await asking(answer(200, '<html></html>'), ask)).toMatchObject({ reason: 'failed', message: expect.stringContaining('holds no Role') }));
  test('a listing is read to its end', async () => {
    const page = (name: string, more: string) =>
      `<R><ListRolePoliciesResult><PolicyNames><member>${name}</member></PolicyNames>${more}</ListRolePoliciesResult></R>`;
    const pages: Play = (_, response, body) =>
      void response.end(
        body.includes('Marker=m1') ? page('b', '<IsTruncated>false</IsTruncated>') : page('a', '<IsTruncated>true</IsTruncated><Marker>m1</Marker>'),
      );
    expect(await asking(pages, (session) => session.call(listRolePolicies, 'us-east-1', role))).toEqual(present(['a', 'b']));
  });
  test('an empty listing is empty, a missing one has failed', async () => {
    const list = (session: Session) => session.call(listRolePolicies, 'us-east-1', role);
    expect(await asking(answer(200, '<R><ListRolePoliciesResult><PolicyNames/><IsTruncated>false</IsTruncated></ListRolePoliciesResult></R>'), list)).toEqual(
      present([]),
    );
    expect(await asking(answer(200, '<R></R>'), list)).toMatchObject({ reason: 'failed' });
  });
});

describe('S3', () => {
  const bucket = (session: Session) => session.call(headBucket, REGION, { bucket: 'b', expectedOwner: '123456789012' });
  const object = (session: Session) => session.call(headObject, REGION, { bucket: 'b', key: 'k' });
  const policy = (session: Session) => session.call(getBucketPolicy, REGION, { bucket: 'b' });

  test('a bucket tells its Region', async () => {
    expect(await asking(answer(200, '', { 'x-amz-bucket-region': REGION }), bucket)).toEqual(present({ region: REGION }));
    expect(requests[0]?.url).toMatch(/^\/b/);
  });
  test('a bucket elsewhere is asked for there', async () => {
    const redirect: Play = (request, response) => {
      const isThere = (request.headers.authorization ?? '').includes('/us-west-2/');
      response.writeHead(isThere ? 200 : 301, { 'x-amz-bucket-region': 'us-west-2' }).end();
    };
    expect(await asking(redirect, bucket)).toEqual(present({ region: 'us-west-2' }));
    expect(requests.map(({ region }) => region)).toEqual([REGION, 'us-west-2']);
  });
  test('HEAD 404 is absent', async () => expect(await asking(answer(404), object)).toEqual(absent));
  test('HEAD 403 of an object cannot tell: it may exist or be missing', async () =>
    expect(await asking(answer(403), object)).toMatchObject({
      reason: 'access-denied',
      actions: ['s3:GetObject'],
      message: expect.stringContaining('may also be missing'),
    }));
  test('HEAD 200 without a length is no answer of S3', async () => expect(await asking(answer(200), object)).toMatchObject({ reason: 'failed' }));
  test('a bucket without policy', async () => expect(await asking(answer(404, s3Error('NoSuchBucketPolicy')), policy)).toEqual(absent));
  test('405 for who is not the owner', async () => expect(await asking(answer(405, s3Error('MethodNotAllowed')), policy)).toMatchObject({ reason: 'failed' }));
});

describe('JSON services', () => {
  const key = (session: Session) => session.call(describeKey, REGION, { keyId: 'alias/x' });
  const endpointX = (session: Session) => session.call(describeEndpoint, REGION, { endpointName: 'x' });
  const quota = (session: Session) => session.call(getServiceQuota, REGION, { serviceCode: 'sagemaker', quotaCode: 'L-96300102' });

  test('KMS refuses with 400', async () =>
    expect(await asking(answer(400, jsonError('AccessDeniedException')), key)).toMatchObject({ reason: 'access-denied' }));
  test('KMS knows no such key', async () => expect(await asking(answer(400, jsonError('NotFoundException')), key)).toEqual(absent));
  test('an empty 200 has failed', async () => expect(await asking(answer(200), key)).toMatchObject({ reason: 'failed' }));
  test('XML with 403 is refused', async () => expect(await asking(answer(403, iamError('AccessDenied')), key)).toMatchObject({ reason: 'access-denied' }));
  test('HTML with 500 has failed, after three attempts', async () => {
    expect(await asking(answer(500, '<!doctype html>'), key)).toMatchObject({ reason: 'failed', message: expect.stringContaining('HTTP 500') });
    expect(requests).toHaveLength(3);
  });
  test('SageMaker knows no such endpoint', async () =>
    expect(await asking(answer(400, jsonError('ValidationException', 'Could not find endpoint "x".')), endpointX)).toEqual(absent));
  test('SageMaker refuses input', async () =>
    expect(await asking(answer(400, jsonError('ValidationException', 'must match')), endpointX)).toMatchObject({ reason: 'failed' }));
  test('Service Quotas has no applied value', async () => expect(await asking(answer(400, jsonError('NoSuchResourceException')), quota)).toEqual(absent));
  test('a reset connection has failed', async () => {
    const reset: Play = (request) => request.socket.destroy();
    expect(await asking(reset, key)).toMatchObject({ reason: 'failed' });
  });
  test('pages of grants and endpoints', async () => {
    const grants: Play = (_, response, body) =>
      void response.end(
        JSON.stringify(
          body.includes('m1') ? { Grants: [{ GrantId: '2' }], Truncated: false } : { Grants: [{ GrantId: '1' }], Truncated: true, NextMarker: 'm1' },
        ),
      );
    expect(await asking(grants, (session) => session.call(listGrants, REGION, { keyArn: 'arn' }))).toEqual(present([{ GrantId: '1' }, { GrantId: '2' }]));
    const endpoints: Play = (_, response, body) =>
      void response.end(JSON.stringify(body.includes('t1') ? { Endpoints: [{ EndpointName: '2' }] } : { Endpoints: [{ EndpointName: '1' }], NextToken: 't1' }));
    expect(await asking(endpoints, (session) => session.call(listEndpoints, REGION, {}))).toEqual(present([{ EndpointName: '1' }, { EndpointName: '2' }]));
  });
});

test('a server that stumbles is asked six times by IAM, three times by others, and believed once it answers', async () => {
  const stumbling = answer(503, jsonError('ServiceUnavailableException'));
  expect(await asking(stumbling, (session) => session.call(getRole, 'us-east-1', role))).toMatchObject({ reason: 'failed' });
  expect(requests).toHaveLength(6);
  expect(await asking(stumbling, (session) => session.call(listEndpoints, REGION, {}))).toMatchObject({ reason: 'failed' });
  expect(requests).toHaveLength(3);
  const once: Play = (request, response, body) => (requests.length === 1 ? stumbling : answer(200, '{"Endpoints":[]}'))(request, response, body);
  expect(await asking(once, (session) => session.call(listEndpoints, REGION, {}))).toEqual(present([]));
});
