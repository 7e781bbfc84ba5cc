import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { Trend } from '../../src/model/trend.ts';
import { inOrder } from '../console/order.ts';
import type { Page } from '../console/page.ts';
import { pageFor } from '../console/page.ts';
import { isWaived } from '../console/tally.ts';
import { visible } from '../text.ts';

/** A target's place in the document. */
export interface Placed {
  readonly target: TargetReport;
  readonly anchor: string;
}

/** What every part of the document is made with. */
export interface Edition {
  readonly page: Page;
  readonly report: Report;
  /** What is not ready first. */
  readonly targets: readonly Placed[];
  /** The findings that have room; all others are only counted. */
  readonly shown: ReadonlySet<Finding>;
  readonly total: number;
  /** Readiness over time, where a history is kept. */
  readonly trend: Trend | undefined;
  /** Where a fix was printed first, by its rule and text: it is printed once. */
  readonly printed: Map<string, { readonly anchor: string; readonly name: string }>;
}

const MOST_ROWS = 2000;

const follows = ({ follows: causes }: Finding): boolean => causes !== undefined && causes.length > 0;

/** Whether a finding stands for itself: a failure, or something that is not known and does not merely wait for another rule. */
export const standsAlone = (finding: Finding): boolean => {
  const { outcome } = finding.verdict;
  return outcome === 'fail' || ((outcome === 'cannot-tell' || outcome === 'error') && !follows(finding));
};

const rankOf = (finding: Finding): number => {
  if (!standsAlone(finding)) return finding.verdict.outcome === 'pass' ? 3 : 4;
  if (finding.verdict.outcome !== 'fail') return 1;
  return isWaived(finding) ? 2 : 0;
};

const RANKS = [0, 1, 2, 3, 4];

const withRoom = (targets: readonly TargetReport[]): ReadonlySet<Finding> => {
  const all = targets.flatMap(({ findings }) => findings);
  const byRank = RANKS.flatMap((rank) => all.filter((finding) => rankOf(finding) === rank));
  return new Set(byRank.slice(0, MOST_ROWS));
};

const PLAIN = { colour: false, links: false, all: true, width: 110 } as const;

/** Prepares a report for print: holds all targets, since their summary comes first. */
export const editionOf = (report: Report, trend: Trend | undefined): Edition => {
  const targets = inOrder([...report.targets]);
  return {
    page: pageFor(report, PLAIN),
    report,
    targets: targets.map((target, index) => ({ target, anchor: `target-${index + 1}` })),
    shown: withRoom(targets),
    total: targets.reduce((sum, { findings }) => sum + findings.length, 0),
    trend,
    printed: new Map(),
  };
};

/** The place of a rule's finding in a target. */
export const findingAnchor = ({ anchor }: Placed, { rule }: Pick<Finding, 'rule'>): string => `${anchor}-${slug(rule)}`;

/** The place of a rule's words. */
export const ruleAnchor = (rule: Finding['rule']): string => `rule-${slug(rule)}`;

const slug = (text: string): string => visible(text).replace(/[^\w-]+/g, '-');
