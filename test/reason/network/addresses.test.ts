import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rangeOf } from '../../../src/reason/network/addresses.ts';
import { boxesOf, decideInOrder, sizeOf, within, without } from '../../../src/reason/network/boxes.ts';

const at = (cidr: string) => {
  const range = rangeOf(cidr);
  if (range === undefined) throw new Error(`${cidr} is no CIDR block`);
  return range;
};

describe('CIDR blocks', () => {
  test.each([
    ['0.0.0.0/0', 2n ** 32n],
    ['10.0.0.0/16', 65_536n],
    ['10.0.0.7/16', 65_536n],
    ['255.255.255.255/32', 1n],
    ['::/0', 2n ** 128n],
    ['2600:1fa0::/32', 2n ** 96n],
    ['::ffff:10.0.0.1/128', 1n],
  ])('%s', (cidr, size) => {
    expect(at(cidr).last - at(cidr).first + 1n).toBe(size);
  });
  test.each(['', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0/8/8', '10.0.0.256/8', 'anything', 'pl-1', '::/129', ':::/0', '10.0.0.0/ 8', '/8'])(
    'none: %s',
    (text) => {
      expect(rangeOf(text)).toBeUndefined();
    },
  );
  test('a block begins at its network, whatever address names it', () => {
    expect(at('10.1.2.3/8')).toEqual(at('10.0.0.0/8'));
    expect(at('2600::1/16')).toEqual(at('2600::/16'));
  });
  test('IPv4 and IPv6 never hold each other', () => {
    expect(at('::/0').first).toBeGreaterThan(at('0.0.0.0/0').last);
    expect(within(boxesOf([at('10.0.0.0/8')]), boxesOf([at('::/0')]))).toEqual([]);
  });
});

const bound = fc.bigInt({ min: 0n, max: 12n });
const port = fc.integer({ min: 0, max: 6 });
const box = fc.tuple(bound, bound, port, port).map(([a, b, c, d]) => ({ first: a < b ? a : b, last: a < b ? b : a, from: Math.min(c, d), to: Math.max(c, d) }));
const boxes = fc.array(box, { maxLength: 3 });

type Boxes = readonly { readonly first: bigint; readonly last: bigint; readonly from: number; readonly to: number }[];
const points = (list: Boxes): ReadonlySet<string> => {
  const found = new Set<string>();
  for (let address = 0n; address <= 12n; address += 1n)
    for (let each = 0; each <= 6; each += 1)
      if (list.some(({ first, last, from, to }) => first <= address && address <= last && from <= each && each <= to)) found.add(`${address}:${each}`);
  return found;
};

describe('boxes, point by point', () => {
  test('without', () => {
    fc.assert(
      fc.property(boxes, boxes, (one, other) =>
        expect(points(without(one, other))).toEqual(new Set([...points(one)].filter((point) => !points(other).has(point)))),
      ),
    );
  });
  test('within', () => {
    fc.assert(
      fc.property(boxes, boxes, (one, other) =>
        expect(points(within(one, other))).toEqual(new Set([...points(one)].filter((point) => points(other).has(point)))),
      ),
    );
  });
  test('the size counts each point once', () => {
    fc.assert(fc.property(box, boxes, (one, other) => expect(sizeOf(without([one], other))).toBe(BigInt(points(without([one], other)).size))));
  });
  test('the first that speaks of a point decides about it', () => {
    fc.assert(
      fc.property(box, fc.array(boxes, { maxLength: 4 }), (asked, lists) => {
        const decided = decideInOrder(
          [asked],
          lists.map((list, by) => ({ boxes: list, by })),
        );
        const plain = (point: string): number | undefined => {
          const place = lists.findIndex((list) => points(list).has(point));
          return place < 0 ? undefined : place;
        };
        for (const { by, boxes: part } of decided) for (const point of points(part)) expect(by).toBe(plain(point));
        expect(new Set(decided.flatMap(({ boxes: part }) => [...points(part)]))).toEqual(points([asked]));
      }),
    );
  });
});
