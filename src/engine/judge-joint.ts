import type { Finding } from '../model/report.ts';
import type { JointRule } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Outcome, Verdict } from '../model/verdict.ts';
import { cannotTell, notApplicable } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import type { Findings, Gathered } from './judge-rule.ts';
import { brokenRule, distinct, followsFrom, guarded, notAccepted } from './judge-rule.ts';

/** A target under judgement, with what was found on it alone. */
export interface Judged {
  readonly target: Target;
  readonly findings: Findings;
}

interface Member extends Judged {
  readonly gathered: Gathered;
}

const WORST_FIRST: readonly Outcome[] = ['fail', 'error', 'cannot-tell', 'pass', 'not-applicable'];

const alone = (rule: JointRule): Finding => ({ rule: rule.id, verdict: notApplicable('no other target of this run shares it') });

const groupsOf = <M extends Judged>(rule: JointRule, members: readonly M[]): ReadonlyMap<string, readonly M[]> => {
  const groups = new Map<string, M[]>();
  for (const member of members) {
    for (const shared of rule.sharing(member.target as never)) {
      const group = groups.get(shared) ?? [];
      group.push(member);
      groups.set(shared, group);
    }
  }
  return groups;
};

const judgeGroup = (rule: JointRule, members: readonly Member[], shared: string): Verdict => {
  const unknowns = distinct(members.flatMap(({ gathered }) => ('unknowns' in gathered ? gathered.unknowns : [])));
  if (isNonEmpty(unknowns)) return cannotTell(...unknowns);
  const known = members.map(({ target, gathered }) => ({ target, facts: 'facts' in gathered ? gathered.facts : {} }));
  return rule.judge(known as never, shared);
};

const worse = (rule: JointRule, verdict: Verdict, before: Finding | undefined): Finding =>
  before !== undefined && WORST_FIRST.indexOf(before.verdict.outcome) <= WORST_FIRST.indexOf(verdict.outcome) ? before : { rule: rule.id, verdict };

const accepts = (rule: JointRule, target: Target): boolean => rule.appliesTo.accepts(target);

const blockedFinding = (rule: JointRule, { target, findings }: Judged): Finding | undefined =>
  accepts(rule, target) ? followsFrom(rule, findings) : { rule: rule.id, verdict: notAccepted(rule, target) };

/** Who shares something with another target of this run. Whoever does not has nothing to be judged, whatever else is known of it. */
const sharersIn = (rule: JointRule, targets: readonly Judged[]): ReadonlySet<Target> => {
  const applicable = targets.filter(({ target }) => accepts(rule, target));
  return new Set([...groupsOf(rule, applicable).values()].filter(({ length }) => length > 1).flatMap((group) => group.map(({ target }) => target)));
};

/** What a joint rule asks for one target. */
export type GatherFor = (target: Target) => Gathered;

const judgeSharing = (rule: JointRule, targets: readonly Judged[], gather: GatherFor): ReadonlyMap<Target, Finding> => {
  const result = new Map<Target, Finding>();
  const members: Member[] = [];
  const sharers = sharersIn(rule, targets);
  for (const judged of targets) {
    const blocked = sharers.has(judged.target) || !accepts(rule, judged.target) ? blockedFinding(rule, judged) : alone(rule);
    result.set(judged.target, blocked ?? alone(rule));
    if (blocked === undefined) members.push({ ...judged, gathered: gather(judged.target) });
  }
  for (const [shared, group] of groupsOf(rule, members)) {
    if (group.length < 2) continue;
    const verdict = guarded(() => judgeGroup(rule, group, shared));
    for (const { target } of group) result.set(target, worse(rule, verdict, result.get(target)));
  }
  return result;
};

/** Judges a joint rule once per group of two or more; every member gets the worst verdict of its groups. A rule whose own code throws is broken for all. */
export const judgeJointRule = (rule: JointRule, targets: readonly Judged[], gather: GatherFor): ReadonlyMap<Target, Finding> => {
  try {
    return judgeSharing(rule, targets, gather);
  } catch (error) {
    return new Map(targets.map(({ target }) => [target, { rule: rule.id, verdict: brokenRule(error) }]));
  }
};
