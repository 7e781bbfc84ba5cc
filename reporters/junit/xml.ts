import { visible } from '../text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// No XML 1.0 document may hold these two, not even by reference; whatever else it may not hold is no longer there in visible text.
// https://www.w3.org/TR/xml/#charsets
const FORBIDDEN = /[\ufffe\uffff]/g;

/** Foreign text for elements and quoted attributes of XML: nothing in it is markup, invisible, or forbidden. */
export const xmlText = (text: string): string =>
  visible(text)
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Several lines of visible text; the line breaks are ours. */
export const xmlLines = (lines: readonly string[]): string => lines.map(xmlText).join('\n');

/** Attributes of an element; those that are undefined are left out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
