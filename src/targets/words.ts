const LONGEST_QUOTE = 80;
// Control and format characters, lone surrogates and line separators: what a terminal would obey, reorder or hide.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Text of a description, safe to print: control characters made visible, overlong text cut. */
export const visible = (text: string): string => {
  const shown = text.replace(INVISIBLE, escaped);
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown;
};

/** The same in quotation marks. */
export const quoted = (text: string): string => `"${visible(text)}"`;

/** `a, b or c`. */
export const either = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

const nextRow = (above: readonly number[], letter: string, word: string): readonly number[] => {
  const row = [(above[0] ?? 0) + 1];
  for (const [i, other] of [...word].entries()) {
    row.push(Math.min((row[i] ?? 0) + 1, (above[i + 1] ?? 0) + 1, (above[i] ?? 0) + (letter === other ? 0 : 1)));
  }
  return row;
};

/** How many letters must be put in, taken out or replaced to turn one word into the other (Levenshtein). */
export const editDistance = (from: string, to: string): number =>
  [...from].reduce<readonly number[]>((row, letter) => nextRow(row, letter, to), [...Array([...to].length + 1).keys()]).at(-1) ?? 0;

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

const distanceOf = (word: string, candidate: string): number => {
  const [given, wanted] = [plain(word), plain(candidate)];
  const partly = given.length > 3 && (wanted.includes(given) || given.includes(wanted));
  return partly ? Math.min(1, editDistance(given, wanted)) : editDistance(given, wanted);
};

const LONGEST_WORD = 64;

/** The candidate most like a word, whatever its case, hyphens and underscores; undefined when none is near. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  if (word.length > LONGEST_WORD || plain(word) === '') return undefined;
  const ranked = candidates.map((candidate) => ({ candidate, distance: distanceOf(word, candidate) })).toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(plain(word).length / 3)) ? best.candidate : undefined;
};
