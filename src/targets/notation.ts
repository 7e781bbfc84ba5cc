import type { Path } from './issue.ts';
import { nearest } from './words.ts';

type Raw = Readonly<Record<string, unknown>>;

/** How the value of a key is taken: as it is, as a map of tags, as how many keys it has, or from each of its items. */
type Form = 'plain' | 'tags' | 'count' | { readonly each: readonly string[] };

/** What is taken from each item of a list besides its value, also where templates stand in it. */
interface Beside {
  readonly to: Path;
  readonly each: readonly string[];
  /** What is carried where no item has it; default: an empty list. */
  readonly ifNone?: 'nothing';
}

/** What a key of another notation means to a target. */
export type Meaning =
  | { readonly to: Path; readonly also?: Path; readonly form: Form; readonly beside?: Beside }
  /** `to`: where the target holds the map, which counts even when nothing in it does. */
  | { readonly within: Notation; readonly to?: Path }
  /** Known, and of no weight here. */
  | 'ignored';

/** The keys of another notation, as its own documentation spells them. */
export interface Notation {
  readonly [key: string]: Meaning;
}

/** Keys that are known, and of no weight here. */
export const ignored = (...keys: readonly string[]): Notation => Object.fromEntries(keys.map((key) => [key, 'ignored']));

/** A value that a target takes as it is. */
export const at = (...to: readonly string[]): Meaning => ({ to, form: 'plain' });

/** The same, at two places of the target. */
export const atBoth = (to: Path, also: Path): Meaning => ({ to, also, form: 'plain' });

/** A value that a target takes in another form. */
export const formed = (form: Form, ...to: readonly string[]): Meaning => ({ to, form });

/** A list of tags, and their keys, of which a map of tags would keep each once. */
export const tagsWithKeys = (to: Path, keys: Path): Meaning => ({ to, form: 'tags', beside: { to: keys, each: ['Key'] } });

/** Input channels of CreateTrainingJob: addresses of S3, and file systems. */
export const channels = (inputs: Path, fileSystems: Path): Meaning => ({
  to: inputs,
  form: { each: ['DataSource', 'S3DataSource', 'S3Uri'] },
  beside: { to: fileSystems, each: ['DataSource', 'FileSystemDataSource'], ifNone: 'nothing' },
});

/** A map of further keys. */
export const within = (notation: Notation, ...to: readonly string[]): Meaning => ({ within: notation, ...(to.length > 0 && { to }) });

/** A value with its place in the target and in its document. */
export interface Carried {
  readonly to: Path;
  readonly from: Path;
  readonly value: unknown;
}

/** A key that the notation does not know, with the one that was probably meant. */
export interface UnknownKey {
  readonly path: Path;
  readonly nearest?: string;
}

/** What a document says, in the places of a target. */
export interface Translated {
  readonly carried: readonly Carried[];
  readonly unknown: readonly UnknownKey[];
  /** Paths at which a map should stand and something else does. */
  readonly misshapen: readonly Path[];
  /** Keys whose values the reader leaves open; `to`: where the target would hold them. */
  readonly open: readonly { readonly from: Path; readonly to: Path | undefined }[];
}

/** How a document is read. */
export interface Manner {
  /** How a key is spelt in the notation. */
  readonly spelt: (key: string, depth: number) => string;
  /** Whether a value is known only later. */
  readonly isOpen: (value: unknown) => boolean;
}

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes the first letter of a key into lower case: AWS's APIs begin with a capital, descriptions do not. */
const decapitalised = (key: string): string => key.charAt(0).toLowerCase() + key.slice(1);

/** A value and all that is in it, each with its place. */
const carry = (value: unknown, to: Path, from: Path): readonly Carried[] => {
  if (Array.isArray(value)) return [{ to, from, value: [] }, ...value.flatMap((item, index) => carry(item, [...to, index], [...from, index]))];
  if (!isMap(value)) return [{ to, from, value }];
  return [{ to, from, value: {} }, ...Object.entries(value).flatMap(([key, inner]) => carry(inner, [...to, decapitalised(key)], [...from, key]))];
};

const deepest = (item: unknown, keys: readonly string[]): Carried | undefined => {
  let found: { value: unknown; from: Path } = { value: item, from: [] };
  for (const key of keys) {
    const { value, from } = found;
    const held = isMap(value) ? Object.keys(value).find((own) => own === key || own === decapitalised(key)) : undefined;
    if (held === undefined) return undefined;
    found = { value: (value as Raw)[held], from: [...from, held] };
  }
  return { to: [], ...found };
};

const carryEach = (value: readonly unknown[], keys: readonly string[], place: Omit<Carried, 'value'>): readonly Carried[] => {
  const found = value.flatMap((item, index) => {
    const inner = deepest(item, keys);
    return inner === undefined ? [] : [{ ...inner, from: [...place.from, index, ...inner.from] }];
  });
  return [{ ...place, value: [] }, ...found.flatMap(({ from, value: held }, index) => carry(held, [...place.to, index], from))];
};

const carryBeside = (value: unknown, from: Path, { to, each, ifNone }: Beside): readonly Carried[] => {
  const [list, ...items] = Array.isArray(value) ? carryEach(value, each, { to, from }) : [];
  return list === undefined || (items.length === 0 && ifNone === 'nothing') ? [] : [list, ...items];
};

const tagIn = (item: unknown): readonly [key: string, value: unknown] | undefined => {
  const [key, value] = [deepest(item, ['Key']), deepest(item, ['Value'])];
  return key === undefined ? undefined : [String(key.value), value?.value ?? ''];
};

const carryTags = (value: readonly unknown[], { to, from }: Omit<Carried, 'value'>): readonly Carried[] => {
  const tags = value.flatMap((item, index) => {
    const tag = tagIn(item);
    return tag === undefined ? [] : [{ to: [...to, tag[0]], from: [...from, index], value: tag[1] }];
  });
  return [{ to, from, value: {} }, ...tags];
};

const carryAs = (form: Form, value: unknown, place: Omit<Carried, 'value'>): readonly Carried[] => {
  if (form === 'count') return [{ ...place, value: isMap(value) ? Object.keys(value).length : value }];
  if (form === 'tags' && Array.isArray(value)) return carryTags(value, place);
  if (typeof form === 'object' && Array.isArray(value)) return carryEach(value, form.each, place);
  return carry(value, place.to, place.from);
};

const NOTHING: Translated = { carried: [], unknown: [], misshapen: [], open: [] };

const joined = (parts: readonly Translated[]): Translated => ({
  carried: parts.flatMap(({ carried }) => carried),
  unknown: parts.flatMap(({ unknown }) => unknown),
  misshapen: parts.flatMap(({ misshapen }) => misshapen),
  open: parts.flatMap(({ open }) => open),
});

const unknownKey = (notation: Notation, path: Path): Translated => {
  const near = nearest(String(path.at(-1)), Object.keys(notation));
  return { ...NOTHING, unknown: [{ path, ...(near !== undefined && { nearest: near }) }] };
};

const translateKey = (meaning: Meaning, value: unknown, { from, manner }: { readonly from: Path; readonly manner: Manner }): Translated => {
  if (meaning === 'ignored') return NOTHING;
  if ('within' in meaning && isMap(value)) {
    const itself: readonly Carried[] = meaning.to === undefined ? [] : [{ to: meaning.to, from, value: {} }];
    return joined([{ ...NOTHING, carried: itself }, translate(value, meaning.within, { from, manner })]);
  }
  // How many keys a map has is known, whatever they hold.
  const counts = 'form' in meaning && meaning.form === 'count' && isMap(value);
  const beside = 'beside' in meaning && meaning.beside !== undefined ? carryBeside(value, from, meaning.beside) : [];
  if (!counts && manner.isOpen(value)) return { ...NOTHING, carried: beside, open: [{ from, to: meaning.to }] };
  if ('within' in meaning) return { ...NOTHING, misshapen: [from] };
  const places = [meaning.to, ...(meaning.also === undefined ? [] : [meaning.also])];
  return { ...NOTHING, carried: [...places.flatMap((to) => carryAs(meaning.form, value, { to, from })), ...beside] };
};

/** Reads a map of another notation. A map that is there but says nothing is carried too, where the target has one. */
export const translate = (raw: Raw, notation: Notation, { from, manner }: { readonly from: Path; readonly manner: Manner }): Translated =>
  joined(
    Object.entries(raw).map(([key, value]) => {
      const spelt = manner.spelt(key, from.length);
      const meaning = Object.hasOwn(notation, spelt) ? notation[spelt] : undefined;
      return meaning === undefined ? unknownKey(notation, [...from, key]) : translateKey(meaning, value, { from: [...from, key], manner });
    }),
  );

const put = (holder: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return Object.assign([...holder], { [key]: put(holder[Number(key)], rest, value) });
  const map = isMap(holder) ? holder : {};
  return { ...map, [key]: put(map[String(key)], rest, value) };
};

/** The carried values as one map; an outer value comes before those inside it. */
export const assembled = (carried: readonly Carried[]): Raw => carried.reduce<unknown>((raw, { to, value }) => put(raw, to, value), {}) as Raw;
