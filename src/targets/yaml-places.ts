import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Path } from './issue.ts';

/** A parsed document, whose nodes know their place. */
export type ParsedDocument = Document.Parsed<ParsedNode>;

interface Step {
  /** Where the key, or the item of a list, begins. */
  readonly offset: number;
  readonly value: unknown;
}

const followed = (document: ParsedDocument, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

// With `merge` the parser turns the key `<<` into a symbol.
const isMergeKey = (key: unknown): boolean => isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol');

const textOf = (document: ParsedDocument, key: unknown): string | undefined => {
  const node = followed(document, key);
  return isScalar(node) && typeof node.value !== 'symbol' ? String(node.value) : undefined;
};

const mergedMaps = (document: ParsedDocument, map: YAMLMap): readonly YAMLMap[] => {
  const sources = map.items.filter(({ key }) => isMergeKey(key)).map(({ value }) => followed(document, value));
  return sources
    .flatMap((source) => (isSeq(source) ? source.items : [source]))
    .map((source) => followed(document, source))
    .filter((source): source is YAMLMap => isMap(source));
};

const pairIn = (document: ParsedDocument, map: YAMLMap, key: string): Pair | undefined => {
  const own = map.items.find((pair) => textOf(document, pair.key) === key);
  if (own !== undefined) return own;
  return mergedMaps(document, map)
    .map((source) => pairIn(document, source, key))
    .find((pair) => pair !== undefined);
};

const stepInto = (document: ParsedDocument, node: unknown, key: string | number): Step | undefined => {
  const inner = followed(document, node);
  if (isSeq(inner) && typeof key === 'number' && key < inner.items.length) return { offset: startOf(inner.items[key]), value: inner.items[key] };
  const pair = isMap(inner) ? pairIn(document, inner, String(key)) : undefined;
  return pair && { offset: startOf(pair.key), value: pair.value };
};

/** Offset of the key at a path in the text, or of the nearest key above it that exists. */
export const offsetOf = (document: ParsedDocument, path: Path): number => {
  let at: Step = { offset: startOf(document.contents), value: document.contents };
  for (const key of path) {
    const next = stepInto(document, at.value, key);
    if (next === undefined) return at.offset;
    at = next;
  }
  return at.offset;
};
