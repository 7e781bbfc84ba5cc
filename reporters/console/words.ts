import type { UnknownReason } from '../../src/model/fact.ts';
import type { TargetOutcome } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import type { FailedTest, GateName, GateTrace, IamDecision, NetworkHop, NetworkStage } from '../../src/model/trace.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import type { Tone } from './paint.ts';

/** How a word of the report looks. */
export interface Look {
  readonly symbol: string;
  readonly word: string;
  readonly tone: Tone;
}

/** One look per outcome: an outcome without one does not compile. */
export const OUTCOMES: Readonly<Record<Outcome, Look>> = {
  pass: { symbol: '✔', word: 'passed', tone: 'good' },
  fail: { symbol: '✘', word: 'failed', tone: 'bad' },
  'not-applicable': { symbol: '–', word: 'does not apply', tone: 'quiet' },
  'cannot-tell': { symbol: '?', word: 'not judged', tone: 'unsure' },
  error: { symbol: '!', word: 'broken', tone: 'unsure' },
};

/** The look of a failure that somebody answers for until a day. */
export const WAIVED: Look = { symbol: '~', word: 'waived', tone: 'quiet' };

/** What is said of rules that were not judged only because a waived failure came first. */
export const BEHIND_WAIVED = 'not judged behind it';

/** One look per verdict on a target. */
export const TARGET_OUTCOMES: Readonly<Record<TargetOutcome, Look>> = {
  ready: { symbol: '✔', word: 'ready', tone: 'good' },
  'not-ready': { symbol: '✘', word: 'not ready', tone: 'bad' },
  undetermined: { symbol: '?', word: 'undetermined', tone: 'unsure' },
};

/** The colour of a severity; its word is its own name. */
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'unsure', note: 'quiet' };

/** Severities by weight. */
export const SEVERITY_RANKS: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Why something could not be read, as a label. */
export const REASONS: Readonly<Record<UnknownReason, string>> = {
  'access-denied': 'refused',
  throttled: 'throttled',
  timeout: 'timed out',
  unreachable: 'no answer',
  unsupported: 'because',
  'not-collected': 'not read',
  failed: 'failed',
  context: 'because',
};

/** An answer of IAM, after the action. */
export const DECISIONS: Readonly<Record<IamDecision, string>> = {
  Allowed: 'is allowed',
  ExplicitlyDenied: 'is denied by a statement',
  ImplicitlyDenied: 'is denied, since nothing allows it',
  Unknown: 'depends on what is not known',
};

/** The places that must agree. */
export const GATES: Readonly<Record<GateName, string>> = {
  scp: 'service control policies',
  rcp: 'resource control policies',
  'vpc-endpoint': 'VPC endpoint policy',
  'resource-policy': 'resource policy',
  identity: 'identity policies',
  boundary: 'permissions boundary',
  session: 'session policy',
  delegation: 'key policy’s delegation to IAM',
  grant: 'key grants',
  service: 'the service itself',
};

/** What one of them says. */
export const GATE_VERDICTS: Readonly<Record<GateTrace['verdict'], string>> = {
  allows: 'allows it',
  denies: 'denies it',
  silent: 'does not allow it',
  unknown: 'cannot be told',
  'not-applicable': 'does not apply',
};

/** The tests of a statement. */
export const PARTS: Readonly<Record<FailedTest['part'], string>> = {
  action: 'its action',
  resource: 'its resource',
  principal: 'its principal',
  condition: 'its condition',
};

/** How a packet fares, at a hop or in all. */
export const PACKETS: Readonly<Record<NetworkHop['verdict'], Look>> = {
  passes: { symbol: '✔', word: 'the packet passes', tone: 'good' },
  stops: { symbol: '✘', word: 'the packet is stopped', tone: 'bad' },
  unknown: { symbol: '?', word: 'cannot be told', tone: 'unsure' },
};

/** What decides at a hop. */
export const STAGES: Readonly<Record<NetworkStage, string>> = {
  'name-resolution': 'name resolution',
  'security-group-egress': 'security group, out',
  'network-acl-out': 'network ACL, out',
  route: 'route table',
  gateway: 'gateway',
  endpoint: 'endpoint',
  'endpoint-policy': 'endpoint policy',
  'bucket-policy': 'bucket policy',
  'network-acl-in': 'network ACL, in',
  'security-group-ingress': 'security group, in',
  'network-acl-return': 'network ACL, back',
};
