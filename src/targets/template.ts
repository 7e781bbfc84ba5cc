// W&B fills in `${name}` (macros) and `{{name}}` (template variables) when a run starts: https://docs.wandb.ai/platform/launch/setup-queue-advanced
const TEMPLATE = /\$\{[^{}]*\}|\{\{[^{}]*\}\}/;
const NAMES = /\$\{\s*([^{}]*?)\s*\}|\{\{\s*([^{}]*?)\s*\}\}/g;

/** What `withoutTemplates` leaves of a template that stood without quotes. */
const LEFT = /^(?:\$\s*([A-Za-z_][\w.-]*)\s*|\{\s*([\w.-]+)\s*\})$/;

// YAML would read `{{name}}` as a map and JSON knows neither: only a value that is nothing else stands without quotes.
const UNQUOTED = /(?<=(?:^|[:,[]|-[ \t])[ \t]*)(?:\$\{([ \t]*[\w.-]+[ \t]*)\}|\{\{([ \t]*[\w.-]+[ \t]*)\}\})(?=[ \t]*(?:[,\]}#]|$))/gm;

const isQuoted = (text: string, offset: number): boolean => {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return ['"', "'"].some((quote) => (before.split(quote).length - 1) % 2 === 1);
};

/** Puts templates that stand without quotes into quotes, so that the text can be parsed; every character keeps its place. */
export const withoutTemplates = (text: string): string =>
  text.replace(UNQUOTED, (all: string, macro: string | undefined, variable: string | undefined, offset: number) => {
    if (isQuoted(text, offset)) return all;
    return macro === undefined ? `"{${variable}}"` : `"$${macro}"`;
  });

/** The names of the templates in a value, and in all that is in it; empty: the value is known now. */
export const templatesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(templatesIn);
  if (typeof value !== 'string') return [];
  const left = LEFT.exec(value);
  if (left !== null) return [left[1] ?? left[2] ?? ''];
  return TEMPLATE.test(value) ? [...value.matchAll(NAMES)].map((match) => match[1] ?? match[2] ?? '') : [];
};
