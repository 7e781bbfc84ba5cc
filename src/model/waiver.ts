import type { Waiver } from './report.ts';
import type { RuleId } from './rule-id.ts';

/** One entry of a waivers file: which findings it excuses, and who answers for that until when. */
export interface WaiverEntry extends Waiver {
  /** A rule's id, or `topic/*`. */
  readonly rule: string;
  /** Rules of the topic that no waiver excuses. */
  readonly except?: readonly RuleId[];
  /** Pattern of the subject (ARN, or account/Region/kind/name); `*` and `?` as in IAM. Default: every subject. */
  readonly subject: string;
  /** Pattern of the target's name. Default: every target. */
  readonly target: string;
  /** Where the entry stands: `waivers.yaml:12`. */
  readonly place: string;
}
