import type { Report, ReporterOptions, RunInfo } from '../../src/model/report.ts';
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
  readonly all: boolean;
  readonly run: RunInfo;
  readonly wordsOf: (rule: RuleId) => Pick<RuleMeta, 'title' | 'severity'> & Partial<RuleMeta>;
}

const MEASURE = 110;

/** Lays out a page for a report. A rule whose words are missing is called by its id, and counts as an error. */
export const pageFor = ({ run, rules }: Report, options: ReporterOptions): Page => {
  const words = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    paint: paintFor(options),
    width: options.width,
    measure: Math.min(options.width, MEASURE),
    all: options.all,
    run,
    wordsOf: (rule) => words.get(rule) ?? { title: rule, severity: 'error' },
  };
};

/** Spaces before everything that belongs to a finding. */
export const INDENT = 5;
const LABEL = 11;

/** Columns beside a label. */
export const roomBesideLabel = ({ measure }: Page): number => measure - INDENT - LABEL;

/** Moves lines to the right. */
export const indented = (lines: readonly string[], columns = INDENT): readonly string[] => lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));

/** A text behind a lead, wrapped so that its further lines stand under the first. `lead` is drawn by the painter, if any. */
export const hanging = (
  lead: string,
  text: string,
  { width, paint = (plain) => plain }: { readonly width: number; readonly paint?: (text: string) => string },
): readonly string[] => {
  const [first = '', ...rest] = wrap(text, width - lead.length);
  return [paint(lead) + first, ...rest.map((line) => ' '.repeat(lead.length) + line)];
};

/** `label   text`, the label in its own column. */
export const labelled = ({ paint, measure }: Page, label: string, text: string): readonly string[] =>
  hanging(padEnd(label, LABEL), text, { width: measure - INDENT, paint: paint.quiet });

/** `label   lines`, for lines that must stay as they are. */
export const labelledLines = ({ paint }: Page, label: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => paint.quiet(padEnd(index === 0 ? label : '', LABEL)) + line);
