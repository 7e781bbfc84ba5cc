import { jsonText } from './text.ts';

const LINE = 64;
const STEP = 2;

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return jsonText(value);
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return fields.length === 0 ? '{}' : `{ ${fields.map(([key, part]) => `${jsonText(key)}: ${inline(part)}`).join(', ')} }`;
};

const isFlat = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Object.values(value).every((part) => typeof part !== 'object' || part === null || (Array.isArray(part) && part.length === 1 && isFlat(part)));

/** A value as JSON for people: small lists and objects on one line, everything else a field a line. `indent`: spaces before every line but the first. */
export const jsonLayout = (value: unknown, indent = 0): string => {
  const line = inline(value);
  if (typeof value !== 'object' || value === null || (isFlat(value) && indent + line.length <= LINE)) return line;
  const margin = ' '.repeat(indent);
  const deeper = indent + STEP;
  const parts = Array.isArray(value)
    ? value.map((part) => jsonLayout(part, deeper))
    : Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [`${jsonText(key)}: ${jsonLayout(part, deeper)}`]));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => `${margin}${' '.repeat(STEP)}${part}`).join(',\n')}\n${margin}${close}`;
};
