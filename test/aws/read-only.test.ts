import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateUserCommand } from '@aws-sdk/client-iam';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteEndpointCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clients } from '../../src/aws/clients.ts';
import { openClients } from '../../src/aws/clients.ts';
import { READ_ONLY_COMMANDS } from '../../src/aws/read-only.ts';

const READING = /^((Get|List|Lookup|Describe|Head|BatchGet|Simulate)[A-Z]\w*|AssumeRole)Command$/;
const modules = readdirSync(new URL('../../src/aws/services', import.meta.url)).sort();
const exported = async (): Promise<readonly string[]> => {
  const services = await Promise.all(modules.map((file) => import(`../../src/aws/services/${file}`) as Promise<object>));
  return services.flatMap((service) => Object.keys(service));
};

describe('the services', () => {
  test('export clients and reading commands, nothing else', async () => {
    const others = (await exported()).filter((name) => !READING.test(name));
    expect(others.sort()).toEqual([
      'CloudTrailClient',
      'EC2Client',
      'ECRClient',
      'IAMClient',
      'KMSClient',
      'OrganizationsClient',
      'S3Client',
      'SNSClient',
      'STSClient',
      'SageMakerClient',
      'SecurityHubClient',
      'ServiceQuotasClient',
    ]);
  });

  test('and the list of read-only commands are the same commands', async () => {
    const commands = (await exported()).filter((name) => name.endsWith('Command'));
    expect([...READ_ONLY_COMMANDS].sort()).toEqual(commands.sort());
  });
});

describe('a client of ours', () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers['user-agent']}`);
    response.writeHead(404).end();
  });
  let clients: Clients;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    clients = openClients({ version: '9.9.9', endpoint, credentials: async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }) });
  });
  afterAll(async () => {
    await clients.close();
    server.close();
  });

  test('refuses what writes, before anything leaves', async () => {
    const iam = await clients.open('iam', 'us-east-1');
    const kms = await clients.open('kms', 'us-east-1');
    const s3 = await clients.open('s3', 'us-east-1');
    const sagemaker = await clients.open('sagemaker', 'us-east-1');
    const refused = /was not sent: it is not on the list of read-only commands/;
    await expect(iam.client.send(new CreateUserCommand({ UserName: 'x' }))).rejects.toThrow(refused);
    await expect(kms.client.send(new DisableKeyCommand({ KeyId: 'x' }))).rejects.toThrow(refused);
    await expect(s3.client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k' }))).rejects.toThrow(refused);
    await expect(sagemaker.client.send(new DeleteEndpointCommand({ EndpointName: 'x' }))).rejects.toThrow(refused);
    expect(seen).toEqual([]);
  });

  test('sends what reads, and says who it is', async () => {
    const { client, sdk } = await clients.open('s3', 'us-east-1');
    await expect(client.send(new sdk.HeadBucketCommand({ Bucket: 'b' }))).rejects.toThrow();
    expect(seen).toEqual([expect.stringMatching(/^HEAD .*sageready\/9\.9\.9/)]);
  });

  test('is opened once per service and Region', async () => {
    expect((await clients.open('s3', 'us-east-1')).client).toBe((await clients.open('s3', 'us-east-1')).client);
    expect((await clients.open('s3', 'us-east-1')).client).not.toBe((await clients.open('s3', 'eu-west-1')).client);
  });
});
