import type { Options } from 'yargs';
import { LAW } from '../../run/law.ts';
import type { Command } from '../command.ts';
import { FORMAT_NAMES } from '../output/formats.ts';
import { print } from '../print.ts';
import type { CompletionCommand, Shell } from '../text/completion.ts';
import { completionScript } from '../text/completion.ts';
import type { Words } from '../words.ts';

const nameOf = ({ usage }: Pick<Command, 'usage'>): string => usage.split(' ')[0] ?? '';

const ruleIds = (): readonly string[] => LAW.rules.map(({ id }) => id);
const scenarioIds = (): readonly string[] => LAW.scenarios.map(({ id }) => id);

/** Commands whose words are known only here. */
const WORDS: Readonly<Record<string, () => readonly string[]>> = { explain: ruleIds, can: () => ['me', 'deployer', 'execution-role'] };

const choicesOf = ({ choices }: Options): readonly string[] => (choices ?? []).map(String);

const WORDS_OF_OPTIONS: Readonly<Record<string, () => readonly string[]>> = { scenario: scenarioIds, output: () => FORMAT_NAMES };

const wordsOf = (name: string, option: Options): readonly string[] => {
  const choices = choicesOf(option);
  return choices.length > 0 ? choices : (WORDS_OF_OPTIONS[name]?.() ?? []);
};

const valuesOf = (options: Command['options']): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(options)
      .map(([name, option]) => [`--${name}`, wordsOf(name, option)] as const)
      .filter(([, list]) => list.length > 0),
  );

const FILES = /file|facts/;

/** What a shell may complete after a command's name. */
export const completionOf = (command: Command): CompletionCommand => {
  const name = nameOf(command);
  const takesFiles = [...Object.keys(command.positionals), ...Object.keys(command.options)].some((word) => FILES.test(word));
  return {
    name,
    describe: command.describe,
    options: Object.keys(command.options).map((option) => `--${option}`),
    words: [...(WORDS[name]?.() ?? []), ...Object.values(command.positionals).flatMap(choicesOf)],
    files: takesFiles ? 'yes' : 'no',
    values: valuesOf(command.options),
  };
};

/** Prints the script that completes words in a shell. */
export const run = async (words: Words, commands: readonly Command[]): Promise<number> => {
  await print(completionScript(words['shell'] as Shell, commands.map(completionOf)));
  return 0;
};
