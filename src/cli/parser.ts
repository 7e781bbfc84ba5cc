import type { Argv, Options } from 'yargs';
import yargs from 'yargs';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** Columns of a help text. It is rendered when the command line is built, so that it fits the narrowest terminal that is usual. */
const WIDTH = 80;

const withExamples = (parser: Argv, examples: Command['examples']): Argv => {
  for (const [command, words] of examples) parser.example(command, words);
  return parser;
};

type Named<T> = Readonly<Record<string, T>>;

const hidden = (options: Named<Options>): Named<Options> =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...option, hidden: true }]));

/** yargs lays out a command's help whenever it runs it, which costs more than the rest of the parsing: only a parser that is asked for help has any. */
const withoutHelp = (command: Command): Command => ({ ...command, examples: [], options: hidden(command.options), positionals: hidden(command.positionals) });

const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h');

const addCommand = (parser: Argv, command: Command, run: (words: Named<unknown>) => Promise<void>): void => {
  parser.command(
    command.usage,
    command.describe,
    (own) => {
      for (const [name, options] of Object.entries(command.positionals)) own.positional(name, options as Parameters<Argv['positional']>[1]);
      return withExamples(own.options(command.options as Named<Options>), command.examples).version(false);
    },
    run,
  );
};

/** The command line: commands, options and examples. `run` is called with the command that was asked for. */
export const parserFor = (words: readonly string[], run: (command: Command, words: Named<unknown>) => Promise<void>): Argv => {
  const parser = yargs([...words])
    .scriptName('sageready')
    .usage('Will this SageMaker deployment work in this account?\nReads the account, never writes to it.\n\n$0 <command> [options]')
    .parserConfiguration({ 'camel-case-expansion': false, 'strip-aliased': true })
    .wrap(WIDTH)
    .strict()
    .demandCommand(1, 'Name a command, for example: sageready check')
    .recommendCommands()
    .help()
    .alias('help', 'h')
    .epilogue('Exit codes: 0 ready · 1 not ready · 2 could not run · 3 undetermined\n            130 interrupted');
  const shown = asksForHelp(words) ? (command: Command): Command => command : withoutHelp;
  for (const command of COMMANDS) addCommand(parser, shown(command), (given) => run(command, given));
  return withExamples(parser, [
    ['$0 init', 'Write a commented sageready.yaml'],
    ['$0 check', 'Judge what sageready.yaml describes'],
    ['$0 explain identity/role-trusts-sagemaker', 'What a rule means and how to mend it'],
  ]);
};

const helpOf = async (words: readonly string[], version: string): Promise<string> => {
  let text = '';
  const asking = [...words, '--help'];
  const parser = parserFor(asking, async () => {}).version(version);
  await parser.parseAsync(asking, (_error: unknown, _argv: unknown, output: string) => {
    text = output;
  });
  return `${text}\n`;
};

/** The help of the program (under `''`) and of each command, as the build stores it. */
export const renderHelpTexts = async (version: string): Promise<Readonly<Record<string, string>>> => {
  const names = ['', ...COMMANDS.map(({ usage }) => usage.split(' ')[0] ?? '')];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await helpOf(name === '' ? [] : [name], version)] as const)));
};
