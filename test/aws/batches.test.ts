import { describe, expect, test } from '@jest/globals';
import type { Batched } from '../../src/aws/operation.ts';
import { absent, present } from '../../src/model/fact.ts';
import { awsError, REGION, sessionWith } from './fake-operations.ts';

describe('many ids', () => {
  interface Item {
    readonly id: string;
  }
  const batched = (send: (ids: readonly string[]) => Promise<readonly Item[]>): Batched<Item> => ({
    name: 'kms:DescribeMany',
    service: 'kms',
    actions: ['kms:DescribeMany'],
    absentWhen: [{ name: 'NotFoundException' }],
    limit: 3,
    keyOf: ({ id }) => id,
    send,
  });

  test('are asked for together, up to the limit, and an id without item is absent', async () => {
    const asked: (readonly string[])[] = [];
    const many = batched(async (ids) => {
      asked.push(ids);
      return ids.filter((id) => id !== 'c').map((id) => ({ id }));
    });
    const session = sessionWith();
    const readings = await Promise.all(['a', 'b', 'c', 'd', 'a'].map((id) => session.one(many, REGION, id)));
    expect(readings).toEqual([present({ id: 'a' }), present({ id: 'b' }), absent, present({ id: 'd' }), present({ id: 'a' })]);
    expect(asked).toEqual([['a', 'b', 'c'], ['d']]);
    await session.one(many, REGION, 'a');
    expect(asked).toHaveLength(2);
  });

  test('a refused batch makes each of its ids unknown', async () => {
    const session = sessionWith();
    const many = batched(() => Promise.reject(awsError('AccessDeniedException', 400)));
    const readings = await Promise.all(['a', 'b'].map((id) => session.one(many, REGION, id)));
    expect(readings.map((reading) => reading.state)).toEqual(['unknown', 'unknown']);
  });

  test('when one unknown id makes AWS refuse the batch as "no such", each is asked on its own', async () => {
    const many = batched(async (ids) => (ids.includes('gone') ? Promise.reject(awsError('NotFoundException', 400)) : ids.map((id) => ({ id }))));
    const session = sessionWith();
    const readings = await Promise.all(['a', 'gone'].map((id) => session.one(many, REGION, id)));
    expect(readings).toEqual([present({ id: 'a' }), absent]);
  });
});
