import type { Baseline } from './baseline.ts';
import type { UnknownReason } from './fact.ts';
import type { Owner } from './fix.ts';
import type { History } from './history.ts';
import type { NetworkPicture } from './picture.ts';
import type { RuleMeta, Severity } from './rule.ts';
import type { RuleId } from './rule-id.ts';
import type { ScenarioId, TargetOrigin } from './target.ts';
import type { Trend } from './trend.ts';
import type { Verdict } from './verdict.ts';
import type { IamAction } from './words.ts';

/** One call that was made, or refused. */
export interface CallRecord {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** 12 digits: whose account was asked; absent where the run has only one. */
  readonly account?: string;
  readonly outcome: 'ok' | 'absent' | UnknownReason;
  /** The IAM actions the call needs. */
  readonly actions: readonly IamAction[];
}

/** What was asked of AWS. Sorted by service, operation, Region, outcome and account; no inputs, no answers. */
export interface CallLog {
  readonly total: number;
  readonly calls: readonly CallRecord[];
}

/** An agreed exception: this finding is known, and somebody answers for it until a day. */
export interface Waiver {
  readonly reason: string;
  readonly owner: string;
  /** ISO 8601 day; the finding returns after it. */
  readonly expires: string;
  /** ISO 8601 day. */
  readonly created?: string;
}

/** What changed a subject since the run before, as CloudTrail tells. */
export interface ChangeEvent {
  /** ISO 8601. */
  readonly time: string;
  /** `service:Operation`. */
  readonly event: string;
  /** ARN of who made the call; CloudTrail's name where it tells no ARN. */
  readonly who: string;
  readonly eventId: string;
}

/** One rule's verdict on one target. */
export interface Finding {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  /** The rules that had to pass first and did not: this finding only follows from them. */
  readonly follows?: readonly RuleId[];
  /** Fingerprints of the subjects of a failure, in the order of its evidence; SHA-256, hex. */
  readonly fingerprints?: readonly string[];
  /** Waived subjects of this failure, by fingerprint. They stay counted and visible, and never raise a score. */
  readonly waivers?: Readonly<Record<string, Waiver>>;
  /** Fingerprints that failed and did not in the run before, with what changed each: newest first, empty where CloudTrail tells nothing. */
  readonly regressions?: Readonly<Record<string, readonly ChangeEvent[]>>;
}

export type TargetOutcome = 'ready' | 'not-ready' | 'undetermined';

/** Everything about one target. */
export interface TargetReport {
  readonly target: {
    readonly name: string;
    /** `unknown`: of a target that could not be read; so are account and Region then empty. */
    readonly scenario: ScenarioId | 'unknown';
    readonly account: string;
    readonly region: string;
    readonly deployer?: string;
    readonly origin?: TargetOrigin;
    /** What was filled in from elsewhere and a reader should know, one sentence each. */
    readonly completed?: readonly string[];
  };
  readonly outcome: TargetOutcome;
  /** Failing warnings: "ready, with n risks". */
  readonly risks: number;
  readonly findings: readonly Finding[];
  /** Root causes that clear others: the failing rules, each with the rules that only follow from it. */
  readonly causes: readonly { readonly rule: RuleId; readonly clears: readonly RuleId[] }[];
  /** The target's network with the paths that were traced, where it has one. */
  readonly network?: NetworkPicture;
  /** Why a target could not be judged at all, with the remedy: its description is not valid, what it names does not exist, or its account could not be read. */
  readonly invalid?: string;
}

/** How the run was made. */
export interface RunInfo {
  readonly tool: { readonly name: 'sageready'; readonly version: string };
  /** ISO 8601; the fact `run.time`, the only clock. */
  readonly time: string;
  /** ARN of who ran sageready; absent offline. */
  readonly caller?: string;
  /** False after Ctrl-C or a deadline: what is known so far. */
  readonly complete: boolean;
  readonly failOn: Severity;
  readonly strict: boolean;
  /** Active endpoint overrides, stated in every report. */
  readonly endpoints: readonly string[];
  /** Facts of other origin: the file that `judge` read. */
  readonly factsFile?: string;
  readonly notes: readonly string[];
}

/** The published, versioned result of a run. */
export interface Report {
  readonly schema: 'sageready/report/1';
  readonly run: RunInfo;
  /** The words of every rule that occurs in `targets`. */
  readonly rules: readonly RuleMeta[];
  readonly targets: Iterable<TargetReport>;
  readonly calls: CallLog;
}

export interface ReporterOptions {
  readonly colour: boolean;
  /** Also what passed and what does not apply. */
  readonly all: boolean;
  /** Columns. */
  readonly width: number;
  readonly links: boolean;
  /** A file of the repository that results without a line of their own point to. Default: the description. */
  readonly anchor?: string;
  /** Only what this owner can mend (`handoff`). */
  readonly owner?: Owner;
  /** What earlier runs reported (`asff`, `ocsf`). */
  readonly history?: History;
  /** The run before, where a history has one (`sarif`). */
  readonly baseline?: Baseline;
  /** Readiness over time, this run included (`html`). */
  readonly trend?: Trend;
}

/** Turns a report into text, in pieces. Pure: no printing, no clock, no exit code. */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string>;
