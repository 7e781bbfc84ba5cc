import { describe, expect, test } from '@jest/globals';
import type { Clients } from '../../src/aws/clients.ts';
import { withResolve } from '../../src/aws/deadline.ts';
import { operation, pause, REGION, sessionWith } from './fake-operations.ts';

describe('preparing', () => {
  test('waits for the first request, opens the clients of foreseen calls in their order, and rejects for none that does not open', async () => {
    const opened: string[] = [];
    const open: Clients['open'] = async (service, region) => {
      opened.push(`${service} ${region}`);
      throw new Error('not today');
    };
    const { promise: firstSent, resolve } = withResolve<void>();
    const session = sessionWith({ clients: { firstSent, open, close: async () => {} } });
    const prepared = session.prepare([
      { service: 'iam', region: 'us-east-1' },
      { service: 's3', region: REGION },
    ]);
    await pause(1);
    expect(opened).toEqual([]);
    resolve();
    await prepared;
    expect(opened).toEqual(['iam us-east-1', `s3 ${REGION}`]);
    expect(session.calls().total).toBe(0);
  });
});

describe('many calls at once', () => {
  test('all hear one interruption', async () => {
    const controller = new AbortController();
    const session = sessionWith({ interrupt: controller.signal, concurrency: 30 });
    const slow = operation(() => new Promise<never>(() => {}));
    const readings = Array.from({ length: 30 }, (_, index) => session.call(slow, REGION, { id: `${index}` }));
    await pause(5);
    controller.abort();
    expect((await Promise.all(readings)).map((reading) => reading.state === 'unknown' && reading.reason)).toEqual(Array(30).fill('not-collected'));
  });
});
