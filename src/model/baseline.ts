import type { Severity } from './rule.ts';
import type { RuleId } from './rule-id.ts';
import type { Evidence } from './verdict.ts';

/** How a judgement stands to that of an earlier run, in the words of SARIF 2.1.0, §3.27.24; what is in no run but the earlier one is `absent`. */
export type BaselineState = 'new' | 'unchanged' | 'updated';

/** A target as both runs know it. */
interface Known {
  readonly name: string;
  /** 12 digits; empty where its description could not be read. */
  readonly account: string;
  readonly region: string;
}

/** A failure of the earlier run whose rule was judged again and found nothing. What could not be judged again is none. */
export interface AbsentFailure {
  readonly target: Known;
  readonly rule: RuleId;
  /** Of the rule in the earlier run. */
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly subject: Evidence['subject'];
  readonly observed: string;
}

/** An earlier run that this one is compared with. */
export interface Baseline {
  /** When that run was made; ISO 8601. */
  readonly time: string;
  /** By `baselineKey`: what both runs have. Anything else is new. */
  readonly states: ReadonlyMap<string, Exclude<BaselineState, 'new'>>;
  readonly absent: readonly AbsentFailure[];
}

/** Names a judgement on a target, or with a fingerprint one subject of its failure. */
export const baselineKey = ({ name, account, region }: Known, rule: string, fingerprint = ''): string => [name, account, region, rule, fingerprint].join('\n');
