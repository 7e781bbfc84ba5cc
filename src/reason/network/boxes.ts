import type { PortRange } from '../../model/facts/ec2.ts';
import type { AddressRange } from './addresses.ts';

/** Packets by address and port: every address of a range with every port of a range. */
export interface Box extends AddressRange, PortRange {}

const EVERY_PORT: PortRange = { from: 0, to: 65_535 };

/** Every combination of these addresses and ports. */
export const boxesOf = (ranges: readonly AddressRange[], ports: PortRange = EVERY_PORT): readonly Box[] => ranges.map((range) => ({ ...range, ...ports }));

const meet = (one: Box, other: Box): boolean => one.first <= other.last && other.first <= one.last && one.from <= other.to && other.from <= one.to;

const later = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const earlier = (one: bigint, other: bigint): bigint => (one < other ? one : other);

const shared = (one: Box, other: Box): Box => ({
  first: later(one.first, other.first),
  last: earlier(one.last, other.last),
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});

/** What is left of a box when a box inside it is cut out. */
const around = (whole: Box, hole: Box): readonly Box[] => [
  ...(whole.first < hole.first ? [{ ...whole, last: hole.first - 1n }] : []),
  ...(hole.last < whole.last ? [{ ...whole, first: hole.last + 1n }] : []),
  ...(whole.from < hole.from ? [{ ...hole, from: whole.from, to: hole.from - 1 }] : []),
  ...(hole.to < whole.to ? [{ ...hole, from: hole.to + 1, to: whole.to }] : []),
];

/** The boxes divided by another one: what lies in it, and the rest. */
interface Division {
  readonly inside: readonly Box[];
  readonly outside: readonly Box[];
}

/** Divides boxes by what lies in a given one. */
const divide = (boxes: readonly Box[], by: Box): Division => {
  if (!boxes.some((box) => meet(box, by))) return { inside: [], outside: boxes };
  const inside = boxes.flatMap((box) => (meet(box, by) ? [shared(box, by)] : []));
  return { inside, outside: boxes.flatMap((box) => (meet(box, by) ? around(box, shared(box, by)) : [box])) };
};

/** Takes the second boxes out of the first. */
export const without = (boxes: readonly Box[], taken: readonly Box[]): readonly Box[] => taken.reduce((left, one) => divide(left, one).outside, boxes);

/** The part of these boxes that lies in any of the others. */
export const within = (boxes: readonly Box[], others: readonly Box[]): readonly Box[] => without(boxes, without(boxes, others));

/** How many pairs of address and port the boxes hold; they must not overlap. */
export const sizeOf = (boxes: readonly Box[]): bigint =>
  boxes.reduce((sum, { first, last, from, to }) => sum + (last - first + 1n) * BigInt(to - from + 1), 0n);

/** Something that speaks of boxes, in an order where the first one that speaks of a packet decides. */
export interface Decider<T> {
  readonly boxes: readonly Box[];
  readonly by: T;
}

/** A part of what was asked, with who decided about it; undefined: nobody. */
export interface Decided<T> {
  readonly boxes: readonly Box[];
  readonly by: T | undefined;
}

/** Asks deciders in their order: each takes what it speaks of, and the rest goes on. */
export const decideInOrder = <T>(asked: readonly Box[], deciders: readonly Decider<T>[]): readonly Decided<T>[] => {
  const decided: Decided<T>[] = [];
  let left = asked;
  for (const { boxes, by } of deciders) {
    if (left.length === 0) break;
    const rest = without(left, boxes);
    if (rest !== left) {
      decided.push({ boxes: without(left, rest), by });
      left = rest;
    }
  }
  return left.length === 0 ? decided : [...decided, { boxes: left, by: undefined }];
};
