/** One lexical element of JSON text; `end` is the end of the text, `invalid` names what is wrong at `start`. */
export interface JsonToken {
  readonly type: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'literal' | 'end' | 'invalid';
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly problem?: string;
}

const PUNCTUATION = new Set<string>(['{', '}', '[', ']', ':', ',']);
const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = new Set(['true', 'false', 'null']);

const isPunctuation = (character: string): character is '{' | '}' | '[' | ']' | ':' | ',' => PUNCTUATION.has(character);

const endOf = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
};

const invalid = (start: number, problem: string): JsonToken => ({ type: 'invalid', start, end: start, problem });

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

const stringToken = (text: string, start: number): JsonToken => {
  let offset = start + 1;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === QUOTE) return { type: 'string', start, end: offset + 1 };
    if (code < FIRST_PRINTABLE) return invalid(offset, 'a line break or control character inside a string');
    const next = code === BACKSLASH ? endOf(ESCAPE, text, offset) : offset + 1;
    if (next === offset) return invalid(offset, 'an escape that JSON does not know');
    offset = next;
  }
  return invalid(start, 'a string that is never closed');
};

const strangeToken = (text: string, start: number): JsonToken => {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  if (text.startsWith('//', start) || text.startsWith('/*', start)) return invalid(start, 'a comment, which JSON does not allow');
  if (character === "'") return invalid(start, "a single quote, where JSON wants '\"'");
  return invalid(start, `unexpected ${JSON.stringify(character)}`);
};

const wordToken = (text: string, start: number): JsonToken => {
  const end = endOf(WORD, text, start);
  if (end === start) return strangeToken(text, start);
  const word = text.slice(start, end);
  return LITERALS.has(word) ? { type: 'literal', start, end } : invalid(start, `unexpected ${JSON.stringify(word.slice(0, 40))}`);
};

/** Reads the token at or after an offset. */
export const jsonTokenAt = (text: string, offset: number): JsonToken => {
  const start = endOf(BLANK, text, offset);
  if (start >= text.length) return { type: 'end', start, end: start };
  const character = text.charAt(start);
  if (isPunctuation(character)) return { type: character, start, end: start + 1 };
  if (character === '"') return stringToken(text, start);
  const end = endOf(NUMBER, text, start);
  return end > start ? { type: 'number', start, end } : wordToken(text, start);
};
