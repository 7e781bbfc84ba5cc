/** Bits of a machine word that JavaScript shifts. */
const WORD = 32;

interface Masks {
  readonly words: number;
  /** Which places of the word any character fits. */
  readonly gaps: Uint32Array;
  /** Which places a character fits, for the characters that occur in the word. */
  readonly ofUnit: ReadonlyMap<number, Uint32Array>;
}

const setBit = (mask: Uint32Array, place: number): void => {
  const word = Math.floor(place / WORD);
  mask[word] = (mask[word] ?? 0) | (1 << (place % WORD));
};

const masksOf = (units: readonly number[]): Masks => {
  const words = Math.ceil(units.length / WORD);
  const gaps = new Uint32Array(words);
  units.forEach((unit, place) => {
    if (unit === -1) setBit(gaps, place);
  });
  const ofUnit = new Map<number, Uint32Array>();
  units.forEach((unit, place) => {
    if (unit === -1) return;
    const mask = ofUnit.get(unit) ?? gaps.slice();
    setBit(mask, place);
    ofUnit.set(unit, mask);
  });
  return { words, gaps, ofUnit };
};

const advance = (state: Uint32Array, mask: Uint32Array): void => {
  let carry = 1;
  for (let word = 0; word < state.length; word += 1) {
    const bits = state[word] ?? 0;
    state[word] = ((bits << 1) | carry) & (mask[word] ?? 0);
    carry = bits >>> (WORD - 1);
  }
};

const findIn =
  (masks: Masks, length: number) =>
  (text: string, from: number): number => {
    const state = new Uint32Array(masks.words);
    const lastWord = masks.words - 1;
    const lastBit = 1 << ((length - 1) % WORD);
    for (let index = from; index < text.length; index += 1) {
      advance(state, masks.ofUnit.get(text.charCodeAt(index)) ?? masks.gaps);
      if (((state[lastWord] ?? 0) & lastBit) !== 0) return index - length + 1;
    }
    return -1;
  };

/**
 * Prepares the search for code units with gaps (-1 fits any character): the first place at or after `from`, or -1.
 * Baeza-Yates and Gonnet's bit-parallel search: linear in the text, one step per 32 places of the word, whatever the word holds.
 */
export const findWithGaps = (units: readonly number[]): ((text: string, from: number) => number) => {
  let masks: Masks | undefined;
  return (text, from) => {
    if (text.length - from < units.length) return -1;
    masks ??= masksOf(units);
    return findIn(masks, units.length)(text, from);
  };
};
