import { describe, expect, test } from '@jest/globals';
import type { Keys } from '../../src/aws/credentials.ts';
import { renewable } from '../../src/aws/renewable.ts';
import { renewOnExpiry } from '../../src/aws/renewal.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const clock = () => {
  let time = Date.parse('2026-01-31T12:00:00Z');
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { now: () => time, pass, until: (milliseconds: number) => new Date(time + milliseconds) };
};
const keysOf = (name: string, expiration?: Date): Keys => ({ accessKeyId: name, secretAccessKey: 's', ...(expiration && { expiration }) });

/** Gives these in turn, then the last again. */
const sourceOf = (...given: readonly (() => Keys)[]) => {
  let asked = 0;
  return {
    asked: () => asked,
    source: async (): Promise<Keys> => {
      asked += 1;
      const next = given[Math.min(asked, given.length) - 1];
      if (next === undefined) throw new Error('no keys');
      return next();
    },
  };
};
const refusing = (message: string) => (): Keys => {
  throw Object.assign(new Error(message), { name: 'CredentialsProviderError' });
};
const expired = (): Error => Object.assign(new Error('The security token included in the request is expired'), { name: 'ExpiredTokenException' });

describe('renewable credentials', () => {
  test('are fetched once, however many ask, and again minutes before their end', async () => {
    const { now, pass, until } = clock();
    const first = until(HOUR);
    const { source, asked } = sourceOf(
      () => keysOf('one', first),
      () => keysOf('two', until(HOUR)),
    );
    const credentials = renewable(source, now);
    expect((await Promise.all([credentials.provide(), credentials.provide()])).map(({ accessKeyId }) => accessKeyId)).toEqual(['one', 'one']);
    pass(50 * MINUTE);
    await credentials.provide();
    expect(asked()).toBe(1);
    pass(5 * MINUTE);
    expect((await credentials.provide()).accessKeyId).toBe('two');
    expect(credentials.version()).toBe(1);
  });

  test('serve to their end when a renewal fails, without asking for each request, and then say why', async () => {
    const { now, pass, until } = clock();
    const { source, asked } = sourceOf(() => keysOf('one', until(HOUR)), refusing('sign in again'));
    const credentials = renewable(source, now);
    await credentials.provide();
    pass(57 * MINUTE);
    for (let request = 0; request < 5; request += 1) expect((await credentials.provide()).accessKeyId).toBe('one');
    expect(asked()).toBe(2);
    pass(4 * MINUTE);
    await expect(credentials.provide()).rejects.toThrow('sign in again');
  });

  test('are always told to the SDK as expired, so that a renewal holds from the next request on', async () => {
    const credentials = renewable(sourceOf(() => keysOf('lasting')).source);
    expect((await credentials.provide()).expiration?.getTime()).toBe(0);
  });
});

describe('a request whose keys AWS calls expired', () => {
  type Middleware = (next: (args: never) => Promise<never>) => (args: never) => Promise<unknown>;
  const renewing = (credentials: ReturnType<typeof renewable>): Middleware => {
    const added: Middleware[] = [];
    renewOnExpiry({ middlewareStack: { add: (middleware: Middleware) => void added.push(middleware) } }, credentials);
    return added[0] ?? ((next) => next);
  };
  /** A client whose requests succeed with some keys only. */
  const clientWith = (credentials: ReturnType<typeof renewable>, accepts: (key: string) => boolean) => {
    let sent = 0;
    const around = renewing(credentials);
    const send = around(async () => {
      const { accessKeyId } = await credentials.provide();
      sent += 1;
      if (!accepts(accessKeyId)) throw expired();
      return accessKeyId as never;
    });
    return { send: () => send({} as never), sent: () => sent };
  };

  test('is told that there are others by now; several at once renew once', async () => {
    const { source, asked } = sourceOf(
      () => keysOf('one'),
      () => keysOf('two'),
    );
    const { send } = clientWith(renewable(source), (key) => key === 'two');
    const renewed = { name: 'ExpiredTokenException', credentialsRenewed: true };
    expect(await Promise.allSettled([send(), send(), send()])).toMatchObject([{ reason: renewed }, { reason: renewed }, { reason: renewed }]);
    expect(await send()).toBe('two');
    expect(asked()).toBe(2);
  });

  test('fails where there are no others, and nothing is sent after it', async () => {
    const { send, sent } = clientWith(renewable(sourceOf(() => keysOf('one')).source), () => false);
    await expect(send()).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    await expect(send()).rejects.toMatchObject({
      name: 'CredentialsProviderError',
      message: expect.stringMatching(/expired while the run was under way.*renew them/),
    });
    expect(sent()).toBe(1);
  });

  test('may be one of HEAD, which has no name: that is believed once, and ends nothing', async () => {
    const nameless = (): Error => Object.assign(new Error('UnknownError'), { name: 'Unknown', $metadata: { httpStatusCode: 400 } });
    const { source, asked } = sourceOf(
      () => keysOf('one'),
      () => keysOf('two'),
    );
    const credentials = renewable(source);
    await credentials.provide();
    const send = renewing(credentials)(() => Promise.reject(nameless()));
    await expect(send({} as never)).rejects.toMatchObject({ credentialsRenewed: true });
    await expect(send({} as never)).rejects.not.toHaveProperty('credentialsRenewed');
    expect(asked()).toBe(2);
    expect((await credentials.provide()).accessKeyId).toBe('two');
  });

  test('another failure renews nothing', async () => {
    const { source, asked } = sourceOf(
      () => keysOf('one'),
      () => keysOf('two'),
    );
    const credentials = renewable(source);
    await credentials.provide();
    const send = renewing(credentials)(() => Promise.reject(new Error('refused')));
    await expect(send({} as never)).rejects.toThrow('refused');
    expect(asked()).toBe(1);
  });
});
