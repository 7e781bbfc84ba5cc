import { describe, expect, test } from '@jest/globals';
import type { Allowance, Pace } from '../../src/aws/pace.ts';
import { paceOf } from '../../src/aws/pace.ts';

/** AWS as it counts: a bucket that refills, and refuses what finds it empty. */
interface Server {
  readonly perSecond: number;
  readonly holds: number;
}

const LATENCY = 50;

/** Requests by a clock of our own: those that wait are let go as the pace says, those that were throttled come first again. */
const play = (pace: Pace, { perSecond, holds }: Server, { requests, atOnce }: { readonly requests: number; readonly atOnce: number }) => {
  const happenings: { readonly at: number; readonly what: () => void }[] = [];
  const at = (time: number, what: () => void): void => {
    happenings.push({ at: time, what });
    happenings.sort((a, b) => a.at - b.at);
  };
  let [now, left, underWay, done, throttled] = [0, requests, 0, 0, 0];
  let bucket = holds;
  let filled = 0;
  const accepts = (): boolean => {
    bucket = Math.min(holds, bucket + ((now - filled) / 1_000) * perSecond);
    filled = now;
    if (bucket < 1) return false;
    bucket -= 1;
    return true;
  };
  const answer = (sent: number, isAccepted: boolean): void => {
    underWay -= 1;
    if (isAccepted) {
      done += 1;
      pace.accepted(sent, now);
    } else {
      throttled += 1;
      left += 1;
      pace.throttled(sent, now);
    }
    go();
  };
  let waitsUntil = 0;
  const go = (): void => {
    while (left > 0 && underWay < atOnce && now >= waitsUntil) {
      const wait = pace.next(now);
      if (wait > 0) {
        waitsUntil = now + wait;
        at(waitsUntil, go);
        return;
      }
      left -= 1;
      underWay += 1;
      const sent = now;
      at(now + LATENCY / 2, () => {
        const isAccepted = accepts();
        at(now + LATENCY / 2, () => answer(sent, isAccepted));
      });
    }
  };
  go();
  while (done < requests) {
    const next = happenings.shift();
    if (next === undefined) throw new Error('nothing happens any more');
    now = next.at;
    next.what();
  }
  return { seconds: now / 1_000, throttled };
};

const EC2: Allowance = { perSecond: 20, burst: 100 };
const IAM: Allowance = { perSecond: 10, burst: 60 };
const UNPUBLISHED: Allowance = { perSecond: 100, burst: 200 };

describe('a service that takes what it is known to take', () => {
  test('has the calls of a check at once', () => {
    const { seconds, throttled } = play(paceOf(IAM), { perSecond: 10, holds: 100 }, { requests: 40, atOnce: 40 });
    expect({ seconds, throttled }).toEqual({ seconds: LATENCY / 1_000, throttled: 0 });
  });
  test('is asked no faster', () => {
    const { seconds, throttled } = play(paceOf(EC2), { perSecond: 20, holds: 100 }, { requests: 400, atOnce: 10 });
    expect(throttled).toBe(0);
    expect(seconds).toBeCloseTo((400 - EC2.burst) / 20, 0);
  });
});

describe('a service that takes less than it is known to', () => {
  test.each([
    ['EC2 at a quarter', EC2, { perSecond: 5, holds: 5 }, 100, 10],
    ['EC2 at a quarter, with a bucket', EC2, { perSecond: 5, holds: 25 }, 250, 10],
    ['IAM at a quarter', IAM, { perSecond: 2.5, holds: 2.5 }, 85, 5],
    ['IAM at a quarter, for long', IAM, { perSecond: 2.5, holds: 2.5 }, 400, 5],
    ['an unpublished limit', UNPUBLISHED, { perSecond: 25, holds: 10 }, 300, 10],
    ['a very low limit', UNPUBLISHED, { perSecond: 1, holds: 2 }, 60, 10],
  ] as const)('%s: is used almost wholly, and not hammered', (_, allowance, server, requests, atOnce) => {
    const { seconds, throttled } = play(paceOf(allowance), server, { requests, atOnce });
    expect(seconds / (requests / server.perSecond)).toBeLessThanOrEqual(1.1);
    // What it takes to find the limit, and to find it again and again.
    expect(throttled).toBeLessThanOrEqual(25 + requests / 3);
  });

  test('is soon asked as fast as before when it relents', () => {
    const pace = paceOf(EC2);
    play(pace, { perSecond: 5, holds: 5 }, { requests: 100, atOnce: 10 });
    const hour = 3_600_000;
    const later: Pace = {
      next: (now) => pace.next(now + hour),
      accepted: (sent, now) => pace.accepted(sent + hour, now + hour),
      throttled: (sent, now) => pace.throttled(sent + hour, now + hour),
    };
    const { seconds, throttled } = play(later, { perSecond: 20, holds: 100 }, { requests: 1_000, atOnce: 10 });
    expect(throttled).toBe(0);
    expect(seconds).toBeLessThan(75);
  });

  test('is not asked slower for each of the requests that were under way', () => {
    const pace = paceOf(IAM);
    for (let sent = 0; sent < 10; sent += 1) pace.next(0);
    for (let sent = 0; sent < 10; sent += 1) pace.throttled(0, 50);
    // Empty, at the rate as before: the first throttled request only says that the bucket is empty.
    expect(pace.next(50)).toBeCloseTo(100);
    pace.throttled(60, 200);
    expect(pace.next(200)).toBeGreaterThan(100);
    expect(pace.next(200)).toBeLessThan(200);
  });
});
