/** Marks what JSON has no word for. */
const TAG = '@sageready';

type Members = Readonly<Record<string, unknown>>;

const tagged = (tag: string, value?: unknown): Members => ({ [TAG]: tag, ...(value !== undefined && { value }) });

const plainObject = (object: Members): Members => {
  const entries = Object.entries(object).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value)] as const]));
  // A thing of AWS's may be named like the mark.
  return Object.hasOwn(object, TAG) ? tagged('object', entries) : Object.fromEntries(entries);
};

/** A value as JSON can carry it. */
const plain = (value: unknown): unknown => {
  if (value === undefined) return tagged('undefined');
  if (value instanceof Date) return tagged('date', value.getTime());
  if (value instanceof Uint8Array) return tagged('bytes', Buffer.from(value).toString('base64'));
  if (typeof value === 'bigint') return tagged('bigint', String(value));
  if (typeof value === 'number' && !Number.isFinite(value)) return tagged('number', String(value));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? plainObject(value as Members) : value;
};

const UNTAGGED: Readonly<Record<string, (value: unknown) => unknown>> = {
  undefined: () => undefined,
  // JSON has no word for the time of an invalid date either.
  date: (value) => new Date((value as number | null) ?? Number.NaN),
  bytes: (value) => Uint8Array.from(Buffer.from(value as string, 'base64')),
  number: Number,
  bigint: (value) => BigInt(value as string),
  object: (value) => Object.fromEntries((value as readonly (readonly [string, unknown])[]).map(([name, part]) => [name, unmarked(part)])),
};

/** The value that was made plain. Throws on a mark that this version does not know. */
const unmarked = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(unmarked);
  if (typeof json !== 'object' || json === null) return json;
  const { [TAG]: tag, value } = json as Members;
  if (tag === undefined) return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, unmarked(part)]));
  const read = Object.hasOwn(UNTAGGED, String(tag)) ? UNTAGGED[String(tag)] : undefined;
  if (read === undefined) throw new Error(`the journal marks a value as ${String(tag)}, which this version does not know`);
  return read(value);
};

/** JSON in which dates, bytes and every number survive. Properties without value are left out, as JSON does. */
export const toTaggedJson = (value: unknown): string => JSON.stringify(plain(value));

/** What was written by `toTaggedJson`. Throws on any other text. */
export const fromTaggedJson = (text: string): unknown => unmarked(JSON.parse(text));
