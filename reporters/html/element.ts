import { escaped } from '../markup.ts';

/** Attributes by name; undefined and false leave one out, true gives it without value. Values are escaped, names are our own. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const attribute = ([name, value]: readonly [string, Attributes[string]]): string => {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
};

/** An element around content that is markup already. */
export const element = (name: string, attributes: Attributes, ...content: readonly string[]): string =>
  `<${name}${Object.entries(attributes).map(attribute).join('')}>${content.join('')}</${name}>`;

/** A list of items; nothing without any. */
export const list = (kind: 'ul' | 'ol', name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : element(kind, { class: name }, ...items.map((item) => element('li', {}, item)));

/** Terms with what they mean; those without content are left out. */
export const terms = (name: string, pairs: readonly (readonly [string, string])[]): string => {
  const rows = pairs.filter(([, content]) => content !== '').map(([term, content]) => `<div>${element('dt', {}, term)}${element('dd', {}, content)}</div>`);
  return rows.length === 0 ? '' : element('dl', { class: name }, ...rows);
};
