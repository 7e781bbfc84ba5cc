import type { Path } from './issue.ts';

type Raw = Readonly<Record<string, unknown>>;

const OF_CONTAINER = ['image', 'modelDataUrl', 'mode', 'imageConfig', 'modelDataSource', 'modelPackageName'] as const;
const OF_VARIANT = ['modelName', 'serverlessConfig', 'instanceType', 'acceleratorType'] as const;

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

const holderOf = (raw: Raw, key: string | number | undefined): Path | undefined =>
  HOLDERS.find(({ at, keys }) => typeof key === 'string' && keys.includes(key) && Object.hasOwn(heldIn(raw, at), key))?.at;

/** The path at which a value of a target is written, when AWS's own nesting holds it. */
export const writtenPath = (raw: Raw, path: Path): Path => {
  const [key] = path;
  if (key === undefined || Object.hasOwn(raw, key)) return path;
  const holder = holderOf(raw, key);
  return holder === undefined ? path : [...holder, ...path];
};

/** A target with what its container and its variant say at its top. What stands at the top already stays. */
export const lifted = (raw: Raw): Raw => {
  const { primaryContainer, ...rest } = raw;
  const keys = [...OF_CONTAINER, ...OF_VARIANT].filter((key) => !Object.hasOwn(raw, key));
  const found = keys.flatMap((key) => {
    const holder = holderOf(raw, key);
    return holder === undefined ? [] : [[key, heldIn(raw, holder)[key]] as const];
  });
  return { ...(isMap(primaryContainer) ? rest : raw), ...Object.fromEntries(found) };
};
