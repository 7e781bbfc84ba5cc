import { OWNER_OF_FIX } from '../src/model/fix.ts';
import type { Finding, Report, Reporter, TargetReport } from '../src/model/report.ts';
import type { Verdict } from '../src/model/verdict.ts';
import type { Failed } from './failed.ts';
import { adviceOf, failedIn, waiverText } from './failed.ts';
import { subjectText } from './found/identity.ts';
import { positionIn } from './junit/body.ts';
import type { RuleWords } from './rule-words.ts';
import { wordsIn } from './rule-words.ts';
import { problemsIn } from './target-name.ts';
import { unique, visible } from './text.ts';

const COLUMNS = [
  ...['target', 'scenario', 'account', 'region', 'rule', 'title', 'severity', 'outcome', 'subject', 'summary', 'observed', 'expected'],
  ...['file', 'line', 'column', 'owner', 'remedy', 'documentation', 'waiver', 'fingerprint', 'time'],
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

// What a spreadsheet takes for a formula, also after blanks and in full width. A leading apostrophe makes it text.
// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

const cell = (text: string): string => {
  const shown = visible(text);
  return `"${(FORMULA.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

const targetCells = ({ name, scenario, account, region }: TargetReport['target']): Row => ({ target: name, scenario, account, region });

const placeCells = ({ target: { origin } }: TargetReport, evidence: Failed['evidence'] | undefined): Row => {
  const position = positionIn(origin, evidence ?? []);
  return position ? { file: position.file, line: String(position.line), column: String(position.column) } : {};
};

const failedCells = (failed: Failed): Row => ({
  subject: subjectText(failed.subject),
  observed: unique(failed.evidence.map(({ observed }) => observed)).join('; '),
  expected: unique(failed.evidence.flatMap(({ expected }) => expected ?? [])).join('; '),
  ...(failed.waiver && { waiver: waiverText(failed.waiver) }),
  ...(failed.fingerprint !== undefined && { fingerprint: failed.fingerprint }),
});

const remedyCells = (verdict: Verdict, { fix }: RuleWords): Row => {
  const fixes = verdict.outcome === 'fail' ? (verdict.fixes ?? []) : [];
  return { owner: unique(fixes.map(({ kind }) => OWNER_OF_FIX[kind])).join(' '), remedy: adviceOf(fixes, fix).join(' ') };
};

const judgedCells = ({ rule, verdict }: Finding, { title, severity, docs = [] }: RuleWords): Row => ({
  rule,
  title,
  severity,
  outcome: verdict.outcome,
  documentation: docs.join(' '),
});

const summaryOf = (verdict: Verdict): string => {
  switch (verdict.outcome) {
    case 'pass':
    case 'fail':
      return verdict.summary;
    case 'not-applicable':
      return verdict.reason;
    case 'cannot-tell':
      return unique(verdict.because.map(({ message }) => message)).join('; ');
    case 'error':
      return verdict.message;
    default:
      return verdict satisfies never;
  }
};

const rowsOf = (report: TargetReport, finding: Finding, words: RuleWords): readonly Row[] => {
  const { verdict } = finding;
  const judged = { ...targetCells(report.target), ...judgedCells(finding, words), summary: summaryOf(verdict) };
  if (verdict.outcome !== 'fail') return [{ ...judged, ...placeCells(report, undefined) }];
  const remedy = remedyCells(verdict, words);
  return failedIn({ ...finding, verdict }).map((failed) => ({ ...judged, ...remedy, ...placeCells(report, failed.evidence), ...failedCells(failed) }));
};

const invalidRows = (report: TargetReport): readonly Row[] =>
  report.invalid === undefined
    ? []
    : [{ ...targetCells(report.target), ...placeCells(report, undefined), outcome: 'cannot-tell', summary: problemsIn(report.invalid).join('; ') }];

const QUIET: readonly Verdict['outcome'][] = ['pass', 'not-applicable'];

const rowsIn = function* (report: Report, all: boolean): Iterable<Row> {
  const wordsOf = wordsIn(report);
  if (!report.run.complete) yield { outcome: 'cannot-tell', summary: 'The run was stopped; what was not read by then is not judged' };
  for (const target of report.targets) {
    yield* invalidRows(target);
    for (const finding of target.findings) {
      if (all || !QUIET.includes(finding.verdict.outcome)) yield* rowsOf(target, finding, wordsOf(finding.rule));
    }
  }
};

/**
 * The report as CSV (RFC 4180, UTF-8): a row for each subject of a failure, and for each judgement that could not be made; with `all` also for what passed and what does not apply.
 * No cell is a formula to a spreadsheet.
 */
export const csv: Reporter = function* (report, { all }) {
  yield line(COLUMNS);
  for (const row of rowsIn(report, all)) yield line(COLUMNS.map((column) => (column === 'time' ? report.run.time : (row[column] ?? ''))));
};
