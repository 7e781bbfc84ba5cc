import type { RunInfo, TargetReport } from '../../src/model/report.ts';
import { targetParts } from '../target-name.ts';
import { count, visible } from '../text.ts';
import type { Page } from './page.ts';
import { hanging } from './page.ts';
import { having, tallyOf } from './tally.ts';
import { BEHIND_WAIVED, OUTCOMES, TARGET_OUTCOMES, WAIVED } from './words.ts';

/** Columns by which the counts go on below a verdict. */
const VERDICT_STEP = 2;

const madeBy = ({ caller, factsFile }: RunInfo): readonly string[] => {
  if (factsFile !== undefined) return [`judged from ${visible(factsFile)}, without asking AWS`];
  return caller === undefined ? [] : [`run by ${visible(caller)}`];
};

const threshold = ({ failOn, strict }: RunInfo): readonly string[] => [
  ...(failOn === 'error' ? [] : [`${failOn}s count as failures`]),
  ...(strict ? ['strict: whatever could not be judged counts'] : []),
];

const alerts = ({ complete, endpoints, notes }: RunInfo): readonly string[] => [
  ...(complete ? [] : ['incomplete: the run was stopped; what was not read by then is not judged']),
  ...endpoints.map((endpoint) => `another endpoint than AWS’s own: ${visible(endpoint)}`),
  ...notes.map(visible),
];

/** How the run was made, with everything that a reader must not miss. */
export const runLines = ({ run, paint, measure }: Page): readonly string[] => [
  ...hanging('', `sageready ${visible(run.tool.version)} · ${visible(run.time)}`, { width: measure }).map(paint.quiet),
  ...[...madeBy(run), ...threshold(run)].flatMap((text) => hanging('', text, { width: measure })).map(paint.quiet),
  ...alerts(run)
    .flatMap((text) => hanging('! ', text, { width: measure }))
    .map(paint.unsure),
];

const countsOf = (page: Page, target: TargetReport): string => {
  const { findings, outcome } = target;
  const { blocking, risks, unjudged, broken, waived, behindWaived } = tallyOf(page, target);
  const following = findings.filter(({ verdict, follows }) => verdict.outcome === 'not-applicable' && follows !== undefined && follows.length > 0).length;
  const numbers = [
    [blocking, OUTCOMES.fail.word],
    [following - behindWaived, 'follow from that'],
    [outcome === 'ready' ? 0 : risks, risks === 1 ? 'risk' : 'risks'],
    [unjudged, OUTCOMES['cannot-tell'].word],
    [broken, OUTCOMES.error.word],
    [waived, WAIVED.word],
    [behindWaived, BEHIND_WAIVED],
    [having(findings, 'pass').length, OUTCOMES.pass.word],
  ] as const;
  return numbers
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
};

const originOf = ({ target: { origin } }: TargetReport): readonly string[] => {
  if (origin === undefined) return [];
  const start = origin.positions[''];
  return [`described in ${visible(origin.file)}${start === undefined ? '' : `:${start.line}:${start.column}`}`];
};

const verdictLines = (page: Page, report: TargetReport): readonly string[] => {
  const { symbol, word, tone } = TARGET_OUTCOMES[report.outcome];
  const { paint } = page;
  const risks = report.outcome === 'ready' && report.risks > 0 ? `, with ${count(report.risks, 'risk')}` : '';
  const verdict = `${symbol} ${word.toUpperCase()}${risks}`;
  const counts = countsOf(page, report);
  if (counts === '') return [paint.strong(paint[tone](verdict))];
  return hanging(`${verdict}  `, counts, { width: page.measure, paint: (text) => paint.strong(paint[tone](text)), under: VERDICT_STEP });
};

/** A target's name as a heading, what it is, where and for whom, and its verdict. */
export const targetHead = (page: Page, report: TargetReport): readonly string[] => {
  const { name, deployer, completed = [] } = report.target;
  const title = `── ${visible(name)} `;
  const place = targetParts(report.target).join(' · ');
  const about = [place, ...(deployer === undefined ? [] : [`deployer ${visible(deployer)}`]), ...originOf(report), ...completed.map(visible)];
  return [
    page.paint.strong(title) + page.paint.quiet('─'.repeat(Math.max(0, page.measure - title.length))),
    ...about.flatMap((text) => hanging('', text, { width: page.measure })).map(page.paint.quiet),
    '',
    ...verdictLines(page, report),
  ];
};
