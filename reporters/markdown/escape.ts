import { visible } from '../text.ts';

// Whatever begins something in GitHub's or GitLab's Markdown. A character reference never does.
// https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
const ACTIVE = /[&<>`*_[\]{}#|~@\\$^]|:(?=\/\/)|(?<=\bwww)\./gi;

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

// `@name` and `#1` call people and issues even as references: an empty element between sign and name ends that.
const CALLS: Readonly<Record<string, string>> = { '@': '&#64;<span></span>', '#': '&#35;<span></span>' };

/** Foreign text as Markdown prose: nothing in it is markup, a link, a mention or a line break. Not for the beginning of a line. */
export const escapedMarkdown = (text: string): string => visible(text).replace(ACTIVE, (character) => CALLS[character] ?? reference(character));

/** Foreign text as code within a line: a name that a reader may copy. */
export const inlineCode = (text: string): string => `<code>${visible(text).replace(ACTIVE, reference)}</code>`;

const FENCE = 3;

/** Lines of commands as a block of code, however many backticks stand in them. */
export const codeBlock = (lines: string, language: string): string => {
  const longest = Math.max(0, ...(lines.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(Math.max(FENCE, longest + 1));
  return `${fence}${language}\n${lines}\n${fence}`;
};
