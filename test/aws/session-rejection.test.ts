import { describe, expect, test } from '@jest/globals';
import type { Clients } from '../../src/aws/clients.ts';
import { getCallerIdentity } from '../../src/aws/operations/sts.ts';
import { present } from '../../src/model/fact.ts';
import { awsError, operation, sessionWith } from './fake-operations.ts';

describe("S3's redirect", () => {
  const moved = (to: string) => awsError('PermanentRedirect', 301, { 'x-amz-bucket-region': to });
  test('is followed once, as a call of its own', async () => {
    const session = sessionWith();
    const head = operation(async (_, { region }) => (region === 'us-west-2' ? region : Promise.reject(moved('us-west-2'))), {
      name: 's3:HeadBucket',
      service: 's3',
    });
    expect(await session.call(head, 'eu-west-1', { id: 'bucket' })).toEqual(present('us-west-2'));
    expect(await session.call(head, 'us-west-2', { id: 'bucket' })).toEqual(present('us-west-2'));
    expect(session.calls().calls.map(({ region, outcome }) => `${region} ${outcome}`)).toEqual(['eu-west-1 ok', 'us-west-2 ok']);
  });

  test('that leads on and on has failed', async () => {
    const head = operation((_, { region }) => Promise.reject(moved(region === 'us-west-2' ? 'eu-west-1' : 'us-west-2')));
    expect(await sessionWith().call(head, 'eu-west-1', { id: 'bucket' })).toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('from Region to Region'),
    });
  });
});

describe('rejected credentials', () => {
  const identity = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/alice', UserId: 'AIDA' };
  const clientsWhere = (accepted: (region: string) => boolean): Clients => ({
    firstSent: Promise.resolve(),
    open: (async (_: string, region: string) => ({
      sdk: { GetCallerIdentityCommand: class {} },
      client: { send: async () => (accepted(region) ? identity : Promise.reject(awsError('InvalidClientTokenId', 403))) },
    })) as unknown as Clients['open'],
    close: async () => {},
  });
  const rejected = operation(() => Promise.reject(awsError('UnrecognizedClientException', 400)));

  test('in one Region, while the identity is known at home: that Region is not enabled', async () => {
    const session = sessionWith({ clients: clientsWhere((region) => region === 'us-east-1') });
    const reading = await session.call(rejected, 'ap-east-1', { id: 'x' });
    expect(reading).toMatchObject({ state: 'unknown', reason: 'unreachable', message: expect.stringContaining('has not enabled this Region') });
    expect(session.credentialsProblem()).toBeUndefined();
  });

  test('everywhere: the credentials are bad', async () => {
    const session = sessionWith({ clients: clientsWhere(() => false) });
    expect(await session.call(rejected, 'ap-east-1', { id: 'x' })).toMatchObject({ state: 'unknown', reason: 'failed' });
    expect(session.credentialsProblem()).toContain('AWS does not accept the credentials');
  });

  test('the home Region itself is believed at once', async () => {
    const session = sessionWith({ clients: clientsWhere(() => true) });
    await session.call(rejected, 'us-east-1', { id: 'x' });
    expect(session.credentialsProblem()).toContain('UnrecognizedClientException');
    expect(session.calls().total).toBe(1);
  });

  test('the home Region is asked once for many rejections', async () => {
    const session = sessionWith({ clients: clientsWhere((region) => region === 'us-gov-west-1') });
    await Promise.all(['a', 'b', 'c'].map((id) => session.call(rejected, 'us-gov-east-1', { id })));
    expect(session.calls().calls.filter(({ service }) => service === 'sts')).toHaveLength(1);
  });

  test('who the caller is, is known from home', async () => {
    const session = sessionWith({ clients: clientsWhere((region) => region === 'us-east-1') });
    expect(await session.call(getCallerIdentity, 'ap-east-1', {})).toEqual(present({ account: identity.Account, arn: identity.Arn, userId: identity.UserId }));
    expect(session.credentialsProblem()).toBeUndefined();
  });

  test('and one Region that is out of reach does not hide who the caller is', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const clients: Clients = {
      ...clientsWhere(() => true),
      open: (async (_: string, region: string) => ({
        sdk: { GetCallerIdentityCommand: class {} },
        client: { send: async () => (region === 'eu-nowhere-1' ? Promise.reject(refused) : identity) },
      })) as unknown as Clients['open'],
    };
    const session = sessionWith({ clients });
    expect(await session.call(getCallerIdentity, 'eu-nowhere-1', {})).toMatchObject({ state: 'unknown', reason: 'unreachable' });
    expect(await session.call(getCallerIdentity, 'eu-west-1', {})).toMatchObject({ state: 'present' });
    expect(await session.call(getCallerIdentity, 'eu-west-1', {})).toMatchObject({ state: 'present' });
    expect(session.calls().calls.map(({ region, outcome }) => `${region} ${outcome}`)).toEqual(['eu-nowhere-1 unreachable', 'eu-west-1 ok']);
  });
});
