import type { Fix } from '../../src/model/fix.ts';
import type { Waiver } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import type { Subject } from '../../src/model/verdict.ts';

/** How it stands with a finding. `gone`: the rule no longer applies. */
export type Standing = 'failed' | 'not-judged' | 'passed' | 'gone';

/** One finding over all targets that have it: a rule and a subject of one account and Region. What an inbox of findings keeps an entry for. */
export interface Found {
  /** The same in every run; at most 512 characters. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly standing: Standing;
  /** `new`: no earlier run reported it, as far as is known. `closed`: an earlier run did, and it has passed since. */
  readonly course: 'new' | 'known' | 'closed';
  readonly account: string;
  readonly region: string;
  readonly subject: Subject;
  readonly targets: readonly string[];
  readonly scenarios: readonly string[];
  readonly summary: string;
  /** What was observed, a sentence each. */
  readonly details: readonly string[];
  readonly fixes: readonly Fix[];
  readonly waiver?: Waiver;
  /** The rule's own words; absent where the report no longer holds the rule. */
  readonly remedy?: string;
  readonly docs: readonly string[];
  /** ISO 8601 in UTC, with milliseconds: the first and the last run that had it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}
