/** What a terminal or an editor would act on: escapes, 8-bit controls, line breaks, bidi overrides, invisible characters, tags, lone surrogates. */
export const HOSTILE =
  '\u0000\u0007\b\t\r\n\u001b[5m\u001b]8;;x\u0007\u007f\u0085\u009b2J\u00ad\u061c\u180e\u200b\u200d\u200f\u2028\u2029\u202e\u2060\u2066\ufe0f\ufeff\u{e0041}\udfff\ud800';

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The first invisible character of a text, with what stands around it; empty when there is none. */
export const firstHidden = (text: string): string => {
  const at = text.search(HIDDEN);
  return at < 0 ? '' : JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
};

// Words of the model's own, chosen from a closed list: no foreign text ever stands there.
const CLOSED = new Set([
  'schema',
  'kind',
  'state',
  'outcome',
  'decision',
  'gate',
  'verdict',
  'severity',
  'failOn',
  'basis',
  'part',
  'policyKind',
  'effect',
  'Effect',
  'match',
  'change',
  'stage',
]);

// Records whose keys are foreign text too.
const FOREIGN_KEYS = new Set(['positions', 'Condition', 'Principal', 'StringEquals']);

const isClosed = (key: string, parent: object): boolean => CLOSED.has(key) || (key === 'reason' && 'state' in parent);

const seedEntry = ([key, value]: readonly [string, unknown], parent: object, seed: (text: string) => string): readonly [string, unknown] => {
  if (typeof value === 'string' && isClosed(key, parent)) return [key, value];
  return [key, seeded(value, seed, FOREIGN_KEYS.has(key))];
};

/** The same value with every string changed that AWS or a user may have written; `keys`: also the names of its fields. */
export const seeded = <T>(value: T, seed: (text: string) => string, keys = false): T => {
  if (typeof value === 'string') return seed(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => seeded(part, seed)) as T;
  const entries = Object.entries(value).map((entry) => seedEntry(entry, value, seed));
  return Object.fromEntries(entries.map(([key, part]) => [keys ? seed(key) : key, part])) as T;
};
