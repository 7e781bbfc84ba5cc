import type { RunInfo, TargetReport } from '../../src/model/report.ts';
import { count, visible } from '../text.ts';
import type { Page } from './page.ts';
import { hanging } from './page.ts';
import { blocks, having } from './tally.ts';
import { OUTCOMES, TARGET_OUTCOMES } from './words.ts';

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

const countsOf = (page: Page, { findings, outcome, risks }: TargetReport): string => {
  const following = findings.filter(({ verdict, follows }) => verdict.outcome === 'not-applicable' && follows !== undefined && follows.length > 0).length;
  const numbers = [
    [having(findings, 'fail').filter((finding) => blocks(page, finding)).length, OUTCOMES.fail.word],
    [following, 'follow from that'],
    [outcome === 'ready' ? 0 : risks, risks === 1 ? 'risk' : 'risks'],
    [having(findings, 'cannot-tell').length, OUTCOMES['cannot-tell'].word],
    [having(findings, 'error').length, OUTCOMES.error.word],
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

const verdictLine = (page: Page, report: TargetReport): string => {
  const { symbol, word, tone } = TARGET_OUTCOMES[report.outcome];
  const { paint } = page;
  const lead = `${symbol} ${word.toUpperCase()}`;
  const risks = report.outcome === 'ready' && report.risks > 0 ? `, with ${count(report.risks, 'risk')}` : '';
  const counts = countsOf(page, report);
  return `${paint.strong(paint[tone](lead + risks))}${counts === '' ? '' : `  ${counts}`}`;
};

/** A target's name as a heading, what it is, where and for whom, and its verdict. */
export const targetHead = (page: Page, report: TargetReport): readonly string[] => {
  const { name, scenario, account, region, deployer, completed = [] } = report.target;
  const title = `── ${visible(name)} `;
  const place = [visible(scenario), `account ${visible(account)}`, visible(region)].join(' · ');
  const about = [place, ...(deployer === undefined ? [] : [`deployer ${visible(deployer)}`]), ...originOf(report), ...completed.map(visible)];
  return [
    page.paint.strong(title) + page.paint.quiet('─'.repeat(Math.max(0, page.measure - title.length))),
    ...about.flatMap((text) => hanging('', text, { width: page.measure })).map(page.paint.quiet),
    '',
    verdictLine(page, report),
  ];
};
