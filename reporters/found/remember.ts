import type { History, RememberedFinding } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { isoTime, millisecondsOf } from '../time.ts';
import type { Found } from './index.ts';
import { findingsOf } from './index.ts';

// Security Hub deletes a finding that has not been updated for 90 days.
// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings.html
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** A finding as the next run is to know it. */
export const remember = (found: Found, rule: RememberedFinding['rule']): RememberedFinding => {
  const { id, title, severity, account, region, subject, targets, firstSeen, lastSeen, course } = found;
  return { id, rule, title, severity, account, region, subject, targets, firstSeen, lastSeen, state: course === 'closed' ? 'closed' : 'open' };
};

/** Whether somebody saw a finding within the 90 days before a time (ISO 8601). */
export const isRemembered = ({ lastSeen }: RememberedFinding, time: string): boolean => millisecondsOf(time) - millisecondsOf(isoTime(lastSeen)) <= KEPT_MS;

/** What the next run is to know. A finding without a word for 90 days is forgotten. */
export const rememberedAfter = (report: Report, history: History | undefined): History => {
  const findings = new Map(history?.findings.map((finding) => [finding.id, finding]));
  for (const found of findingsOf(report, { all: false, ...(history && { history }) }))
    findings.set(found.id, remember(found, found.rule as RememberedFinding['rule']));
  return { schema: 'sageready/state/1', findings: [...findings.values()].filter((finding) => isRemembered(finding, report.run.time)) };
};
