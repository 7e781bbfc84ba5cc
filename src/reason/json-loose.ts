import { jsonTokenAt } from './json-token.ts';
import { type JsonTree, readJson } from './json-tree.ts';

/** A place that is not JSON although its meaning is plain, and what stands there in JSON. Offsets in UTF-16 code units; `end` is exclusive. */
export interface LooseEdit {
  readonly kind: 'spelling' | 'missing-comma' | 'missing-array';
  readonly start: number;
  readonly end: number;
  readonly now: string;
  readonly message: string;
}

interface LooseToken {
  readonly type: '{' | '}' | '[' | ']' | ':' | ',' | 'value' | 'end';
  readonly start: number;
  readonly end: number;
  readonly edits: readonly LooseEdit[];
}

/** How people spell what JSON spells otherwise. `now`: nothing stands there in JSON, or a string. */
interface Spelling {
  readonly pattern: RegExp;
  readonly now: (found: string) => string;
  readonly message: string;
}

const nothing = (): string => '';

const SPELLINGS: readonly Spelling[] = [
  { pattern: /\/\/[^\n]*|\/\*[\s\S]*?\*\//y, now: nothing, message: 'a comment, which JSON does not allow' },
  { pattern: /`{3}[a-z]*/y, now: nothing, message: 'the fence of a code block, which is no JSON' },
  { pattern: /[“”„][^“”„"\n]*[“”„]/y, now: (found) => JSON.stringify(found.slice(1, -1)), message: "typographic quotes, where JSON wants '\"'" },
  { pattern: /'[^'"\n]*'/y, now: (found) => JSON.stringify(found.slice(1, -1)), message: "single quotes, where JSON wants '\"'" },
  { pattern: /[A-Za-z_]\w*(?=\s*:[\s"[{<])/y, now: (found) => JSON.stringify(found), message: 'a key without quotes' },
  // Bounded, so that hostile text is read in linear time.
  { pattern: /(?:<[^<>\n"]{1,128}>|\$\{[^{}\n"]{1,128}\}|[\w:/*.@-]){1,512}/y, now: (found) => JSON.stringify(found), message: 'a value without quotes' },
];

const edit = (
  kind: LooseEdit['kind'],
  { start, end }: { readonly start: number; readonly end: number },
  { now, message }: Pick<LooseEdit, 'now' | 'message'>,
): LooseEdit => ({ kind, start, end, now, message });

const matchAt = (pattern: RegExp, text: string, offset: number): string | undefined => {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
};

const spellingAt = (text: string, start: number): LooseToken | undefined => {
  for (const { pattern, now, message } of SPELLINGS) {
    const found = matchAt(pattern, text, start);
    if (found !== undefined)
      return { type: 'value', start, end: start + found.length, edits: [edit('spelling', { start, end: start + found.length }, { now: now(found), message })] };
  }
  return undefined;
};

const LOOSE_STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
/** What Markdown escapes, and JSON does not. */
const MARKDOWN_ESCAPE = /\\(?=[*_.\-[\]()<>#:])|\\[\s\S]/g;

/** A string whose only fault are the escapes of Markdown. */
const looseStringAt = (text: string, start: number): LooseToken | undefined => {
  const found = matchAt(LOOSE_STRING, text, start);
  if (found === undefined) return undefined;
  const surplus = Array.from(found.matchAll(MARKDOWN_ESCAPE)).filter(([backslash]) => backslash.length === 1);
  const message = 'a backslash that JSON does not know here';
  const edits = surplus.map(({ index }) => edit('spelling', { start: start + index, end: start + index + 1 }, { now: '', message }));
  return { type: 'value', start, end: start + found.length, edits };
};

const BLANK = /[ \t\n\r]*/y;

/** The token at or after an offset, as people mean it; undefined: what is meant cannot be told. */
const looseTokenAt = (text: string, offset: number): LooseToken | undefined => {
  const token = jsonTokenAt(text, offset);
  const start = offset + (matchAt(BLANK, text, offset)?.length ?? 0);
  if (token.type === 'invalid') return text[start] === '"' ? looseStringAt(text, start) : spellingAt(text, start);
  const type = token.type === 'string' || token.type === 'number' || token.type === 'literal' ? 'value' : token.type;
  return { type, start: token.start, end: token.end, edits: [] };
};

/** One open bracket. `first`: where the value of the last member starts, if that is an object: several may follow it where one array belongs. */
interface Frame {
  readonly bracket: '{' | '[';
  expects: 'key' | 'colon' | 'value' | 'separator';
  first: number | undefined;
  wrapped: boolean;
}

interface Scan {
  readonly frames: Frame[];
  readonly edits: LooseEdit[];
  /** Where the last value ended. */
  valueEnd: number;
}

const opened = (bracket: '{' | '['): Frame => ({ bracket, expects: bracket === '{' ? 'key' : 'value', first: undefined, wrapped: false });

const insert = ({ edits }: Scan, at: number, words: Pick<LooseEdit, 'kind' | 'now' | 'message'>): void => {
  edits.push({ ...words, start: at, end: at });
};

const COMMA = { kind: 'missing-comma', now: ',', message: 'a comma is missing' } as const;
const ARRAY = 'several values stand here, which belong in one array';

/** Puts the comma before a value that follows another without one. */
const separate = (scan: Scan, frame: Frame): void => {
  if (frame.expects !== 'separator') return;
  insert(scan, scan.valueEnd, COMMA);
  frame.expects = frame.bracket === '[' ? 'value' : 'key';
};

/** An object where a key belongs goes with the object before it. */
const wrap = (scan: Scan, frame: Frame): boolean => {
  if (frame.first === undefined) return false;
  if (!frame.wrapped) insert(scan, frame.first, { kind: 'missing-array', now: '[', message: ARRAY });
  frame.wrapped = true;
  return true;
};

/** Closes the array that `wrap` opened, behind its last object. */
const endArray = (scan: Scan, frame: Frame): void => {
  if (frame.wrapped) insert(scan, scan.valueEnd, { kind: 'missing-array', now: ']', message: ARRAY });
  frame.wrapped = false;
};

/** Takes the start of a value; false: it cannot stand here. */
const takeValue = (scan: Scan, frame: Frame, token: LooseToken): boolean => {
  separate(scan, frame);
  if (frame.expects === 'colon') return false;
  if (frame.expects === 'key' && token.type === 'value') {
    endArray(scan, frame);
    frame.expects = 'colon';
    return true;
  }
  if (frame.expects === 'key') return token.type === '{' && wrap(scan, frame);
  if (frame.bracket === '{') frame.first = token.type === '{' ? token.start : undefined;
  return true;
};

const close = (scan: Scan, token: LooseToken): boolean => {
  const frame = scan.frames.pop();
  if (frame === undefined || (frame.bracket === '{') !== (token.type === '}')) return false;
  endArray(scan, frame);
  const outer = scan.frames.at(-1);
  if (outer !== undefined) outer.expects = 'separator';
  scan.valueEnd = token.end;
  return true;
};

const takePunctuation = (frame: Frame, token: LooseToken): boolean => {
  const wanted = token.type === ':' ? 'colon' : 'separator';
  if (frame.expects !== wanted) return false;
  frame.expects = token.type === ':' || frame.bracket === '[' ? 'value' : 'key';
  return true;
};

const takeScalar = (scan: Scan, frame: Frame, token: LooseToken): void => {
  scan.valueEnd = token.end;
  if (frame.expects !== 'colon') frame.expects = 'separator';
};

/** Takes one token; false: the text goes on in no way that can be told. */
const take = (scan: Scan, token: LooseToken): boolean => {
  const frame = scan.frames.at(-1);
  if (token.type === '}' || token.type === ']') return close(scan, token);
  if (token.type === ':' || token.type === ',') return frame === undefined || takePunctuation(frame, token);
  if (frame !== undefined && !takeValue(scan, frame, token)) return false;
  if (token.type === '{' || token.type === '[') scan.frames.push(opened(token.type));
  else if (frame !== undefined) takeScalar(scan, frame, token);
  else return false;
  return true;
};

const isLeftOut = ({ edits: [first] }: LooseToken, text: string): boolean => first?.now === '' && text[first.start] !== '\\';

const inTextOrder = (edits: readonly LooseEdit[]): readonly LooseEdit[] => edits.toSorted((a, b) => a.start - b.start);

/**
 * Reads text that is nearly JSON: comments, single and typographic quotes, keys and values without quotes, the escapes of Markdown, missing commas,
 * and objects in a row where an array of them belongs. The edits that make it JSON, in the order of the text; empty where it cannot be told what is meant.
 */
const loosened = (text: string): readonly LooseEdit[] => {
  const scan: Scan = { frames: [], edits: [], valueEnd: 0 };
  let offset = 0;
  while (offset <= text.length) {
    const token = looseTokenAt(text, offset);
    if (token === undefined) return [];
    if (token.type === 'end') break;
    scan.edits.push(...token.edits);
    if (!isLeftOut(token, text) && !take(scan, token)) return [];
    offset = token.end;
  }
  return inTextOrder(scan.edits);
};

/** A text after edits, which are in its order and do not overlap. */
export const edited = (text: string, edits: readonly Pick<LooseEdit, 'start' | 'end' | 'now'>[]): string => {
  const pieces = edits.map(({ end, now }, index) => now + text.slice(end, edits[index + 1]?.start));
  return text.slice(0, edits[0]?.start) + pieces.join('');
};

/** Where an offset of the edited text stands in the text before; what an edit wrote stands where the edit is. */
export const offsetBefore = (edits: readonly LooseEdit[]): ((offset: number) => number) => {
  return (offset) => {
    let shift = 0;
    for (const { start, end, now } of edits) {
      if (start + shift >= offset) break;
      if (start + shift + now.length > offset) return start;
      shift += now.length - (end - start);
    }
    return offset - shift;
  };
};

/** Text that is nearly JSON, the edits that make it JSON, and what then stands there. */
export interface LooseJson {
  readonly edits: readonly LooseEdit[];
  readonly text: string;
  readonly tree: JsonTree;
}

const isBroken = ({ faults }: JsonTree): boolean => faults.some(({ kind }) => kind === 'syntax');

/** Reads what is nearly JSON; undefined: it is JSON as far as it goes, or no edits make it so. `tree`: as JSON alone is read. */
export const looselyRead = (text: string, tree: JsonTree): LooseJson | undefined => {
  const edits = isBroken(tree) ? loosened(text) : [];
  if (edits.length === 0) return undefined;
  const mended = edited(text, edits);
  const loose = readJson(mended);
  return isBroken(loose) ? undefined : { edits, text: mended, tree: loose };
};
