import type { ChangeEvent, Finding, Report, TargetReport } from '../model/report.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Evidence } from '../model/verdict.ts';
import type { ComparedReport, ComparedTarget } from './diff.ts';
import { finderIn, isJudged } from './diff.ts';

/** A subject that fails now and did not in the run before. */
export interface Regression {
  readonly rule: RuleId;
  readonly target: Pick<TargetReport['target'], 'name' | 'account' | 'region'>;
  readonly fingerprint: string;
  readonly evidence: Evidence;
}

/** Names a regression within a report. */
export const regressionKey = ({ target: { name, account, region }, rule, fingerprint }: Omit<Regression, 'evidence'>): string =>
  [name, account, region, rule, fingerprint].join('\n');

const failedIn = (before: Finding | undefined): ReadonlySet<string> | undefined =>
  before !== undefined && isJudged(before) ? new Set(before.verdict.outcome === 'fail' ? before.fingerprints : []) : undefined;

const regressedIn = ({ target: { name, account, region } }: TargetReport, finding: Finding, before: Finding | undefined): readonly Regression[] => {
  const failed = failedIn(before);
  if (finding.verdict.outcome !== 'fail' || failed === undefined) return [];
  return finding.verdict.evidence.flatMap((evidence, index) => {
    const fingerprint = finding.fingerprints?.[index];
    if (fingerprint === undefined || failed.has(fingerprint)) return [];
    return [{ rule: finding.rule, target: { name, account, region }, fingerprint, evidence }];
  });
};

const byRule = (target: ComparedTarget): ReadonlyMap<string, Finding> => new Map(target.findings.map((finding) => [finding.rule, finding]));

/**
 * Finds what fails now and did not in an earlier run, target by target. A target that was not there then has no regressions, and neither has a rule that gave no answer
 * then: it may have failed already.
 */
export const regressionsSince = (earlier: ComparedReport): ((report: TargetReport) => readonly Regression[]) => {
  const find = finderIn(earlier.targets);
  return (report) => {
    const target = find({ ...report.target, findings: [] });
    if (target === undefined || !report.findings.some(({ verdict }) => verdict.outcome === 'fail')) return [];
    const before = byRule(target);
    return report.findings.flatMap((finding) => regressedIn(report, finding, before.get(finding.rule)));
  };
};

const marked = (target: TargetReport['target'], finding: Finding, known: ReadonlyMap<string, readonly ChangeEvent[]>): Finding => {
  const entries = (finding.fingerprints ?? []).flatMap((fingerprint): readonly (readonly [string, readonly ChangeEvent[]])[] => {
    const events = known.get(regressionKey({ target, rule: finding.rule, fingerprint }));
    return events === undefined ? [] : [[fingerprint, events]];
  });
  return entries.length === 0 ? finding : { ...finding, regressions: Object.fromEntries(entries) };
};

const markedTarget = (report: TargetReport, known: ReadonlyMap<string, readonly ChangeEvent[]>): TargetReport => ({
  ...report,
  findings: report.findings.map((finding) => marked(report.target, finding, known)),
});

/** The report with its regressions marked, by `regressionKey`. Reads each target when it is asked for. */
export const withRegressions = (report: Report, known: ReadonlyMap<string, readonly ChangeEvent[]>): Report => {
  if (known.size === 0) return report;
  const names = new Set([...known.keys()].map((key) => key.slice(0, key.indexOf('\n'))));
  return {
    ...report,
    targets: {
      *[Symbol.iterator](): Iterator<TargetReport> {
        for (const target of report.targets) yield names.has(target.target.name) ? markedTarget(target, known) : target;
      },
    },
  };
};
