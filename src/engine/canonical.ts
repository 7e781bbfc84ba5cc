const sortKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

const isFlat = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Most of what is asked for are a few words: these need no look at what lies within. */
const flatText = (value: object): string => {
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${JSON.stringify(part)}`).join(',')}}`;
};

/** The same text for the same value, whatever the order of its keys. */
export const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.values(value).every(isFlat)) return JSON.stringify(value, sortKeys);
  return flatText(value);
};

/** Freezes a value and everything in it, so that no rule can change what the next one sees. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
};
