// Whatever a terminal does not draw as itself: controls, formats and bidi marks, default ignorables, lone surrogates, line and paragraph separators.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

// What nearly every text consists of: a look at it is cheaper than at the classes above.
const HARMLESS = /^[\x20-\x7e\u2013\u2014\u2018-\u201d\u2026]*$/;

/** Makes every character visible that would move the cursor, change direction or hide: `\u{1b}`. Every string that is not our own passes here. */
export const visible = (text: string): string =>
  HARMLESS.test(text) ? text : text.replace(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

const unitEscapes = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');

// JSON over several lines: the line ends are its own, those of a string are escaped.
const HARMLESS_LINES = /^[\n\x20-\x7e\u2013\u2014\u2018-\u201d\u2026]*$/;

/** A value as JSON that reads back as the same value, with every invisible character escaped. `indent` 0: one line. */
export const jsonText = (value: unknown, indent = 0): string => {
  const text = JSON.stringify(value, undefined, indent);
  return (indent === 0 ? HARMLESS : HARMLESS_LINES).test(text)
    ? text
    : text.replace(HIDDEN, (character) => (character === '\n' ? character : unitEscapes(character)));
};

// East Asian wide and full-width blocks. Source: https://www.unicode.org/reports/tr11/
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

const characterWidth = (character: string): number => {
  if (/^[\p{Mn}\p{Me}]$/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
};

/** The terminal columns that a text without escape sequences takes; of what is harmless, one each. */
export const columnsOf = (text: string): number =>
  HARMLESS.test(text) ? text.length : [...text].reduce((columns, character) => columns + characterWidth(character), 0);

/** Breaks a text at spaces. A word longer than a line (an ARN, an address) stands on a line of its own, uncut, so that it can be copied. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};

/** Fills a text with spaces on the right, up to a number of columns. */
export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** `1 check`, `3 checks`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Each value once, in order of first appearance. */
export const unique = <T>(values: Iterable<T>): readonly T[] => [...new Set(values)];
