import type { Argv, Options } from 'yargs';
import yargs from 'yargs';
import type { Command } from './commands.ts';
import { COMMANDS } from './commands.ts';

const WIDTH = 100;

const withExamples = (parser: Argv, examples: Command['examples']): Argv => {
  for (const [command, words] of examples) parser.example(command, words);
  return parser;
};

/** Of an option that takes one value, the last one counts. (The parser could see to that itself, but then lists would keep their last value only.) */
const lastOfEach = ({ options }: Command, words: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(words).map(([name, value]) => {
      const takesOne = options[name] !== undefined && options[name].array !== true;
      return [name, takesOne && Array.isArray(value) ? value.at(-1) : value];
    }),
  );

const addCommand = (parser: Argv, command: Command, run: (command: Command, words: Readonly<Record<string, unknown>>) => Promise<void>): void => {
  parser.command(
    command.usage,
    command.describe,
    (own) => {
      for (const [name, options] of Object.entries(command.positionals)) own.positional(name, options as Parameters<Argv['positional']>[1]);
      return withExamples(own.options(command.options as Readonly<Record<string, Options>>), command.examples).version(false);
    },
    (words) => run(command, lastOfEach(command, words)),
  );
};

/** The command line: commands, options and examples. `run` is called with the command that was asked for. */
export const parserFor = (words: readonly string[], run: (command: Command, words: Readonly<Record<string, unknown>>) => Promise<void>): Argv => {
  const parser = yargs([...words])
    .scriptName('sageready')
    .usage('Will this SageMaker deployment work in this account? Reads the account, never writes to it.\n\n$0 <command> [options]')
    .parserConfiguration({ 'camel-case-expansion': false, 'strip-aliased': true })
    .wrap(WIDTH)
    .strict()
    .demandCommand(1, 'Name a command, for example: sageready check')
    .recommendCommands()
    .help()
    .alias('help', 'h')
    .epilogue('Exit codes: 0 ready · 1 not ready · 2 could not run · 3 undetermined · 130 interrupted');
  for (const command of COMMANDS) addCommand(parser, command, run);
  return withExamples(parser, [
    ['$0 init', 'Write a commented sageready.yaml'],
    ['$0 check', 'Judge what sageready.yaml describes'],
    ['$0 explain identity/role-trusts-sagemaker', 'What a rule means and how to mend it'],
  ]);
};

const helpOf = async (words: readonly string[], version: string): Promise<string> => {
  let text = '';
  const parser = parserFor(words, async () => {}).version(version);
  await parser.parseAsync([...words, '--help'], (_error: unknown, _argv: unknown, output: string) => {
    text = output;
  });
  return `${text}\n`;
};

/** The help of the program (under `''`) and of each command, as the build stores it. */
export const renderHelpTexts = async (version: string): Promise<Readonly<Record<string, string>>> => {
  const names = ['', ...COMMANDS.map(({ usage }) => usage.split(' ')[0] ?? '')];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await helpOf(name === '' ? [] : [name], version)] as const)));
};
