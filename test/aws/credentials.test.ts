import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openCredentials } from '../../src/aws/credentials.ts';

const CONFIG =
  '[default]\nregion = eu-west-1\n[profile work]\nregion = eu-west-1\n[profile keys]\naws_access_key_id = from-profile\naws_secret_access_key = x\n';
const folder = mkdtempSync(join(tmpdir(), 'sageready-'));
const before = { ...process.env };
const open = (profile?: string) => openCredentials({ ...(profile !== undefined && { profile }) })();

beforeAll(() => writeFileSync(join(folder, 'config'), CONFIG));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of Object.keys(process.env).filter((one) => one.startsWith('AWS_'))) delete process.env[name];
  Object.assign(process.env, { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'), AWS_EC2_METADATA_DISABLED: 'true' });
});
afterEach(() => {
  process.env = { ...before };
});

describe('no credentials', () => {
  test('says how to get some', async () => {
    await expect(open()).rejects.toMatchObject({
      name: 'CredentialsProviderError',
      message: expect.stringMatching(/^no AWS credentials were found — run `aws configure`.*--facts FILE$/),
    });
  });

  test('names the profiles that there are', async () => {
    await expect(open('wrok')).rejects.toMatchObject({ message: 'there is no profile "wrok" — known profiles: default, keys, work' });
    process.env['AWS_PROFILE'] = 'wrok';
    await expect(open()).rejects.toThrow('there is no profile "wrok"');
  });

  test('a profile without keys is told apart from one that is missing', async () => {
    await expect(open('work')).rejects.toThrow('the profile "work" gives no credentials');
  });

  describe('where instance metadata never answers', () => {
    const sockets = new Set<Socket>();
    let silent: Server;
    beforeEach(async () => {
      silent = createServer((socket) => sockets.add(socket));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      delete process.env['AWS_EC2_METADATA_DISABLED'];
      process.env['AWS_EC2_METADATA_SERVICE_ENDPOINT'] = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    });
    afterEach(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });

    test('fails in less than two seconds', async () => {
      const begun = Date.now();
      await expect(open()).rejects.toThrow('no AWS credentials were found');
      expect(Date.now() - begun).toBeLessThan(2_000);
    });
  });
});

describe('which credentials win', () => {
  beforeEach(() => void Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'from-environment', AWS_SECRET_ACCESS_KEY: 'y' }));

  test('keys in the environment, over AWS_PROFILE', async () => {
    process.env['AWS_PROFILE'] = 'keys';
    expect(await open()).toMatchObject({ accessKeyId: 'from-environment' });
  });

  test('--profile, over keys in the environment', async () => {
    expect(await open('keys')).toMatchObject({ accessKeyId: 'from-profile' });
  });
});
