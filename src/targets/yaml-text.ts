import { isAlias, LineCounter, type ParsedNode, parseDocument, visit, type YAMLError } from 'yaml';
import type { Position } from '../model/target.ts';
import type { Path } from './issue.ts';
import { readJsonText } from './json-text.ts';
import { quoted } from './words.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { offsetOf, type ParsedDocument } from './yaml-places.ts';

/** What is wrong with a text before any schema looks at it. */
export interface SyntaxFault {
  readonly at: Position;
  readonly message: string;
}

/** A text that was read: its value, and where each key of it stands. */
export interface ReadText {
  readonly value: unknown;
  /** Place of the key at a path, or of the nearest key above it that exists. */
  readonly positionOf: (path: Path) => Position;
}

const MOST_ALIASES = 100;

const TOO_DEEP = 'is nested too deeply for a description';

const WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used to indent — YAML takes spaces only',
  DUPLICATE_KEY: 'this key stands twice in the same map — keep one of them',
  MULTIPLE_DOCS: 'a second document begins here — put all targets into one document, under targets',
  RESOURCE_EXHAUSTION: TOO_DEEP,
};

const wordsFor = ({ code, message }: YAMLError): string => {
  if (code === 'TAG_RESOLVE_FAILED') return `${message} — tags are not resolved here, write the value itself`;
  return WORDS[code] ?? `not valid YAML: ${message}`;
};

type Finding = { readonly offset: number; readonly message: string };

const faultOfAlias = (document: ParsedDocument, alias: ParsedNode): readonly Finding[] => {
  if (!isAlias(alias)) return [];
  const [offset] = alias.range ?? [0];
  const source = alias.resolve(document);
  if (source === undefined) return [{ offset, message: `the anchor ${quoted(`&${alias.source}`)} is not set before this alias` }];
  const [start, end] = source.range ?? [0, 0];
  return start <= offset && offset < end ? [{ offset, message: 'this alias stands inside what it names — a description cannot contain itself' }] : [];
};

const faultsInNodes = (document: ParsedDocument): readonly Finding[] => {
  const found: Finding[] = [];
  visit(document, {
    Alias: (_, alias) => {
      found.push(...faultOfAlias(document, alias as ParsedNode));
    },
    Scalar: (role, scalar) => {
      if (role === 'key' && scalar.value === '__proto__') found.push({ offset: scalar.range?.[0] ?? 0, message: 'the key "__proto__" is not allowed' });
    },
  });
  return found;
};

const faultsIn = (document: ParsedDocument): readonly Finding[] => {
  const syntax = [...document.errors, ...document.warnings].map((error) => ({ offset: error.pos[0], message: wordsFor(error) }));
  return syntax.length > 0 ? syntax : faultsInNodes(document);
};

const plainValue = (document: ParsedDocument): { readonly value: unknown } | Finding => {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch {
    return { offset: 0, message: `aliases stand for more than is reasonable (${MOST_ALIASES} repetitions at most) — write the values themselves` };
  }
};

const placeIn = (text: string, offset: number): Position => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

type Read = ReadText | { readonly faults: readonly SyntaxFault[] };

const readYaml = (text: string): Read => {
  const lines = new LineCounter();
  const placed = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refused = (findings: readonly Finding[]) => ({ faults: findings.map(({ offset, message }) => ({ at: placed(offset), message })) });
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { faults: [{ at: placeIn(text, deep), message: TOO_DEEP }] };
  const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error', lineCounter: lines });
  const faults = faultsIn(document);
  if (faults.length > 0) return refused(faults);
  const read = plainValue(document);
  return 'value' in read ? { value: read.value, positionOf: (path) => placed(offsetOf(document, path)) } : refused([read]);
};

/** Reads YAML 1.2 (and so JSON). Anchors and merge keys are followed; what grows without measure, nests without end or names itself is refused. */
export const readText = (text: string): Read => readJsonText(text) ?? readYaml(text);
