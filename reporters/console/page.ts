import type { Finding, Report, ReporterOptions, RunInfo, TargetReport } from '../../src/model/report.ts';
import type { RuleMeta } from '../../src/model/rule.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import { padEnd, wrap } from '../text.ts';
import { type Paint, paintFor } from './paint.ts';

/** What every part of the console report is written with. */
export interface Page {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Columns of running text: long lines are hard to read. */
  readonly measure: number;
  /** Spaces before everything that belongs to a finding. */
  readonly indent: number;
  /** Columns of the labels; 0 where the page is too narrow for a column of their own. */
  readonly labels: number;
  readonly all: boolean;
  readonly run: RunInfo;
  readonly wordsOf: (rule: RuleId) => Pick<RuleMeta, 'title' | 'severity'> & Partial<RuleMeta>;
  /** Where the very same finding was told for another target before: that one's name, with the finding's number. */
  readonly toldBefore: (target: TargetReport, finding: Finding) => string | undefined;
}

const MEASURE = 110;
const WIDEST_TABLE = 180;
const WIDE_ENOUGH = 60;

/** Columns before a finding's title: its symbol and number. */
export const LEAD = 5;
const LABELS = 11;
/** Columns by which text goes on below its label, where labels have no column. */
const STEP = 2;

/** Lays out a page for a report. A rule whose words are missing is called by its id, and counts as an error. */
export const pageFor = ({ run, rules }: Pick<Report, 'run' | 'rules'>, options: ReporterOptions): Page => {
  const words = new Map(rules.map((rule) => [rule.id, rule]));
  const wide = options.width >= WIDE_ENOUGH;
  return {
    paint: paintFor(options),
    width: options.width,
    measure: Math.min(options.width, MEASURE),
    indent: wide ? LEAD : STEP,
    labels: wide ? LABELS : 0,
    all: options.all,
    run,
    wordsOf: (rule) => words.get(rule) ?? { title: rule, severity: 'error' },
    toldBefore: () => undefined,
  };
};

const beforeText = ({ indent, labels }: Page): number => indent + (labels === 0 ? STEP : labels);

/** Columns of running text beside a label. */
export const roomBesideLabel = (page: Page): number => page.measure - beforeText(page);

/** Columns of what is set in columns itself: more than running text may take. */
export const tableWidth = ({ width }: Page): number => Math.min(width, WIDEST_TABLE);

/** The same beside a label. */
export const tableRoomBesideLabel = (page: Page): number => tableWidth(page) - beforeText(page);

/** Moves lines to the right. */
export const indented = (lines: readonly string[], columns: number): readonly string[] => lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));

interface Hanging {
  readonly width: number;
  /** Draws the lead, if anything does. */
  readonly paint?: (text: string) => string;
  /** Spaces before the further lines; default: as many as the lead takes. */
  readonly under?: number;
}

/** A text behind a lead, wrapped so that its further lines stand under the first. */
export const hanging = (lead: string, text: string, { width, paint = (plain) => plain, under = lead.length }: Hanging): readonly string[] => {
  const [first = '', ...more] = wrap(text, width - lead.length);
  const rest = under === lead.length ? more : wrap(more.join(' '), width - under);
  return [paint(lead) + first, ...rest.filter((line) => line !== '').map((line) => ' '.repeat(under) + line)];
};

const besideLabel = (label: string): string => (label === '' ? ' '.repeat(STEP) : `${label}  `);

/** `label   text`, the label in its own column; on a narrow page the text goes on below it. */
export const labelled = ({ paint, measure, indent, labels }: Page, label: string, text: string): readonly string[] => {
  const width = measure - indent;
  if (labels > 0) return hanging(padEnd(label, labels), text, { width, paint: paint.quiet });
  return hanging(besideLabel(label), text, { width, paint: paint.quiet, under: STEP });
};

/** `label   lines`, for lines that must stay as they are. */
export const labelledLines = ({ paint, labels }: Page, label: string, lines: readonly string[]): readonly string[] => {
  if (labels > 0) return lines.map((line, index) => paint.quiet(padEnd(index === 0 ? label : '', labels)) + line);
  return [...(label === '' || lines.length === 0 ? [] : [paint.quiet(label)]), ...indented(lines, STEP)];
};
