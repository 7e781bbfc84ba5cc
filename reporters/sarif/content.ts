import type { Baseline } from '../../src/model/baseline.ts';
import { baselineKey } from '../../src/model/baseline.ts';
import type { Report, ReporterOptions, TargetReport } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import { wordsIn } from '../rule-words.ts';
import type { Entry } from './entry.ts';
import { entriesOf, passedEntry } from './entry.ts';
import type { Flavour } from './flavour.ts';
import type { LeftOut, Unjudged } from './notification.ts';

/** What a SARIF log holds of a report. */
export interface Content {
  readonly targets: readonly TargetReport[];
  /** The most severe first. */
  readonly entries: readonly Entry[];
  readonly open: readonly Unjudged[];
  readonly broken: boolean;
  readonly leftOut: LeftOut;
}

type Judged = Unjudged;

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

const bySeverity = (entries: readonly Entry[]): readonly Entry[] => [
  ...ORDER.flatMap((severity) => entries.filter(({ words, failed }) => failed !== undefined && words.severity === severity)),
  ...entries.filter(({ failed }) => failed === undefined),
];

const judgedIn = (targets: readonly TargetReport[], report: Report): readonly Judged[] => {
  const wordsOf = wordsIn(report);
  return targets.flatMap(({ target, findings }) => findings.map((finding) => ({ target, finding, words: wordsOf(finding.rule) })));
};

const isOpen = ({ finding: { verdict } }: Judged): boolean => verdict.outcome === 'cannot-tell' || verdict.outcome === 'error';

/** GitHub would open an alert for each of them: only viewers get what does not fail any more. */
const passedIn = (targets: readonly TargetReport[], report: Report, { absent = [] }: Partial<Baseline>): readonly Entry[] => {
  const wordsOf = wordsIn(report);
  const known = new Map(targets.map(({ target }) => [baselineKey(target, ''), target]));
  return absent.flatMap((one) => {
    const target = known.get(baselineKey(one.target, ''));
    return target === undefined ? [] : [passedEntry(one, target, { ...wordsOf(one.rule), severity: one.severity })];
  });
};

/** Chooses what a flavour holds, and counts what it leaves out. */
export const contentOf = (report: Report, { results, notifications, full }: Flavour, { all, baseline }: Pick<ReporterOptions, 'all' | 'baseline'>): Content => {
  const targets = [...report.targets];
  const judged = judgedIn(targets, report);
  const passed = full && baseline !== undefined ? passedIn(targets, report, baseline) : [];
  const found = [...bySeverity(judged.flatMap((one) => entriesOf(one, full && all))), ...passed];
  const entries = full ? found : found.filter(({ failed }) => failed?.waiver === undefined);
  const open = judged.filter(isOpen);
  return {
    targets,
    entries: entries.slice(0, results),
    open: open.slice(0, notifications),
    broken: open.some(({ finding }) => finding.verdict.outcome === 'error'),
    leftOut: {
      results: Math.max(0, entries.length - results),
      most: results,
      waived: found.length - entries.length,
      notifications: Math.max(0, open.length - notifications),
    },
  };
};
