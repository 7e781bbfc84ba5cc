import { stop } from '../run/stop.ts';

/** The environment of a step, as the runner sets it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A report that the workflow asked for. */
export interface AskedReport {
  readonly format: string;
  readonly file: string;
}

/** What a workflow asks of the action. */
export interface Inputs {
  /** The command line that answers it, without outputs. */
  readonly words: readonly string[];
  readonly reports: readonly AskedReport[];
  readonly workingDirectory: string | undefined;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** A verdict does not fail the step. */
  readonly exitZero: boolean;
}

/** An input as the runner hands it over: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs */
const inputOf = (environment: Environment, name: string): string | undefined => environment[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

// The truth values of YAML 1.2, as GitHub's own toolkit reads them.
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

const isOn = (environment: Environment, name: string): boolean => {
  const text = inputOf(environment, name) ?? 'false';
  if (TRUE.includes(text)) return true;
  if (FALSE.includes(text)) return false;
  throw stop(`input ${name} is "${text}" — it takes true or false`);
};

const reportOf = (line: string): AskedReport => {
  const [format = '', ...file] = line.split('=');
  if (format === '' || file.join('=') === '') throw stop(`input output holds "${line}" — write FORMAT=FILE, one a line, for example sarif=sageready.sarif`);
  return { format, file: file.join('=') };
};

const VALUES = ['fail-on', 'region', 'iam-engine', 'now', 'anchor'] as const;
const SWITCHES = ['strict', 'keep-going', 'deep', 'all'] as const;
/** What only a live account can be asked. */
const LIVE = ['region', 'iam-engine', 'deep'];

const flagsOf = (environment: Environment, offline: boolean): readonly string[] => {
  const isMeant = (name: string): boolean => !offline || !LIVE.includes(name);
  const values = VALUES.filter(isMeant).flatMap((name) => {
    const value = inputOf(environment, name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
  const switches = SWITCHES.filter(isMeant).flatMap((name) => (isOn(environment, name) ? [`--${name}`] : []));
  const targets = linesOf(inputOf(environment, 'target')).map((name) => `--target=${name}`);
  return [...values, ...switches, ...targets];
};

/** The description; a name that begins like a flag is still a name. */
const fileOf = (environment: Environment): readonly string[] => {
  const file = inputOf(environment, 'file');
  if (file === undefined) return [];
  return [file.startsWith('-') ? `./${file}` : file];
};

/** Reads the inputs of the step. Refuses what cannot be meant. */
export const inputsOf = (environment: Environment): Inputs => {
  const facts = inputOf(environment, 'facts');
  const command = facts === undefined ? ['check'] : ['judge', `--facts=${facts}`];
  return {
    words: [...command, ...fileOf(environment), ...flagsOf(environment, facts !== undefined)],
    reports: linesOf(inputOf(environment, 'output')).map(reportOf),
    workingDirectory: inputOf(environment, 'working-directory'),
    annotations: isOn(environment, 'annotations'),
    summary: isOn(environment, 'summary'),
    exitZero: isOn(environment, 'exit-zero'),
  };
};
