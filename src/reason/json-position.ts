import type { Position } from '../model/target.ts';
import { type JsonMember, type JsonNode, readJson } from './json-tree.ts';

/** JSON text as a value, or what is wrong and where it first goes wrong (for a trailing comma: the comma). */
export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string; readonly position: Position };

const lineStartsOf = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: lineBreak, index }) => index + lineBreak.length),
];

const lastAtMost = (sorted: readonly number[], limit: number): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Prepares a text for turning offsets into positions; columns count UTF-16 code units. */
export const positionsIn = (text: string): ((offset: number) => Position) => {
  const starts = lineStartsOf(text);
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
};

/** Parses JSON text; never throws. Accepts what `JSON.parse` accepts, and gives its value. */
export const parseJson = (text: string): ParsedJson => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const [fault] = readJson(text).faults;
    return { ok: false, message: fault?.message ?? 'not JSON', position: positionsIn(text)(fault?.offset ?? 0) };
  }
};

const segmentsOf = (pointer: string): readonly string[] | undefined => {
  if (pointer === '') return [];
  return pointer.startsWith('/')
    ? pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    : undefined;
};

/** Spells a key as one segment of an RFC 6901 JSON pointer. */
export const pointerSegment = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

type Place = { readonly node: JsonNode } | JsonMember;

const ARRAY_INDEX = /^(?:0|[1-9][0-9]*)$/;

const childOf = (node: JsonNode, segment: string): Place | undefined => {
  if (node.kind === 'object') return node.members.get(segment);
  const item = node.kind === 'array' && ARRAY_INDEX.test(segment) ? node.items[Number(segment)] : undefined;
  return item && { node: item };
};

const placeAt = (root: JsonNode | undefined, pointer: string): Place | undefined => {
  const segments = segmentsOf(pointer);
  if (segments === undefined || root === undefined) return undefined;
  return segments.reduce<Place | undefined>((place, segment) => place && childOf(place.node, segment), { node: root });
};

/** Finds positions in one text; reads the text once, for many questions. */
export interface JsonLocator {
  /** Where the value at an RFC 6901 JSON pointer starts. */
  readonly value: (pointer: string) => Position | undefined;
  /** Where the key of the object member at a pointer starts; undefined for the root and for array items. */
  readonly key: (pointer: string) => Position | undefined;
}

/** Reads a text once for locating many pointers. In text that is not JSON, what stands before the fault is found. */
export const locatorOf = (text: string): JsonLocator => {
  const { root } = readJson(text);
  const position = positionsIn(text);
  return {
    value: (pointer) => {
      const place = placeAt(root, pointer);
      return place && position(place.node.start);
    },
    key: (pointer) => {
      const place = placeAt(root, pointer);
      return place && 'keyStart' in place ? position(place.keyStart) : undefined;
    },
  };
};

/** Where the value at an RFC 6901 JSON pointer starts (line and column 1-based); undefined when there is none. */
export const locate = (text: string, pointer: string): Position | undefined => locatorOf(text).value(pointer);

/** Where the key of the object member at a pointer starts; undefined for the root and for array items. */
export const locateKey = (text: string, pointer: string): Position | undefined => locatorOf(text).key(pointer);
