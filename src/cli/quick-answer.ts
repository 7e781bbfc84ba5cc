declare const SAGEREADY_TEXTS: { readonly version: string; readonly help: Readonly<Record<string, string>> } | undefined;

const HELP = new Set(['--help', '-h']);

/** The version, and the help of every command by its name (`''`: the program's own); rendered by the build, absent in unbundled sources. */
const texts = typeof SAGEREADY_TEXTS === 'undefined' ? undefined : SAGEREADY_TEXTS;

/** The answer to `--version`, `--help`, `<command> --help` and `help <command>`; undefined for everything else. */
export const quickAnswer = (words: readonly string[], known = texts): string | undefined => {
  const [first = '', second = ''] = words;
  if (known === undefined) return undefined;
  if (first === '--version') return `${known.version}\n`;
  if (words.length === 0 || HELP.has(first) || (first === 'help' && second === '')) return known.help[''];
  if (first === 'help') return known.help[second];
  return words.some((word) => HELP.has(word)) ? known.help[first] : undefined;
};
