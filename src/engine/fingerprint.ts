import { createHash } from 'node:crypto';
import type { Finding } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';

/** A subject as one text: its ARN, or account/Region/kind/name. */
export const subjectText = (subject: Subject): string =>
  typeof subject === 'string' ? subject : [subject.account, subject.region, subject.kind, subject.name].join('/');

/** The identity of a finding: SHA-256 of rule, partition, account, Region and subject, nothing else. Hex. */
const fingerprintOf = (rule: string, place: { readonly partition: string; readonly account: string; readonly region: string }, subject: Subject): string =>
  createHash('sha256')
    .update([rule, place.partition, place.account, place.region, subjectText(subject)].join('\n'))
    .digest('hex');

/** Adds the fingerprints of a failure's subjects, in the order of its evidence. */
export const withFingerprints = (finding: Finding, target: Target, partition: string): Finding => {
  if (finding.verdict.outcome !== 'fail') return finding;
  const place = { partition, account: target.account, region: target.region };
  return { ...finding, fingerprints: finding.verdict.evidence.map(({ subject }) => fingerprintOf(finding.rule, place, subject)) };
};
