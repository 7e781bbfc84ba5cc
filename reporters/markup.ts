import { visible } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Our own or cleaned text for HTML and SVG, inside elements and quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Foreign text for HTML and SVG: nothing in it is markup, moves, hides or changes direction. */
export const markup = (text: string): string => escaped(visible(text));
