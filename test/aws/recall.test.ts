import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CallMemory, KeptAnswer, KeptCall } from '../../src/aws/memory.ts';
import type { Batched } from '../../src/aws/operation.ts';
import { getCallerIdentity } from '../../src/aws/operations/sts.ts';
import { absent, present } from '../../src/model/fact.ts';
import { awsError, operation, REGION, sessionWith } from './fake-operations.ts';

let kept: Map<string, KeptCall>;
let problem: string | undefined;

/** A memory that knows what it is told, as the next run finds it. */
const memory = (): CallMemory => ({
  meet: () => problem,
  recall: (key) => kept.get(key),
  keep: (answers: ReadonlyMap<string, KeptAnswer>, records) => {
    let told = records;
    for (const [key, answer] of answers) {
      kept.set(key, { answer, records: told });
      told = [];
    }
  },
});
const run = () => sessionWith({ memory: memory() });

beforeEach(() => {
  kept = new Map();
  problem = undefined;
});

describe('what was answered before', () => {
  test('is not asked again, and the call log is the same', async () => {
    let sent = 0;
    const answering = operation(async ({ id }) => {
      sent += 1;
      if (id === 'none') throw awsError('NotFoundException', 400);
      return new Date(0);
    });
    const ask = async () => {
      const session = run();
      const readings = await Promise.all(['a', 'b', 'none'].map((id) => session.call(answering, REGION, { id })));
      return { readings, calls: session.calls() };
    };
    const first = await ask();
    expect(first.readings).toEqual([present(new Date(0)), present(new Date(0)), absent]);
    expect(await ask()).toEqual(first);
    expect(sent).toBe(3);
  });

  test('holds no text that no fact declares', async () => {
    const container = { Image: 'i', Environment: { PASSWORD: 'hunter2' }, ContainerHostname: 'hunter2' };
    const Tags = [
      { Key: 'Name', Value: 'n' },
      { Key: 'note', Value: 'hunter2' },
    ];
    const told = {
      Description: 'hunter2',
      Containers: [container],
      LastModified: new Date(0),
      Metadata: { note: 'hunter2' },
      $metadata: {},
      Digest: Uint8Array.of(1),
      Tags,
    };
    const reading = await run().call(
      operation(async () => told),
      REGION,
      { id: 'x' },
    );
    expect(reading).toEqual(present(told));
    expect([...kept.values()].map(({ answer }) => answer)).toEqual([
      present({ Containers: [{ Image: 'i' }], LastModified: new Date(0), Digest: Uint8Array.of(1), Tags: Tags.slice(0, 1) }),
    ]);
  });

  test.each(['AccessDeniedException', 'ExpiredToken', 'InternalFailure'])('is not what %s says', async (name) => {
    const refuse = operation(() => Promise.reject(awsError(name, 400)));
    const reading = await run().call(refuse, REGION, { id: 'x' });
    expect(reading.state).toBe('unknown');
    expect(kept.size).toBe(0);
  });

  test('is not a listing of which a page is missing', async () => {
    const listing = operation(async (_, route) => {
      route.onPage();
      throw awsError('InternalFailure', 500);
    });
    await run().call(listing, REGION, { id: 'x' });
    expect(kept.size).toBe(0);
  });

  test('stands where a redirect leads', async () => {
    let sent = 0;
    const head = operation(async (_, { region }) => {
      sent += 1;
      if (region === REGION) throw awsError('PermanentRedirect', 301, { 'x-amz-bucket-region': 'us-west-2' });
      return region;
    });
    const first = run();
    const second = run();
    expect(await first.call(head, REGION, { id: 'bucket' })).toEqual(present('us-west-2'));
    expect(await second.call(head, REGION, { id: 'bucket' })).toEqual(present('us-west-2'));
    expect(second.calls()).toEqual(first.calls());
    expect(sent).toBe(2);
  });

  test('is known by the id, whatever else is asked beside it', async () => {
    const asked: (readonly string[])[] = [];
    const many: Batched<string> = {
      name: 'ec2:DescribeSubnets',
      service: 'ec2',
      actions: ['ec2:DescribeSubnets'],
      absentWhen: [],
      limit: 10,
      keyOf: (item) => item,
      send: async (ids) => {
        asked.push(ids);
        return ids.filter((id) => id !== 'gone');
      },
    };
    const ask = async (ids: readonly string[]) => {
      const session = run();
      const readings = await Promise.all(ids.map((id) => session.one(many, REGION, id)));
      return { readings, total: session.calls().total };
    };
    expect(await ask(['a', 'gone'])).toEqual({ readings: [present('a'), absent], total: 1 });
    expect(await ask(['a', 'gone'])).toEqual({ readings: [present('a'), absent], total: 1 });
    expect(await ask(['b', 'gone', 'a'])).toEqual({ readings: [present('b'), absent, present('a')], total: 2 });
    expect(asked).toEqual([['a', 'gone'], ['b']]);
  });
});

describe('who is asking', () => {
  const identity = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/alice', userId: 'AIDA' };
  const who = { ...getCallerIdentity, send: async () => identity };

  test('is asked in each run', async () => {
    expect(await run().call(who, REGION, {})).toEqual(present(identity));
    expect(kept.size).toBe(0);
  });
  test('decides whether the memory may be used', async () => {
    problem = 'these are the answers of somebody else — use the same credentials';
    expect(await run().call(who, REGION, {})).toEqual({ state: 'unknown', reason: 'not-collected', message: problem });
  });
});
