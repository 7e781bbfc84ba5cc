import type { Path } from './issue.ts';
import type { Loan } from './loan.ts';

type Raw = Readonly<Record<string, unknown>>;

/** An entry in the shape of a target, and where it took what it did not have there. */
export interface Lifted {
  readonly raw: Raw;
  readonly loans: readonly Loan[];
}

const OF_CONTAINER = ['image', 'modelDataUrl', 'mode', 'imageConfig', 'modelDataSource', 'modelPackageName'] as const;
const OF_VARIANT = ['modelName', 'serverlessConfig', 'instanceType', 'initialInstanceCount', 'acceleratorType'] as const;

/** Where the requests of CreateModel and CreateEndpointConfig hold what a target holds at its top. */
const HOLDERS: readonly { readonly at: Path; readonly keys: readonly string[] }[] = [
  { at: ['primaryContainer'], keys: OF_CONTAINER },
  { at: ['containers', 0], keys: OF_CONTAINER },
  { at: ['productionVariants', 0], keys: OF_VARIANT },
];

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const heldIn = (raw: Raw, [head, index]: Path): Raw => {
  const outer = raw[String(head)];
  const held = index === undefined ? outer : Array.isArray(outer) ? outer[Number(index)] : undefined;
  return isMap(held) ? held : {};
};

const holderOf = (raw: Raw, key: string): Path | undefined => HOLDERS.find(({ at, keys }) => keys.includes(key) && Object.hasOwn(heldIn(raw, at), key))?.at;

/** An entry with what its container and its variant say at its top, as far as its scenario knows those keys. What stands at the top already stays. */
export const lifted = (raw: Raw, known: readonly string[]): Lifted => {
  if (!known.includes('containers')) return { raw, loans: [] };
  const keys = [...OF_CONTAINER, ...OF_VARIANT].filter((key) => known.includes(key) && !Object.hasOwn(raw, key));
  const found = keys.flatMap((key) => {
    const holder = holderOf(raw, key);
    return holder === undefined ? [] : [{ key, holder }];
  });
  const { primaryContainer, ...rest } = raw;
  const values = Object.fromEntries(found.map(({ key, holder }) => [key, heldIn(raw, holder)[key]]));
  return {
    raw: { ...(isMap(primaryContainer) ? rest : raw), ...values },
    loans: found.map(({ key, holder }) => ({ to: [key], from: [...holder, key] })),
  };
};
