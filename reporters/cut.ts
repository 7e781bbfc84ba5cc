const MARK = '…';
const DIGITS = 16;

// FNV-1a, 64 bit: texts that differ only behind the cut stay different.
const digestOf = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return hash.toString(16).padStart(DIGITS, '0');
};

const whole = (text: string): string => (/[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text);

/** An identifier of at most so many UTF-16 units: a longer one ends in a digest of the whole, so that two of them stay two. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${whole(text.slice(0, most - DIGITS - 1))}~${digestOf(text)}`);

/** Words of at most so many UTF-16 units; an ellipsis where something was left out. */
export const shortened = (text: string, most: number): string => (text.length <= most ? text : `${whole(text.slice(0, most - 1))}${MARK}`);
