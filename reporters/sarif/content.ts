import type { Report, TargetReport } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import { wordsIn } from '../rule-words.ts';
import type { Entry } from './entry.ts';
import { entriesOf } from './entry.ts';
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

/** Chooses what a flavour holds, and counts what it leaves out. */
export const contentOf = (report: Report, { results, notifications, full }: Flavour, all: boolean): Content => {
  const targets = [...report.targets];
  const judged = judgedIn(targets, report);
  const found = bySeverity(judged.flatMap((one) => entriesOf(one, full && all)));
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
