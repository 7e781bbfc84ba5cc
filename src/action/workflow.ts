import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Environment } from './inputs.ts';

/** Text as the data of a workflow command: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** An annotation of the whole run. */
export const errorCommand = (title: string, text: string): string => `::error title=${title}::${data(text)}\n`;

/**
 * Lines between which the runner obeys no command. It looks for commands in every line of the log, even behind spaces,
 * and a report quotes names and policies that somebody else has written.
 */
export const withoutCommands = (): { readonly begin: string; readonly end: string } => {
  const token = randomUUID();
  return { begin: `::stop-commands::${token}\n`, end: `::${token}::\n` };
};

/** A value of any form for the file that collects outputs: its end is a word that nobody can foresee. */
const assignment = (name: string, value: string): string => {
  const end = `end-${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
};

const append = async (environment: Environment, variable: string, text: string): Promise<void> => {
  const file = environment[variable];
  if (file !== undefined && file !== '') await appendFile(file, text);
};

/** Sets outputs of the step. */
export const setOutputs = (environment: Environment, outputs: Readonly<Record<string, string>>): Promise<void> =>
  append(
    environment,
    'GITHUB_OUTPUT',
    Object.entries(outputs)
      .map(([name, value]) => assignment(name, value))
      .join(''),
  );

/** Adds to the page that sums the step up. */
export const addSummary = (environment: Environment, markdown: string): Promise<void> => append(environment, 'GITHUB_STEP_SUMMARY', `${markdown}\n`);
