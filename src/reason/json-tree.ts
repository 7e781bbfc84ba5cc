import { type JsonToken, jsonTokenAt } from './json-token.ts';

/** A JSON value together with where it starts, as an offset in UTF-16 code units. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

interface JsonObject {
  readonly kind: 'object';
  readonly start: number;
  /** Of two equal keys the last counts, as for `JSON.parse`. */
  readonly members: ReadonlyMap<string, JsonMember>;
  /** The earlier ones of equal keys, which do not count. */
  readonly repeated: readonly JsonMember[];
}

interface JsonArray {
  readonly kind: 'array';
  readonly start: number;
  readonly items: readonly JsonNode[];
}

interface JsonScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly value: string | number | boolean | null;
}

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly node: JsonNode;
}

/** Where text leaves the JSON grammar, and how. The first three are passed over when reading on. */
export interface JsonFault {
  readonly kind: 'trailing-comma' | 'several-values' | 'unclosed' | 'syntax';
  readonly offset: number;
  readonly message: string;
  /** Of text that breaks off after a whole value: the brackets that would close it. */
  readonly closing?: string;
}

/** What could be read. With faults, the root holds what stands before the fault that ended the reading; several values become one array. */
export interface JsonTree {
  readonly root?: JsonNode;
  readonly faults: readonly JsonFault[];
}

type Open =
  | { readonly kind: 'object'; readonly members: Map<string, JsonMember>; readonly repeated: JsonMember[]; key: JsonToken | undefined }
  | { readonly kind: 'array'; readonly items: JsonNode[] };

type Expecting = 'value' | 'item-or-close' | 'item' | 'key-or-close' | 'key' | 'colon' | 'separator' | 'nothing';

/** The state of one reading: an explicit stack, so that depth is bounded by memory only. */
interface Reading {
  readonly text: string;
  readonly open: Open[];
  readonly roots: JsonNode[];
  readonly faults: JsonFault[];
  comma: number;
}

/** Takes one token, and tells what is expected next. */
type Step = (reading: Reading, token: JsonToken) => Expecting;

const describe = (token: JsonToken): string => token.problem ?? (token.type === 'end' ? 'the text ends' : `unexpected ${token.type}`);

const stop = (reading: Reading, token: JsonToken, wanted: string): Expecting => {
  const kind = token.type === 'end' && reading.open.length > 0 ? 'unclosed' : 'syntax';
  reading.faults.push({ kind, offset: token.start, message: `${describe(token)}, where ${wanted} is expected` });
  return 'nothing';
};

/** The text ends after a whole value: brackets are all that lacks. */
const breakOff = (reading: Reading, token: JsonToken): Expecting => {
  const closing = reading.open
    .map(({ kind }) => (kind === 'array' ? ']' : '}'))
    .reverse()
    .join('');
  reading.faults.push({ kind: 'unclosed', offset: token.start, message: `the text ends, where '${closing.slice(0, 20)}' is expected`, closing });
  return 'nothing';
};

const textOf = (reading: Reading, token: JsonToken): string => JSON.parse(reading.text.slice(token.start, token.end)) as string;

const addMember = (reading: Reading, open: Extract<Open, { kind: 'object' }>, node: JsonNode): void => {
  if (open.key === undefined) return;
  const member = { key: textOf(reading, open.key), keyStart: open.key.start, node };
  const earlier = open.members.get(member.key);
  if (earlier !== undefined) open.repeated.push(earlier);
  open.members.set(member.key, member);
};

const place = (reading: Reading, node: JsonNode): Expecting => {
  const open = reading.open.at(-1);
  if (open === undefined) reading.roots.push(node);
  else if (open.kind === 'array') open.items.push(node);
  else addMember(reading, open, node);
  return 'separator';
};

const openObject = (reading: Reading, start: number): Expecting => {
  const members = new Map<string, JsonMember>();
  const repeated: JsonMember[] = [];
  place(reading, { kind: 'object', start, members, repeated });
  reading.open.push({ kind: 'object', members, repeated, key: undefined });
  return 'key-or-close';
};

const openArray = (reading: Reading, start: number): Expecting => {
  const items: JsonNode[] = [];
  place(reading, { kind: 'array', start, items });
  reading.open.push({ kind: 'array', items });
  return 'item-or-close';
};

const close = (reading: Reading): Expecting => {
  reading.open.pop();
  return 'separator';
};

const closeAfterComma: Step = (reading, token) => {
  reading.faults.push({ kind: 'trailing-comma', offset: reading.comma, message: `a comma before '${token.type}'` });
  return close(reading);
};

const readValue: Step = (reading, token) => {
  if (token.type === '{') return openObject(reading, token.start);
  if (token.type === '[') return openArray(reading, token.start);
  if (token.type === 'string' || token.type === 'number' || token.type === 'literal') {
    const value = JSON.parse(reading.text.slice(token.start, token.end)) as JsonScalar['value'];
    return place(reading, { kind: 'scalar', start: token.start, value });
  }
  return stop(reading, token, 'a value');
};

const readFirstItem: Step = (reading, token) => (token.type === ']' ? close(reading) : readValue(reading, token));

const readItem: Step = (reading, token) => (token.type === ']' ? closeAfterComma(reading, token) : readValue(reading, token));

const readKey: Step = (reading, token) => {
  const open = reading.open.at(-1);
  if (token.type === '}') return closeAfterComma(reading, token);
  if (token.type !== 'string' || open?.kind !== 'object') return stop(reading, token, 'a key in double quotes');
  open.key = token;
  return 'colon';
};

const readFirstKey: Step = (reading, token) => (token.type === '}' ? close(reading) : readKey(reading, token));

const readColon: Step = (reading, token) => (token.type === ':' ? 'value' : stop(reading, token, "':'"));

const readAfterRoot: Step = (reading, token) => {
  if (token.type === 'end') return 'nothing';
  const continues = token.type === ',' || token.type === '{';
  if (!continues || reading.roots.length === 1) {
    reading.faults.push({ kind: continues ? 'several-values' : 'syntax', offset: token.start, message: `${describe(token)} after the end of the JSON value` });
  }
  if (!continues) return 'nothing';
  return token.type === '{' ? openObject(reading, token.start) : 'value';
};

const readSeparator: Step = (reading, token) => {
  const open = reading.open.at(-1);
  if (open === undefined) return readAfterRoot(reading, token);
  const closing = open.kind === 'array' ? ']' : '}';
  if (token.type === closing) return close(reading);
  if (token.type === 'end') return breakOff(reading, token);
  if (token.type !== ',') return stop(reading, token, `',' or '${closing}'`);
  reading.comma = token.start;
  return open.kind === 'array' ? 'item' : 'key';
};

const STEPS: Readonly<Record<Exclude<Expecting, 'nothing'>, Step>> = {
  value: readValue,
  'item-or-close': readFirstItem,
  item: readItem,
  'key-or-close': readFirstKey,
  key: readKey,
  colon: readColon,
  separator: readSeparator,
};

const rootOf = (roots: readonly JsonNode[]): JsonNode | undefined => {
  const [first] = roots;
  return first === undefined || roots.length === 1 ? first : { kind: 'array', start: first.start, items: roots };
};

/** Reads JSON text into positioned nodes. Never throws; equal to `JSON.parse` in what it accepts (no faults) and in the values it gives. */
export const readJson = (text: string): JsonTree => {
  const reading: Reading = { text, open: [], roots: [], faults: [], comma: 0 };
  let expecting: Expecting = 'value';
  let offset = 0;
  while (expecting !== 'nothing') {
    const token = jsonTokenAt(text, offset);
    expecting = STEPS[expecting](reading, token);
    offset = token.end;
  }
  const root = rootOf(reading.roots);
  return { faults: reading.faults, ...(root && { root }) };
};
