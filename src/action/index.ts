import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../cli/main.ts';
import type { TargetOutcome } from '../model/report.ts';
import { isStop } from '../run/stop.ts';
import type { AskedReport, Environment, Inputs } from './inputs.ts';
import { inputsOf } from './inputs.ts';
import { addSummary, errorCommand, setOutputs, withoutCommands } from './workflow.ts';

const COULD_NOT_RUN = 2;

/** What an exit code says, as the output `outcome`. */
const OUTCOMES: Readonly<Record<number, string>> = { 0: 'ready', 1: 'not-ready', [COULD_NOT_RUN]: 'could-not-run', 3: 'undetermined', 130: 'interrupted' };

/** Exit codes that are verdicts: `exit-zero` makes them 0. */
const VERDICTS = [1, 3];

/** How the command line ended. */
interface Ended {
  readonly code: number;
  /** What it said on standard error. */
  readonly said: string;
}

/** Runs the command line in this process. All that it says goes to standard output, in order, where the runner obeys none of it. */
const runCommandLine = async (words: readonly string[]): Promise<Ended> => {
  const { begin, end } = withoutCommands();
  const said: string[] = [];
  process.stderr.write = (text: string | Uint8Array): boolean => {
    said.push(String(text));
    return process.stdout.write(text);
  };
  process.stdout.write(begin);
  await main(words);
  process.stdout.write(end);
  return { code: Number(process.exitCode ?? 0), said: said.join('') };
};

/** The action's own reports, in a folder that nobody else writes to. */
const ownReports = (folder: string, { annotations, summary }: Inputs): readonly AskedReport[] => [
  { format: 'json', file: join(folder, 'report.json') },
  ...(annotations ? [{ format: 'github', file: join(folder, 'annotations.txt') }] : []),
  ...(summary ? [{ format: 'markdown', file: join(folder, 'summary.md') }] : []),
];

const contentOf = (reports: readonly AskedReport[], format: string): Promise<string> => {
  const file = reports.find((report) => report.format === format)?.file;
  return file === undefined ? Promise.resolve('') : readFile(file, 'utf8').catch(() => '');
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const preformatted = (text: string): string => `<pre>${text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character)}</pre>`;

const tellFailure = async (environment: Environment, message: string): Promise<void> => {
  process.stdout.write(errorCommand('sageready could not run', message));
  await addSummary(environment, `### sageready could not run\n\n${preformatted(message)}\n`);
};

const countsIn = (json: string): Readonly<Record<TargetOutcome, string>> => {
  const targets = json === '' ? [] : (JSON.parse(json) as { readonly targets: readonly { readonly outcome: TargetOutcome }[] }).targets;
  const count = (outcome: TargetOutcome): string => String(targets.filter((target) => target.outcome === outcome).length);
  return { ready: count('ready'), 'not-ready': count('not-ready'), undetermined: count('undetermined') };
};

const outputsOf = ({ code }: Ended, { reports }: Inputs, json: string): Readonly<Record<string, string>> => {
  const written = json === '' ? [] : reports;
  return {
    outcome: OUTCOMES[code] ?? 'could-not-run',
    'exit-code': String(code),
    ...countsIn(json),
    reports: written.map(({ file }) => file).join('\n'),
    ...Object.fromEntries(written.map(({ format, file }) => [format, file])),
  };
};

const argument = ({ format, file }: AskedReport): string => `--output=${format}=${file}`;

const runStep = async (environment: Environment, folder: string): Promise<void> => {
  const inputs = inputsOf(environment);
  if (inputs.workingDirectory !== undefined) process.chdir(inputs.workingDirectory);
  const own = ownReports(folder, inputs);
  const colour = environment['NO_COLOR'] ? [] : ['--colour'];
  const ended = await runCommandLine([...inputs.words, ...colour, '--output=console', ...[...own, ...inputs.reports].map(argument)]);
  const json = await contentOf(own, 'json');
  process.stdout.write(await contentOf(own, 'github'));
  if (inputs.summary) await addSummary(environment, await contentOf(own, 'markdown'));
  if (json === '') await tellFailure(environment, ended.said.replaceAll(/^sageready: /gm, '').trim());
  await setOutputs(environment, outputsOf(ended, inputs, json));
  process.exitCode = inputs.exitZero && VERDICTS.includes(ended.code) ? 0 : ended.code;
};

/** The action: one step of a workflow. What goes wrong is an annotation, and the exit code 2. */
const run = async (environment: Environment): Promise<void> => {
  const folder = await mkdtemp(join(environment['RUNNER_TEMP'] || tmpdir(), 'sageready-'));
  try {
    await runStep(environment, folder);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await tellFailure(environment, isStop(error) ? message : `unexpected: ${message} — this is ours to mend, please report it`);
    await setOutputs(environment, { outcome: 'could-not-run', 'exit-code': String(COULD_NOT_RUN), reports: '' });
    process.exitCode = COULD_NOT_RUN;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

await run(process.env);
