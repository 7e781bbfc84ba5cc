import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DisableSecurityHubCommand } from '@aws-sdk/client-securityhub';
import { DeleteTopicCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveryClients } from '../../src/delivery/clients.ts';
import { openDeliveryClients } from '../../src/delivery/clients.ts';
import { undelivered } from '../../src/delivery/failure.ts';
import { DELIVERY_COMMANDS } from '../../src/delivery/guard.ts';
import { batchesOf, importFindings } from '../../src/delivery/import-findings.ts';
import { regionOfTopic } from '../../src/delivery/publish.ts';
import { putObject } from '../../src/delivery/put-object.ts';
import { s3PlaceOf } from '../../src/delivery/s3-place.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const TOPIC = 'arn:aws-us-gov:sns:us-gov-west-1:123456789012:audit';

describe('a client that hands reports on', () => {
  const seen: string[] = [];
  const answers: { status: number; body?: string }[] = [];
  const server = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    await request.toArray();
    const { status, body = '' } = answers.shift() ?? { status: 200, body: '{}' };
    response.writeHead(status).end(body);
  });
  let clients: DeliveryClients;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    clients = openDeliveryClients({
      version: '9.9.9',
      endpoint,
      pathStyle: true,
      credentials: async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    });
  });
  afterAll(() => {
    clients.close();
    server.close();
  });

  test('sends three commands, and refuses every other before anything leaves', async () => {
    expect([...DELIVERY_COMMANDS].toSorted()).toEqual(['BatchImportFindingsCommand', 'PublishCommand', 'PutObjectCommand']);
    const s3 = (await clients.s3('us-east-1')).client;
    const sns = (await clients.sns('us-east-1')).client;
    const hub = (await clients.securityHub('us-east-1')).client;
    const place = { Bucket: 'reports', Key: 'a' };
    await expect(s3.send(new DeleteObjectCommand(place))).rejects.toThrow('DeleteObjectCommand was not sent');
    await expect(s3.send(new GetObjectCommand(place))).rejects.toThrow('GetObjectCommand was not sent');
    await expect(sns.send(new DeleteTopicCommand({ TopicArn: TOPIC }))).rejects.toThrow('DeleteTopicCommand was not sent');
    await expect(hub.send(new DisableSecurityHubCommand({}))).rejects.toThrow('DisableSecurityHubCommand was not sent');
    expect(seen).toEqual([]);
    await s3.send(new PutObjectCommand({ ...place, Body: 'x' }));
    expect(seen).toEqual(['PUT /reports/a?x-id=PutObject']);
  });
  test('puts an object once: what an attempt without an answer has put is not taken for another’s', async () => {
    const object = { bucket: 'reports', key: 'b', body: Buffer.from('x'), type: 'text/plain' };
    const taken = { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
    answers.push(taken);
    await expect(putObject(clients, 'us-east-1', object)).rejects.toThrow(
      's3://reports/b could not be sent (s3:PutObject): there is an object of this name already',
    );
    answers.push({ status: 500 }, taken);
    await putObject(clients, 'us-east-1', object);
    expect(answers).toEqual([]);
  });
  test('sends every finding, and names those that are not taken', async () => {
    const finding = (index: number) => ({ Id: `finding ${index}`, AwsAccountId: '123456789012', Region: 'us-east-1' });
    const refused = JSON.stringify({
      FailedCount: 1,
      SuccessCount: 99,
      FailedFindings: [{ Id: 'finding 7', ErrorCode: 'InvalidInput', ErrorMessage: 'too\nlong' }],
    });
    answers.push({ status: 200, body: refused }, { status: 200, body: '{"FailedFindings":[]}' });
    seen.length = 0;
    const all = Array.from({ length: 120 }, (_, index) => finding(index));
    await expect(importFindings(clients, { account: '123456789012', region: 'us-east-1', findings: all })).rejects.toThrow(
      'Security Hub in us-east-1 did not take 1 of the findings: finding 7 (InvalidInput: too long) — run again',
    );
    expect(seen).toEqual(['POST /findings/import', 'POST /findings/import']);
  });
});

describe('findings', () => {
  test('go in calls of at most a hundred and 240 KB, in their order, none lost', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 260 });
    fc.assert(
      fc.property(sizes, (lengths) => {
        const findings = lengths.map((length, index) => ({ index, text: 'x'.repeat(length) }));
        const batches = batchesOf(findings);
        expect(batches.flat()).toEqual(findings);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(100);
          expect(batch.reduce((bytes, one) => bytes + JSON.stringify(one).length, 0)).toBeLessThanOrEqual(240_000);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what cannot be handed on', () => {
  const attempt = { action: 'sns:Publish', what: 'the message', whenMissing: 'name a topic that exists' };
  test.each([
    [{ name: 'AuthorizationErrorException', message: 'User: x is not\n authorized', $metadata: { httpStatusCode: 403 } }, 'grant sns:Publish'],
    [{ name: 'NotFoundException', message: 'Topic does not exist', $metadata: { httpStatusCode: 404 } }, 'name a topic that exists'],
    [{ name: 'InvalidAccessException', message: 'Account is not subscribed', $metadata: { httpStatusCode: 401 } }, 'enable Security Hub'],
    [{ name: 'ExpiredToken', message: 'expired', $metadata: { httpStatusCode: 403 } }, 'renew the credentials'],
    [{ name: 'Error', message: 'connect ECONNREFUSED' }, 'see that AWS can be reached'],
    [{ name: 'InvalidParameter', message: 'Message too long', $metadata: { httpStatusCode: 400 } }, 'correct it'],
    ['a text', 'see that AWS can be reached'],
    [{ name: 'CredentialsProviderError', message: 'sts:AssumeRole was refused for a role — grant sts:AssumeRole' }, 'grant sts:AssumeRole'],
  ])('is one line with what to do: %j', (thrown, remedy) => {
    const { message, exitCode } = undelivered(attempt, thrown);
    expect(message).toMatch(/^the message could not be sent \(sns:Publish\): /);
    expect(message).toContain(`— ${remedy}`);
    expect([exitCode, message.split(/\n| — /).length]).toEqual([2, 2]);
  });
});

describe('a place', () => {
  test.each([
    ['s3://reports', { bucket: 'reports', prefix: '' }],
    ['s3://reports/', { bucket: 'reports', prefix: '' }],
    ['s3://reports/a/b//', { bucket: 'reports', prefix: 'a/b/' }],
  ])('%s', (text, place) => {
    expect(s3PlaceOf(text, '--deliver')).toEqual(place);
  });
  test.each(['reports', 's3:/reports', 's3://Re', 's3://reports/a\nb', 'https://reports.s3.amazonaws.com/'])('%j is none', (text) => {
    expect(() => s3PlaceOf(text, '--deliver')).toThrow('is no place in a bucket — it looks like s3://bucket/prefix');
  });
  test('of a topic is its Region', () => {
    expect(regionOfTopic(TOPIC)).toBe('us-gov-west-1');
    for (const text of ['audit', 'arn:aws:sqs:us-east-1:123456789012:audit', `${TOPIC}.fifo`, 'arn:aws:sns:us-east-1:123456789012:audit:subscription'])
      expect(() => regionOfTopic(text)).toThrow('is no ARN of a topic');
  });
});
