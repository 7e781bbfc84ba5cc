import type { ScenarioId, Target } from '../model/target.ts';

/** What is wrong with a description, at one place. */
export interface Problem {
  /** The file as the user named it; `''` for the command line. */
  readonly file: string;
  /** 1-based; absent for the command line. */
  readonly line?: number;
  readonly column?: number;
  /** The key's path (`targets[0].serverlessConfig.memorySizeInMB`), or the flag (`--memory-size-in-mb`); `''`: the whole file. */
  readonly path: string;
  /** What is wrong, and the remedy where the form alone does not tell it. */
  readonly message: string;
  /** The form that was expected. */
  readonly expected?: string;
  /** The valid word that is most like the one given. */
  readonly nearest?: string;
}

/** A target that could not be read, by its name or, for want of one, its place. */
export interface InvalidTarget {
  readonly name: string;
  /** What is known of it all the same: valid values only. */
  readonly scenario?: ScenarioId;
  readonly account?: string;
  readonly region?: string;
  readonly problems: readonly Problem[];
}

/** What a description says: valid targets, invalid ones, and what is wrong with the file as a whole. */
export interface Description {
  readonly targets: readonly Target[];
  readonly invalid: readonly InvalidTarget[];
  readonly problems: readonly Problem[];
}

/** One line: `sageready.yaml:12:5 targets[0].region: …; expected … — did you mean …?`. */
const formatProblem = ({ file, line, column, path, message, expected, nearest }: Problem): string => {
  const place = [file, line, column].filter((part) => part !== '' && part !== undefined).join(':');
  const subject = [place, path].filter((part) => part !== '').join(' ');
  const form = expected === undefined || expected === nearest ? '' : `; expected ${expected}`;
  return `${subject}: ${message}${form}${nearest === undefined ? '' : ` — did you mean ${nearest}?`}`;
};

const byPlace = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** Two targets that inherit one mistake, or share it through an alias, make one mistake. */
const mistakeOf = (problem: Problem): string => formatProblem({ ...problem, path: problem.path.replace(/^targets\[\d+\]/, '') });

/** Everything that is wrong with a description, each mistake once, in the order of the file. */
export const problemsOf = ({ problems, invalid }: Description): readonly Problem[] => {
  const all = [...problems, ...invalid.flatMap((target) => target.problems)];
  return [...new Map(all.toReversed().map((problem) => [mistakeOf(problem), problem])).values()].toReversed().toSorted(byPlace);
};

/** The problems as text, one line each, without a closing line end. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');
