import { describe, expect, test } from '@jest/globals';
import { budgetOf } from '../../src/aws/budget.ts';
import { listRolePolicies } from '../../src/aws/operations/iam.ts';
import { describeKey } from '../../src/aws/operations/kms.ts';
import { headObject } from '../../src/aws/operations/s3.ts';
import type { Session } from '../../src/aws/session.ts';
import { present } from '../../src/model/fact.ts';
import type { Play } from './playing.ts';
import { answer, jsonError, playing } from './playing.ts';

const REGION = 'eu-west-1';
const { asking, requests } = playing();

const throttle = answer(400, jsonError('ThrottlingException'));
const key = answer(200, '{"KeyMetadata":{"KeyId":"k"}}');

/** AWS's own way to count: a bucket that refills. */
const bucket = (perSecond: number, holds: number, play: Play): Play => {
  let tokens = holds;
  let filled = performance.now();
  return (request, response, body) => {
    const now = performance.now();
    tokens = Math.min(holds, tokens + ((now - filled) / 1_000) * perSecond);
    filled = now;
    if (tokens < 1) return throttle(request, response, body);
    tokens -= 1;
    play(request, response, body);
  };
};

const keys = (count: number) => (session: Session) =>
  Promise.all(Array.from({ length: count }, (_, index) => session.call(describeKey, REGION, { keyId: `key-${index}` })));

describe('a throttled account', () => {
  test('loses no answer, does not stand still, and leaves no trace of it', async () => {
    let begun = 0;
    const first: Play = (request, response, body) => {
      if (requests.length === 1) begun = performance.now();
      key(request, response, body);
    };
    const { readings, log } = await asking(bucket(40, 10, first), async (session) => ({ readings: await keys(90)(session), log: session.calls() }), {
      patience: 60_000,
    });
    expect(new Set(readings.map(({ state }) => state))).toEqual(new Set(['present']));
    // The exact bound is that of the pace, by a clock of its own; this one is a busy machine's.
    expect(performance.now() - begun).toBeLessThan(2 * (90 / 40) * 1_000);
    expect(log.total).toBe(90);
    expect(new Set(log.calls.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
  });

  test('costs a call none of its own time', async () => {
    let calm = true;
    const plays: Play = (request, response, body) => (calm ? key : throttle)(request, response, body);
    const ask = async (session: Session) => {
      // The client is open then.
      await keys(1)(session);
      calm = false;
      setTimeout(() => {
        calm = true;
      }, 1_300);
      return session.call(describeKey, REGION, { keyId: 'late' });
    };
    const begun = performance.now();
    expect(await asking(plays, ask, { timeout: 1_000, patience: 60_000 })).toMatchObject({ state: 'present' });
    expect(performance.now() - begun).toBeGreaterThan(1_300);
  });

  test('that answers nothing any more is given up in the end, not before', async () => {
    const begun = performance.now();
    const [reading] = await asking(throttle, keys(1), { patience: 700 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(700);
    expect(reading).toMatchObject({ reason: 'throttled', message: expect.stringContaining('--concurrency') });
  });

  test('ends at once when the run is interrupted', async () => {
    const interrupt = new AbortController();
    setTimeout(() => interrupt.abort(), 150);
    const begun = performance.now();
    const readings = await asking(throttle, keys(30), { patience: 60_000, interrupt: interrupt.signal });
    // Far less than its patience; a busy machine takes its time.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(new Set(readings.map((reading) => reading.state === 'unknown' && reading.reason))).toEqual(new Set(['not-collected']));
  });

  test('is also S3, which says 503 and to HEAD nothing more', async () => {
    const head = answer(200, '', { 'content-length': '7' });
    // What an interrupted run sent may arrive late.
    const heads = () => requests.filter(({ url }) => url?.startsWith('/b/k') === true);
    const slow: Play = (request, response, body) => (heads().length <= 2 ? answer(503) : head)(request, response, body);
    const object = (session: Session) => session.call(headObject, REGION, { bucket: 'b', key: 'k' });
    expect(await asking(slow, object, { patience: 60_000 })).toMatchObject({ state: 'present' });
    expect(heads()).toHaveLength(3);
  });
});

describe('a limited number of calls', () => {
  const limited = (limit: number) => ({ budget: budgetOf(limit), patience: 60_000 });
  const missing = {
    state: 'unknown',
    reason: 'not-collected',
    message: expect.stringContaining('the limit of --max-calls 4 was reached — raise it, or judge fewer targets'),
  };

  test('is not exceeded by one; what was answered counts', async () => {
    const { readings, log } = await asking(key, async (session) => ({ readings: await keys(6)(session), log: session.calls() }), limited(4));
    expect(requests).toHaveLength(4);
    expect(readings.filter(({ state }) => state === 'present')).toHaveLength(4);
    expect(readings.filter(({ state }) => state === 'unknown')).toEqual([missing, missing]);
    expect(log.total).toBe(4);
  });

  test('counts what is sent again, and every page', async () => {
    await asking(throttle, keys(1), limited(4));
    expect(requests).toHaveLength(4);
    const endless: Play = (_, response, body) => {
      const page = Number(/Marker=(\d+)/.exec(body)?.[1] ?? 0) + 1;
      response.end(
        `<R><ListRolePoliciesResult><PolicyNames><member>${page}</member></PolicyNames><IsTruncated>true</IsTruncated><Marker>${page}</Marker></ListRolePoliciesResult></R>`,
      );
    };
    const role = { roleArn: 'arn:aws:iam::123456789012:role/R' };
    const { reading, log } = await asking(
      endless,
      async (session) => ({ reading: await session.call(listRolePolicies, 'us-east-1', role), log: session.calls() }),
      limited(4),
    );
    expect(reading).toEqual(missing);
    expect(requests).toHaveLength(4);
    expect(log.calls.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('that is enough holds nothing back', async () => {
    const budget = budgetOf(3);
    const readings = await asking(key, keys(3), { budget });
    expect(readings).toEqual(Array(3).fill(present({ KeyId: 'k' })));
    expect(budget.exceeded()).toBe(false);
  });
});
