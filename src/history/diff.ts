import type { Finding } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Evidence, Outcome } from '../model/verdict.ts';

/** What a comparison needs of a report. */
export interface ComparedReport {
  readonly rules: readonly { readonly id: string; readonly severity: Severity }[];
  readonly targets: readonly ComparedTarget[];
}

/** A target of either report. Names are unique in a description, not across accounts. */
export interface ComparedTarget {
  readonly name: string;
  /** 12 digits; empty or left out where its description could not be read. */
  readonly account?: string;
  readonly region?: string;
  readonly findings: readonly Finding[];
}

/** What became of a finding from one run to the next. */
export type Change = 'new' | 'fixed' | 'worse' | 'unchanged' | 'lost-sight';

/** One subject of a rule on a target, in the older or the newer report. */
export interface ChangedFinding {
  readonly change: Change;
  readonly target: string;
  readonly account: string;
  readonly region: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly subject: Evidence['subject'];
  readonly observed: string;
  /** What was observed in the older report, where the newer one has something else. */
  readonly before?: string;
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
  readonly target: ComparedTarget;
  readonly rule: RuleId;
  readonly fingerprint: string;
  readonly evidence: Evidence;
  readonly waived: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

const failuresOf = (target: ComparedTarget): readonly Failing[] =>
  target.findings.flatMap(({ rule, verdict, fingerprints = [], waivers = {} }) =>
    verdict.outcome === 'fail'
      ? verdict.evidence.map((evidence, place) => {
          const fingerprint = fingerprints[place] ?? '';
          return { target, rule, fingerprint, evidence, waived: Object.hasOwn(waivers, fingerprint) };
        })
      : [],
  );

// A fingerprint holds account and Region, so that targets of one name in two accounts stay apart.
const keyOf = ({ target, rule, fingerprint }: Failing): string => JSON.stringify([target.name, rule, fingerprint]);

/** Each subject once, with everything that was observed of it. */
const bySubject = (targets: readonly ComparedTarget[]): ReadonlyMap<string, Failing> => {
  const failures = new Map<string, Failing>();
  for (const one of targets.flatMap(failuresOf)) {
    const key = keyOf(one);
    const known = failures.get(key);
    const observed = known === undefined ? one.evidence.observed : `${known.evidence.observed}; ${one.evidence.observed}`;
    failures.set(key, { ...one, evidence: { ...one.evidence, observed } });
  }
  return failures;
};

const severities = ({ rules }: ComparedReport): ReadonlyMap<string, Severity> => new Map(rules.map(({ id, severity }) => [id, severity]));

const agree = (a = '', b = ''): boolean => a === b || a === '' || b === '';

/** Finds a target of the one report in the other: by name, account and Region, as far as each of them tells. */
export const finderIn = (targets: readonly ComparedTarget[]): ((target: ComparedTarget) => ComparedTarget | undefined) => {
  const named = new Map<string, ComparedTarget[]>();
  for (const target of targets) named.set(target.name, [...(named.get(target.name) ?? []), target]);
  return ({ name, account, region }) => named.get(name)?.find((one) => agree(one.account, account) && agree(one.region, region));
};

/** Whether a rule gave an answer: passed, failed, or did not apply of itself. What could not be judged, or waits for another rule, is none. */
export const isJudged = ({ verdict, follows }: Finding): boolean =>
  verdict.outcome === 'pass' || verdict.outcome === 'fail' || (verdict.outcome === 'not-applicable' && follows === undefined);

/** What a rule says now of a subject that failed before: only a judged answer counts as fixed. */
const fateOf = (target: ComparedTarget | undefined, { rule }: Failing): Pick<ChangedFinding, 'change' | 'now'> => {
  const finding = target?.findings.find((one) => one.rule === rule);
  if (finding === undefined) return { change: 'lost-sight' };
  return { change: isJudged(finding) ? 'fixed' : 'lost-sight', now: finding.verdict.outcome };
};

const wordsOf = ({ target, rule, fingerprint, evidence }: Failing, severities: ReadonlyMap<string, Severity>): Omit<ChangedFinding, 'change'> => ({
  target: target.name,
  account: target.account ?? '',
  region: target.region ?? '',
  rule,
  severity: severities.get(rule) ?? 'error',
  fingerprint,
  subject: evidence.subject,
  observed: evidence.observed,
});

const observedBefore = ({ evidence: { observed } }: Failing, previous: Failing | undefined): Pick<ChangedFinding, 'before'> =>
  previous === undefined || previous.evidence.observed === observed ? {} : { before: previous.evidence.observed };

/**
 * Compares two reports, subject by subject. A failure that cannot be judged any more is lost sight of, never fixed; one whose waiver is over, or whose rule
 * became more severe, is worse.
 */
export const differenceOf = (older: ComparedReport, newer: ComparedReport): Difference => {
  const [severeBefore, severeNow] = [severities(older), severities(newer)];
  const [inOlder, inNewer] = [finderIn(older.targets), finderIn(newer.targets)];
  const [was, is] = [bySubject(older.targets), bySubject(newer.targets)];
  const changeOf = (one: Failing): Change => {
    const previous = was.get(keyOf(one));
    if (previous === undefined) return 'new';
    const escalated = RANK[severeNow.get(one.rule) ?? 'error'] > RANK[severeBefore.get(one.rule) ?? 'error'];
    return escalated || (previous.waived && !one.waived) ? 'worse' : 'unchanged';
  };
  const gone = [...was.values()].filter((one) => !is.has(keyOf(one)) && inNewer(one.target) !== undefined);
  return {
    findings: [
      ...[...is.values()].map((one) => ({ change: changeOf(one), ...wordsOf(one, severeNow), ...observedBefore(one, was.get(keyOf(one))) })),
      ...gone.map((one) => ({ ...fateOf(inNewer(one.target), one), ...wordsOf(one, severeBefore) })),
    ],
    added: newer.targets.filter((target) => inOlder(target) === undefined).map(({ name }) => name),
    removed: older.targets.filter((target) => inNewer(target) === undefined).map(({ name }) => name),
  };
};
