const DIGITS = 8;

// FNV-1a, 32 bit.
const fnv = (text: string, basis: number): string => {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(DIGITS, '0');
};

/** Tells texts apart in 16 hexadecimal digits; the same text has the same ones in every run. No protection against anybody who looks for a collision. */
export const digestOf = (...texts: readonly string[]): string => {
  const text = texts.join('\n');
  return fnv(text, 0x811c9dc5) + fnv(`${text}\n`, 0x9dc5811c);
};
