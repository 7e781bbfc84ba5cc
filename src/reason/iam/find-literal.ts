/** Up to this length the engine's own search is at worst this many times the text; beyond, it may turn quadratic. */
const SHORT = 32;

const bordersOf = (word: string): Int32Array => {
  const borders = new Int32Array(word.length);
  let border = 0;
  for (let index = 1; index < word.length; index += 1) {
    while (border > 0 && word.charCodeAt(index) !== word.charCodeAt(border)) border = borders[border - 1] ?? 0;
    if (word.charCodeAt(index) === word.charCodeAt(border)) border += 1;
    borders[index] = border;
  }
  return borders;
};

/** Knuth, Morris and Pratt's search: each character of the text is looked at no more than twice. */
const findLong =
  (word: string, borders: Int32Array) =>
  (text: string, from: number): number => {
    let matched = 0;
    for (let index = from; index < text.length; index += 1) {
      while (matched > 0 && text.charCodeAt(index) !== word.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
      if (text.charCodeAt(index) === word.charCodeAt(matched)) matched += 1;
      if (matched === word.length) return index - matched + 1;
    }
    return -1;
  };

/** Prepares the search for a word: the first place at or after `from`, or -1. Linear in the text. */
export const findLiteral = (word: string): ((text: string, from: number) => number) => {
  if (word.length <= SHORT) return (text, from) => text.indexOf(word, from);
  let borders: Int32Array | undefined;
  return (text, from) => {
    borders ??= bordersOf(word);
    return findLong(word, borders)(text, from);
  };
};
