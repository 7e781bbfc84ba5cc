import { jsonLayout } from './json-layout.ts';
import { columnsOf, visible } from './text.ts';

const SAFE = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** One argument for a POSIX shell: as it stands where that is safe, else in single quotes. */
export const shellQuote = (text: string): string => (SAFE.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

/** Text that stands in a command as it is, because our own code made it; everything else is quoted. */
export interface ShellCode {
  readonly code: string;
}

/** An option's value: foreign text, a number, shell code of our own; undefined leaves the option out, true gives it without value. */
type OptionValue = string | number | ShellCode | true | undefined;

/** Options in the order in which they are to stand, without the dashes. */
export type CommandOptions = Readonly<Record<string, OptionValue>>;

const isCode = (value: OptionValue): value is ShellCode => typeof value === 'object';

const argument = (text: string): string => shellQuote(visible(text));

const option = ([name, value]: readonly [string, OptionValue]): readonly string[] => {
  if (value === undefined) return [];
  if (value === true) return [`--${name}`];
  return [`--${name} ${isCode(value) ? value.code : argument(String(value))}`];
};

const COMFORTABLE = 76;

const folded = (parts: readonly string[], ending: string): string => {
  const line = `${parts.join(' ')}${ending}`;
  return !line.includes('\n') && columnsOf(line) <= COMFORTABLE ? line : `${parts.join(' \\\n  ')}${ending}`;
};

/** An AWS CLI command; one option a line when it is long. `into`: the file that takes its output. */
export const awsCommand = (words: readonly string[], options: CommandOptions, into?: string): string => {
  const [head = [], ...more] = [
    ['aws', ...words.map(argument)],
    ...Object.entries(options)
      .map(option)
      .filter(({ length }) => length > 0),
  ];
  return folded([head.join(' '), ...more.map(([text = '']) => text)], into === undefined ? '' : ` > ${shellQuote(into)}`);
};

/** The same for an option's value: the command's output. */
export const outputOf = (command: string): ShellCode => ({ code: `"$(${command.replaceAll(' \\\n  ', ' ')})"` });

/** Several values of one option, as the AWS CLI takes them: side by side. */
export const listArgument = (values: readonly string[]): ShellCode => ({ code: values.map(argument).join(' ') });

/** A JSON document as an argument, on several lines; its strings hold no raw control character. */
export const documentArgument = (value: unknown): ShellCode => ({ code: shellQuote(jsonLayout(value, 2)) });

/** A file that a command wrote before, as the AWS CLI reads it. */
export const fromFile = (file: string): ShellCode => ({ code: `file://${file}` });
