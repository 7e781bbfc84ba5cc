/** What a specification holds under its names; anything may be missing or of another kind than expected. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object's fields; of anything else none. */
export const fieldsIn = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});

/** A text that is not empty. */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The texts of a list. */
export const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
