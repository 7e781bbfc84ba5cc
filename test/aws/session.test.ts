import { describe, expect, test } from '@jest/globals';
import type { Route } from '../../src/aws/operation.ts';
import { drain } from '../../src/aws/pages.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Input } from './fake-operations.ts';
import { awsError, operation, pause, REGION, sessionWith } from './fake-operations.ts';

describe('one call', () => {
  test('is made once for equal inputs, whatever the order of their keys', async () => {
    let sent = 0;
    const session = sessionWith();
    const count = operation(async () => (sent += 1));
    const readings = await Promise.all([
      session.call(count, REGION, { id: 'a', other: 'b' }),
      session.call(count, REGION, { other: 'b', id: 'a' }),
      session.call(count, REGION, { id: 'a', other: 'b' }),
    ]);
    expect(readings).toEqual([present(1), present(1), present(1)]);
    expect(session.calls().total).toBe(1);
  });

  test('is another one in another Region, unless its answer is the same everywhere', async () => {
    const session = sessionWith();
    const where = async (_: Input, { region }: Route) => region;
    const regional = operation(where);
    const global = operation(where, { name: 'sts:GetCallerIdentity', service: 'sts', scope: 'global' });
    expect(await session.call(regional, 'eu-west-1', { id: 'a' })).toEqual(present('eu-west-1'));
    expect(await session.call(regional, 'eu-west-2', { id: 'a' })).toEqual(present('eu-west-2'));
    expect(await session.call(global, 'eu-west-1', { id: 'a' })).toEqual(present('eu-west-1'));
    expect(await session.call(global, 'eu-west-2', { id: 'a' })).toEqual(present('eu-west-1'));
    expect(session.calls().total).toBe(3);
  });

  test('that is refused is refused once, with the actions and the remedy', async () => {
    let sent = 0;
    const session = sessionWith();
    const refuse = operation(
      async () => {
        sent += 1;
        throw awsError('AccessDeniedException', 400);
      },
      { whenDenied: 'or it is elsewhere' },
    );
    const first = await session.call(refuse, REGION, { id: 'the key' });
    expect(await session.call(refuse, REGION, { id: 'the key' })).toEqual(first);
    expect(sent).toBe(1);
    expect(first).toEqual({
      state: 'unknown',
      reason: 'access-denied',
      actions: ['kms:DescribeKey'],
      message:
        'kms:DescribeKey was refused for the key — grant kms:DescribeKey, or pass --facts; or it is elsewhere (HTTP 400 AccessDeniedException: AccessDeniedException it is)',
    });
  });

  test('whose answer is in no facts file advises none', async () => {
    const refuse = operation(() => Promise.reject(awsError('AccessDeniedException', 400)), {
      name: 's3:ListObjectsV2',
      actions: ['s3:ListBucket'],
      serves: 'run',
    });
    expect(await sessionWith().call(refuse, REGION, { id: 'what is kept' })).toMatchObject({
      message: 's3:ListObjectsV2 was refused for what is kept — grant s3:ListBucket (HTTP 400 AccessDeniedException: AccessDeniedException it is)',
    });
  });

  test.each([
    ['NotFoundException', 400, absent],
    ['ThrottlingException', 400, expect.objectContaining({ reason: 'throttled', message: expect.stringContaining('--concurrency') })],
    ['InternalFailure', 500, expect.objectContaining({ reason: 'failed' })],
  ])('that ends with %s', async (name, status, expected) => {
    expect(
      await sessionWith().call(
        operation(() => Promise.reject(awsError(name, status))),
        REGION,
        { id: 'x' },
      ),
    ).toEqual(expected);
  });

  test('only a refusal names actions: granting them would not help otherwise', async () => {
    const reading = await sessionWith().call(
      operation(() => Promise.reject(awsError('ThrottlingException', 400))),
      REGION,
      { id: 'x' },
    );
    expect(reading).not.toHaveProperty('actions');
  });
});

describe('time', () => {
  test('a call is given up at its deadline, even when it does not listen to its signal', async () => {
    const begun = Date.now();
    const reading = await sessionWith({ timeout: 30 }).call(
      operation(() => new Promise<never>(() => {})),
      REGION,
      { id: 'x' },
    );
    expect(reading).toMatchObject({ state: 'unknown', reason: 'timeout', message: expect.stringContaining('0.03 s') });
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  test('its signal is aborted then', async () => {
    let signal: AbortSignal | undefined;
    const deaf = operation((_, route) => {
      signal = route.signal;
      return new Promise<never>(() => {});
    });
    await sessionWith({ timeout: 10 }).call(deaf, REGION, { id: 'x' });
    expect(signal?.aborted).toBe(true);
  });

  test('an interruption ends what is under way and begins nothing', async () => {
    const interrupt = new AbortController();
    const session = sessionWith({ interrupt: interrupt.signal, concurrency: 1 });
    let sent = 0;
    const deaf = operation(() => {
      sent += 1;
      return new Promise<never>(() => {});
    });
    const readings = Promise.all(['a', 'b', 'c'].map((id) => session.call(deaf, REGION, { id })));
    await pause(5);
    interrupt.abort();
    const interrupted = expect.objectContaining({ state: 'unknown', reason: 'not-collected', message: expect.stringContaining('interrupted') });
    expect(await readings).toEqual([interrupted, interrupted, interrupted]);
    expect(sent).toBe(1);
    expect(session.calls().total).toBe(1);
  });
});

test.each([
  ['kms', 4, 4],
  ['iam', 4, 2],
  ['iam', 1, 1],
] as const)('%s has at most its share of %i calls in flight: %i', async (service, concurrency, expected) => {
  let running = 0;
  let most = 0;
  const slow = operation(
    async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(2);
      running -= 1;
    },
    { service },
  );
  const session = sessionWith({ concurrency });
  await Promise.all(Array.from({ length: 12 }, (_, id) => session.call(slow, REGION, { id: String(id) })));
  expect(most).toBe(expected);
});

describe('the call log', () => {
  test('is sorted, and holds neither inputs nor answers', async () => {
    const session = sessionWith();
    await session.call(
      operation(async () => 'secret answer', { name: 'kms:ListGrants' }),
      'us-east-1',
      { id: 'secret input' },
    );
    await session.call(
      operation(async () => 1),
      'us-east-1',
      { id: 'x' },
    );
    await session.call(
      operation(() => Promise.reject(awsError('NotFoundException', 400))),
      'eu-west-1',
      { id: 'x' },
    );
    const record = { service: 'kms', actions: ['kms:DescribeKey'] };
    expect(session.calls()).toEqual({
      total: 3,
      calls: [
        { ...record, operation: 'kms:DescribeKey', region: 'eu-west-1', outcome: 'absent' },
        { ...record, operation: 'kms:DescribeKey', region: 'us-east-1', outcome: 'ok' },
        { ...record, operation: 'kms:ListGrants', region: 'us-east-1', outcome: 'ok' },
      ],
    });
  });

  test('counts every page', async () => {
    const session = sessionWith();
    const pages: Readonly<Record<string, { readonly items: readonly number[]; readonly next: string | undefined }>> = {
      first: { items: [1, 2], next: 'second' },
      second: { items: [3], next: undefined },
    };
    const listing = operation((_, route) => drain(route, async (marker = 'first') => pages[marker] ?? Promise.reject(awsError('ThrottlingException', 400))));
    expect(await session.call(listing, REGION, { id: 'x' })).toEqual(present([1, 2, 3]));
    expect(session.calls().calls.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });

  test('counts the pages before one that fails', async () => {
    const session = sessionWith();
    const listing = operation((_, route) =>
      drain(route, async (marker) => (marker === undefined ? { items: [1], next: 'gone' } : Promise.reject(awsError('ThrottlingException', 400)))),
    );
    expect(await session.call(listing, REGION, { id: 'x' })).toMatchObject({ reason: 'throttled' });
    expect(session.calls().calls.map(({ outcome }) => outcome)).toEqual(['ok', 'throttled']);
  });

  test('a listing that names the same page twice fails instead of going on for ever', async () => {
    const listing = operation((_, route) => drain(route, async () => ({ items: [1], next: 'again' })));
    expect(await sessionWith().call(listing, REGION, { id: 'x' })).toMatchObject({ reason: 'failed', message: expect.stringContaining('same page twice') });
  });
});
