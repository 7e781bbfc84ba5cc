import { findLiteral } from './find-literal.ts';
import { findWithGaps } from './find-with-gaps.ts';

/** `*`: any run of characters, also none. */
export const ANY_RUN = 0;
/** `?`: exactly one character. */
export const ANY_ONE = 1;

/** A piece of a pattern: literal text, or a wildcard. */
export type Token = string | typeof ANY_RUN | typeof ANY_ONE;
export type Tokens = readonly Token[];

/** A compiled pattern; anchored at both ends. */
export interface Glob {
  readonly matches: (text: string) => boolean;
  /** It matches whatever there is. */
  readonly everything: boolean;
  /** It has no wildcard: this is the only text that it matches. */
  readonly literal?: string;
}

/** Text between two `*`. `units`: UTF-16 code units, or -1 for `?`; only where there is a `?`. */
interface Segment {
  readonly length: number;
  readonly find: (text: string, from: number) => number;
  readonly matchesAt: (text: string, at: number) => boolean;
}

const WILDCARDS = /[*?]/;

const tokenOf = (piece: string): Token => {
  if (piece === '*') return ANY_RUN;
  return piece === '?' ? ANY_ONE : piece;
};

/** Reads `*` and `?` as wildcards. */
export const tokenise = (text: string): Tokens => {
  if (!WILDCARDS.test(text)) return [text];
  return text
    .split(/([*?])/)
    .filter((piece) => piece !== '')
    .map(tokenOf);
};

/** The text of tokens, wildcards spelt out. */
export const plainText = (tokens: Tokens): string =>
  tokens
    .map((token) => {
      if (token === ANY_RUN) return '*';
      return token === ANY_ONE ? '?' : token;
    })
    .join('');

const literalSegment = (literal: string): Segment => {
  const find = findLiteral(literal);
  return { length: literal.length, find, matchesAt: (text, at) => text.startsWith(literal, at) };
};

const unitsOf = (tokens: Tokens): readonly number[] =>
  tokens.flatMap((token) => (typeof token === 'string' ? Array.from({ length: token.length }, (_, index) => token.charCodeAt(index)) : [-1]));

const gappedSegment = (tokens: Tokens): Segment => {
  const units = unitsOf(tokens);
  const matchesAt = (text: string, at: number): boolean => {
    for (let index = 0; index < units.length; index += 1) {
      const unit = units[index];
      if (unit !== -1 && unit !== text.charCodeAt(at + index)) return false;
    }
    return true;
  };
  return { length: units.length, find: findWithGaps(units), matchesAt };
};

const segmentOf = (tokens: Tokens): Segment => (tokens.includes(ANY_ONE) ? gappedSegment(tokens) : literalSegment(tokens.join('')));

const splitAtRuns = (tokens: Tokens): readonly Tokens[] => {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ANY_RUN) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
};

const isSegment = (segment: Segment): boolean => segment.length > 0;

/** First and last segment are anchored; those between are found one after the other, each at its leftmost place. */
const compileRuns = (tokens: Tokens): Glob['matches'] => {
  const groups = splitAtRuns(tokens);
  const first = segmentOf(groups[0] ?? []);
  const last = segmentOf(groups.at(-1) ?? []);
  const between = groups.slice(1, -1).map(segmentOf).filter(isSegment);
  const least = [first, last, ...between].reduce((sum, { length }) => sum + length, 0);
  return (text) => {
    if (text.length < least || !first.matchesAt(text, 0)) return false;
    const end = text.length - last.length;
    if (!last.matchesAt(text, end)) return false;
    let from = first.length;
    for (const segment of between) {
      const at = segment.find(text, from);
      if (at < 0 || at + segment.length > end) return false;
      from = at + segment.length;
    }
    return true;
  };
};

const compileFixed = (tokens: Tokens): Glob => {
  const segment = segmentOf(tokens);
  return { everything: false, matches: (text) => text.length === segment.length && segment.matchesAt(text, 0) };
};

const literalGlob = (literal: string): Glob => ({ everything: false, literal, matches: (text) => text === literal });

const EVERYTHING: Glob = { everything: true, matches: () => true };

const isRun = (token: Token): boolean => token === ANY_RUN;

/** Compiles tokens. Matching never backtracks: its time is linear in the text. */
export const compileTokens = (tokens: Tokens): Glob => {
  if (tokens.length > 0 && tokens.every(isRun)) return EVERYTHING;
  if (tokens.includes(ANY_RUN)) return { everything: false, matches: compileRuns(tokens) };
  return tokens.includes(ANY_ONE) ? compileFixed(tokens) : literalGlob(tokens.join(''));
};

/** Compiles a text whose `*` and `?` are wildcards. */
export const compileGlob = (text: string): Glob => compileTokens(tokenise(text));
