declare const SAGEREADY_TEXTS: string | undefined;

/** What the build renders: the version, and the help of every command by its name (`''`: the program's own). */
interface Texts {
  readonly version: string;
  readonly help: Readonly<Record<string, string>>;
}

const HELP = new Set(['--help', '-h']);

/** Absent in unbundled sources. The build puts a text here, not an object: only so does it stay in this file and not load another one. */
const texts = typeof SAGEREADY_TEXTS === 'undefined' ? undefined : (JSON.parse(SAGEREADY_TEXTS) as Texts);

const helpOf = ({ help }: Texts, command: string): string | undefined => (Object.hasOwn(help, command) ? help[command] : undefined);

/** The answer to `--version`, `--help`, `<command> --help` and `help <command>`; undefined for everything else. */
export const quickAnswer = (words: readonly string[], known = texts): string | undefined => {
  const [first = '', second = ''] = words;
  if (known === undefined) return undefined;
  if (first === '--version') return `${known.version}\n`;
  if (words.length === 0 || HELP.has(first)) return helpOf(known, '');
  if (first === 'help') return helpOf(known, second);
  return words.some((word) => HELP.has(word)) ? helpOf(known, first) : undefined;
};
