import { visible } from '../text.ts';

// No XML 1.0 document may hold the last two, not even by reference; whatever else it may not hold is no longer there in visible text.
// https://www.w3.org/TR/xml/#charsets
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\ufffe': '\ufffd', '\uffff': '\ufffd' };

const escaped = (text: string): string => text.replace(/[&<>"\ufffe\uffff]/g, (character) => ENTITIES[character] ?? character);

/** Foreign text for elements and quoted attributes of XML: nothing in it is markup, invisible, or forbidden. */
export const xmlText = (text: string): string => escaped(visible(text));

/** Several lines of visible text; the line breaks are ours. */
export const xmlLines = (lines: readonly string[]): string => escaped(lines.map(visible).join('\n'));

/** Attributes of an element; those that are undefined are left out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
