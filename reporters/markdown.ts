import type { Report, Reporter, RunInfo, TargetOutcome, TargetReport } from '../src/model/report.ts';
import { TARGET_OUTCOMES } from './console/words.ts';
import type { Budget } from './markdown/budget.ts';
import { budgetOf, fitted } from './markdown/budget.ts';
import { escapedMarkdown } from './markdown/escape.ts';
import type { Section } from './markdown/target.ts';
import { rowOf, sectionOf } from './markdown/target.ts';
import { wordsIn } from './rule-words.ts';
import { count } from './text.ts';

// GitHub takes 1 MiB a step, and drops a larger summary whole.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const BUDGET = 900_000;
/** Of which the table of targets may take this much. */
const TABLE = 250_000;

/** By which a later run finds its comment on a pull request again. */
const MARKER = '<!-- sageready -->';

const ORDER: readonly TargetOutcome[] = ['not-ready', 'undetermined', 'ready'];

const inOrder = (targets: readonly TargetReport[]): readonly TargetReport[] =>
  ORDER.flatMap((outcome) => targets.filter((target) => target.outcome === outcome));

const titleOf = (targets: readonly TargetReport[]): string => {
  if (targets.length === 0) return 'nothing was judged, since there is no target';
  const parts = ORDER.map((outcome) => ({ outcome, number: targets.filter((target) => target.outcome === outcome).length })).filter(({ number }) => number > 0);
  return `${count(targets.length, 'target')}: ${parts.map(({ outcome, number }) => `${number} ${TARGET_OUTCOMES[outcome].word}`).join(', ')}`;
};

const alerts = ({ complete, endpoints, factsFile, notes, failOn }: RunInfo): readonly string[] => [
  ...(complete ? [] : ['**Incomplete**: the run was stopped; what was not read by then is not judged.']),
  ...endpoints.map((endpoint) => `Another endpoint than AWS’s own: ${escapedMarkdown(endpoint)}`),
  ...(factsFile === undefined ? [] : [`Judged from saved facts: ${escapedMarkdown(factsFile)}`]),
  ...(failOn === 'error' ? [] : [`Counts as a failure from severity ${failOn} on.`]),
  ...notes.map(escapedMarkdown),
];

const head = ({ run }: Report, targets: readonly TargetReport[]): string =>
  [
    MARKER,
    `### sageready: ${titleOf(targets)}`,
    ...alerts(run).map((alert) => `> ${alert}`),
    `<sub>sageready ${escapedMarkdown(run.tool.version)} · ${escapedMarkdown(run.time)}</sub>`,
  ].join('\n\n');

const table = (targets: readonly TargetReport[], budget: Budget): string => {
  const rows = targets.map(rowOf);
  const kept = rows.filter((row) => budget.take(`${row}\n`));
  const left = rows.length - kept.length;
  const notice = left === 0 ? [] : ['', `_${count(left, 'target')} left out of this table: the summary has no more room. The other reports hold all._`];
  return ['| target | verdict | | scenario | account | Region |', '| --- | --- | --- | --- | --- | --- |', ...kept, ...notice].join('\n');
};

const sections = function* (all: readonly Section[], budget: Budget): Iterable<string> {
  const texts = fitted(all, budget);
  for (const text of texts) if (text !== undefined) yield `\n\n${text}`;
  const left = texts.filter((text) => text === undefined).length;
  if (left > 0) yield `\n\n_${count(left, 'target')} not shown in detail: the summary has no more room. The other reports hold all._`;
};

/** The report as Markdown, for the summary of a job or a comment on a pull request: at most 900 kB, and what is left out is said. */
export const markdown: Reporter = function* (report, { all }) {
  const wordsOf = wordsIn(report);
  const targets = inOrder([...report.targets]);
  const top = head(report, targets);
  yield top;
  if (targets.length > 0) yield `\n\n${table(targets, budgetOf(TABLE))}`;
  const budget = budgetOf(BUDGET - TABLE);
  budget.take(top);
  yield* sections(
    targets.flatMap((target) => sectionOf(target, wordsOf, all) ?? []),
    budget,
  );
  yield '\n';
};
