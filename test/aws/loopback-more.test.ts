import { describe, expect, test } from '@jest/globals';
import { describeOrganization, describePolicy, listParents, listPoliciesForTarget } from '../../src/aws/operations/organizations.ts';
import { getBucketRequestPayment, getObjectStart } from '../../src/aws/operations/s3.ts';
import { describeEndpointConfig, describeModel, describeModelPackage } from '../../src/aws/operations/sagemaker.ts';
import type { Session } from '../../src/aws/session.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Play } from './playing.ts';
import { answer, jsonError, playing, s3Error } from './playing.ts';

const REGION = 'eu-west-1';
const { asking, requests } = playing();

describe('the start of an object', () => {
  const start = (session: Session) => session.call(getObjectStart, REGION, { bucket: 'b', key: 'k' });
  const bytes = (...values: readonly number[]) => Buffer.from(values);
  const sending =
    (status: number, body: Buffer): Play =>
    (request, response) => {
      expect(request.headers['range']).toBe('bytes=0-1');
      response.writeHead(status, { 'content-length': body.length }).end(body);
    };

  test.each([
    ['two bytes', sending(206, bytes(0x1f, 0x8b)), '1f8b'],
    ['one, for that is all there is', sending(206, bytes(0x1f)), '1f'],
    ['a zero is a byte', sending(206, bytes(0, 10)), '000a'],
    ['none, where S3 refuses the range', answer(416, s3Error('InvalidRange')), ''],
    ['none, of an empty body', sending(200, bytes()), ''],
  ])('%s', async (_, play, expected) => expect(await asking(play, start)).toEqual(present({ bytes: expected })));

  test('a server that ignores the range is not listened to for longer', async () => {
    let closed: () => void = () => {};
    const hungUp = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const endless: Play = (_, response) => {
      response.once('close', closed).writeHead(200).write(Buffer.from('504b0304', 'hex'));
    };
    expect(await asking(endless, start)).toEqual(present({ bytes: '504b' }));
    await hungUp;
  });
  test('NoSuchKey is absent', async () => expect(await asking(answer(404, s3Error('NoSuchKey')), start)).toEqual(absent));
  test('a refusal also speaks of the key', async () =>
    expect(await asking(answer(403, s3Error('AccessDenied')), start)).toMatchObject({
      reason: 'access-denied',
      actions: ['s3:GetObject', 's3:ListBucket'],
      message: expect.stringContaining('kms:Decrypt'),
    }));
  test('an archived object is refused by its state, which no permission helps', async () =>
    expect(await asking(answer(403, s3Error('InvalidObjectState')), start)).toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('InvalidObjectState'),
    }));
});

describe('who pays', () => {
  const payer = (session: Session) => session.call(getBucketRequestPayment, REGION, { bucket: 'b' });
  const configuration = (who: string) => `<RequestPaymentConfiguration><Payer>${who}</Payer></RequestPaymentConfiguration>`;
  test('the owner or the requester', async () => {
    expect(await asking(answer(200, configuration('Requester')), payer)).toEqual(present('Requester'));
    expect(requests[0]?.url).toMatch(/^\/b\/?\?requestPayment/);
  });
  test('another answer is none', async () => expect(await asking(answer(200, '<ListBucketResult/>'), payer)).toMatchObject({ reason: 'failed' }));
  test('no bucket', async () => expect(await asking(answer(404, s3Error('NoSuchBucket')), payer)).toEqual(absent));
});

describe('SageMaker', () => {
  const model = (session: Session) => session.call(describeModel, REGION, { modelName: 'x' });
  const config = (session: Session) => session.call(describeEndpointConfig, REGION, { endpointConfigName: 'x' });
  const bundle = (session: Session) => session.call(describeModelPackage, REGION, { modelPackageName: 'x' });
  test.each([
    ['model', model, 'Could not find model "x".'],
    ['endpoint configuration', config, 'Could not find endpoint configuration "x".'],
    ['model package', bundle, 'ModelPackage x does not exist'],
  ] as const)('knows no such %s', async (_, ask, message) => {
    expect(await asking(answer(400, jsonError('ValidationException', message)), ask as typeof model)).toEqual(absent);
    expect(await asking(answer(400, jsonError('ValidationException', 'must match a pattern')), ask as typeof model)).toMatchObject({ reason: 'failed' });
    expect(await asking(answer(400, jsonError('AccessDeniedException', message)), ask as typeof model)).toMatchObject({ reason: 'access-denied' });
    expect(await asking(answer(200, '{}'), ask as typeof model)).toMatchObject({ reason: 'failed' });
  });
});

describe('Organizations', () => {
  const place = (session: Session) => session.call(describeOrganization, 'us-east-1', {});
  const parents = (session: Session) => session.call(listParents, 'us-east-1', { childId: '111111111111' });
  const attached = (session: Session) => session.call(listPoliciesForTarget, 'us-east-1', { targetId: 'r-1', type: 'SERVICE_CONTROL_POLICY' });
  const policy = (session: Session) => session.call(describePolicy, 'us-east-1', { policyId: 'p-1' });
  test('no organisation is absent', async () => expect(await asking(answer(400, jsonError('AWSOrganizationsNotInUseException')), place)).toEqual(absent));
  test('a refusal says who would be let in', async () => {
    for (const ask of [parents, attached, policy] as readonly (typeof parents)[]) {
      expect(await asking(answer(400, jsonError('AccessDeniedException')), ask)).toMatchObject({
        reason: 'access-denied',
        message: expect.stringContaining('management account'),
      });
    }
  });
  test('an account that AWS does not find is a failure, not absence', async () =>
    expect(await asking(answer(400, jsonError('ChildNotFoundException')), parents)).toMatchObject({ reason: 'failed' }));
  test('what stands above', async () => {
    expect(await asking(answer(200, '{"Parents":[{"Id":"r-1","Type":"ROOT"}]}'), parents)).toEqual(present({ id: 'r-1', isRoot: true }));
    expect(await asking(answer(200, '{"Parents":[]}'), parents)).toMatchObject({ reason: 'failed' });
  });
  test('policies, page by page, and their documents', async () => {
    const pages: Play = (_, response, body) =>
      void response.end(JSON.stringify(body.includes('t1') ? { Policies: [{ Id: 'p-2' }] } : { Policies: [{ Id: 'p-1' }], NextToken: 't1' }));
    expect(await asking(pages, attached)).toEqual(present([{ Id: 'p-1' }, { Id: 'p-2' }]));
    expect(await asking(answer(200, '{"Policy":{"Content":"{}"}}'), policy)).toEqual(present('{}'));
  });
  test('throttling', async () => expect(await asking(answer(400, jsonError('TooManyRequestsException')), place)).toMatchObject({ reason: 'throttled' }));
});
