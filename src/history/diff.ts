import type { Finding } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Evidence, Outcome } from '../model/verdict.ts';

/** What a comparison needs of a report. */
export interface ComparedReport {
  readonly rules: readonly { readonly id: string; readonly severity: Severity }[];
  readonly targets: readonly ComparedTarget[];
}

export interface ComparedTarget {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** What became of a finding from one run to the next. */
export type Change = 'new' | 'fixed' | 'worse' | 'unchanged' | 'lost-sight';

/** One subject of a rule on a target, in the older or the newer report. */
export interface ChangedFinding {
  readonly change: Change;
  readonly target: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly subject: Evidence['subject'];
  readonly observed: string;
  /** What the rule says now, where it does not fail any more. */
  readonly now?: Outcome;
}

/** Everything that differs between two reports. */
export interface Difference {
  readonly findings: readonly ChangedFinding[];
  /** Targets that only one of the reports has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface Failing {
  readonly target: string;
  readonly rule: RuleId;
  readonly fingerprint: string;
  readonly evidence: Evidence;
  readonly waived: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

const failuresOf = ({ name, findings }: ComparedTarget): readonly Failing[] =>
  findings.flatMap(({ rule, verdict, fingerprints = [], waivers = {} }) =>
    verdict.outcome === 'fail'
      ? verdict.evidence.map((evidence, place) => {
          const fingerprint = fingerprints[place] ?? '';
          return { target: name, rule, fingerprint, evidence, waived: Object.hasOwn(waivers, fingerprint) };
        })
      : [],
  );

const keyOf = ({ target, rule, fingerprint }: Failing): string => JSON.stringify([target, rule, fingerprint]);

const severities = ({ rules }: ComparedReport): ReadonlyMap<string, Severity> => new Map(rules.map(({ id, severity }) => [id, severity]));

const findingIn = (targets: readonly ComparedTarget[], name: string, rule: RuleId): Finding | undefined =>
  targets.find((target) => target.name === name)?.findings.find((one) => one.rule === rule);

/** What a rule says now of a subject that failed before: only a judged answer counts as fixed. */
const fateOf = (targets: readonly ComparedTarget[], { target, rule }: Failing): Pick<ChangedFinding, 'change' | 'now'> => {
  const finding = findingIn(targets, target, rule);
  const now = finding?.verdict.outcome;
  if (finding === undefined || now === undefined) return { change: 'lost-sight' };
  const isJudged = now === 'pass' || now === 'fail' || (now === 'not-applicable' && finding.follows === undefined);
  return { change: isJudged ? 'fixed' : 'lost-sight', now };
};

/**
 * Compares two reports, subject by subject. A failure that cannot be judged any more is lost sight of, never fixed; one whose waiver is over, or whose rule
 * became more severe, is worse.
 */
export const differenceOf = (older: ComparedReport, newer: ComparedReport): Difference => {
  const [before, after] = [older.targets, newer.targets];
  const [severeBefore, severeNow] = [severities(older), severities(newer)];
  const was = new Map(before.flatMap(failuresOf).map((one) => [keyOf(one), one]));
  const is = new Map(after.flatMap(failuresOf).map((one) => [keyOf(one), one]));
  const words = (one: Failing, known: ReadonlyMap<string, Severity>) => ({
    target: one.target,
    rule: one.rule,
    severity: known.get(one.rule) ?? 'error',
    fingerprint: one.fingerprint,
    subject: one.evidence.subject,
    observed: one.evidence.observed,
  });
  const changeOf = (one: Failing): Change => {
    const previous = was.get(keyOf(one));
    if (previous === undefined) return 'new';
    const escalated = RANK[severeNow.get(one.rule) ?? 'error'] > RANK[severeBefore.get(one.rule) ?? 'error'];
    return escalated || (previous.waived && !one.waived) ? 'worse' : 'unchanged';
  };
  const gone = [...was.values()].filter((one) => !is.has(keyOf(one)) && after.some(({ name }) => name === one.target));
  const [namesBefore, namesAfter] = [before.map(({ name }) => name), after.map(({ name }) => name)];
  return {
    findings: [
      ...[...is.values()].map((one) => ({ change: changeOf(one), ...words(one, severeNow) })),
      ...gone.map((one) => ({ ...fateOf(after, one), ...words(one, severeBefore) })),
    ],
    added: namesAfter.filter((name) => !namesBefore.includes(name)),
    removed: namesBefore.filter((name) => !namesAfter.includes(name)),
  };
};
