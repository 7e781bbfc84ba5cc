/** A file that is generated from the code, with its path in the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** The line that tells readers where a generated file comes from. */
export const generatedFrom = (source: string): string => `<!-- Generated from ${source} by \`npm run generate\`. Do not edit. -->`;

/** Text as Markdown shows it literally: what looks like a tag is none. */
export const literal = (text: string): string => text.replaceAll('<', '&lt;');

/** Text in backticks. */
export const code = (text: string): string => `\`${text}\``;

/** A bulleted list, one item a line. */
export const list = (items: readonly string[]): string => items.map((item) => `* ${item}`).join('\n');

/** A table; cells are Markdown already, but for the bars. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
};

/** The anchor that a heading has on the pages of a repository host: letters, digits, hyphens and underscores, in lower case. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
