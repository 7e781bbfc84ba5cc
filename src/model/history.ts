import type { Severity } from './rule.ts';
import type { RuleId } from './rule-id.ts';
import type { Subject } from './verdict.ts';

/** A finding that an earlier run reported. */
export interface RememberedFinding {
  /** The same in every run: rule, account, Region, and the fingerprint of the subject or the target's name. */
  readonly id: string;
  readonly rule: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly account: string;
  readonly region: string;
  readonly subject: Subject;
  /** Names of the targets that had it. */
  readonly targets: readonly string[];
  /** ISO 8601: the run that reported it first, and the one that saw it last. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly state: 'open' | 'closed';
}

/** What earlier runs reported (the content of a `--state` file): so a finding keeps its first day, and is closed once it passes. */
export interface History {
  readonly schema: 'sageready/state/1';
  readonly findings: readonly RememberedFinding[];
}
