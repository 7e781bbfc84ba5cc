import type { History, RememberedFinding } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { SEVERITY_RANKS } from '../console/words.ts';
import { unique } from '../text.ts';
import type { Found } from './index.ts';
import { findingsOf } from './index.ts';
import { isRemembered, remember } from './remember.ts';

const placeOf = ({ account, region }: Pick<Found, 'account' | 'region'>, name: string): string => [account, region, name].join('\n');

const placesIn = ({ targets }: Report): ReadonlySet<string> => new Set([...targets].map(({ target }) => placeOf(target, target.name)));

const isOpenFailure = ({ standing, waiver, severity }: Found, { run }: Report): boolean =>
  standing === 'failed' && waiver === undefined && SEVERITY_RANKS[severity] >= SEVERITY_RANKS[run.failOn];

const isNew = ({ targets }: Found, before: RememberedFinding | undefined): boolean =>
  before === undefined || targets.some((name) => !before.targets.includes(name));

/** What somebody is to be told after a run, and what is to be known then: each failure that counts (`failOn`), has no waiver and was not told before. */
export interface Announcement {
  readonly news: readonly Found[];
  /** Failures that were told before and last. */
  readonly known: number;
  /** What has been told once this is: only what still fails, so that whatever passes and comes back, or loses its waiver, is news again. */
  readonly told: History;
}

/** Compares a run with what was told before; undefined: nothing was. What this run could not judge, or did not look at, stays told. */
export const announcementOf = (report: Report, before: History = { schema: 'sageready/state/1', findings: [] }): Announcement => {
  const here = placesIn(report);
  const found = [...findingsOf(report, { all: false, history: before })];
  const told = new Map(before.findings.map((finding) => [finding.id, finding]));
  const failures = found.filter((one) => isOpenFailure(one, report));
  const news = failures.filter((one) => isNew(one, told.get(one.id)));
  const elsewhere = (one: Found): readonly string[] => told.get(one.id)?.targets.filter((name) => !here.has(placeOf(one, name))) ?? [];
  const now = failures.map((one) => remember({ ...one, targets: unique([...one.targets, ...elsewhere(one)]) }, one.rule as RememberedFinding['rule']));
  const seen = new Set(found.map(({ id }) => id));
  return {
    news,
    known: failures.length - news.length,
    told: { schema: before.schema, findings: [...before.findings.filter((one) => !seen.has(one.id) && isRemembered(one, report.run.time)), ...now] },
  };
};
