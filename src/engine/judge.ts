import type { Facts } from '../model/fact.ts';
import type { Finding, TargetReport } from '../model/report.ts';
import type { AnyRule, JointRule, Rule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Target } from '../model/target.ts';
import { rulesAtTime } from './age.ts';
import { openAlike } from './alike.ts';
import { withFingerprints } from './fingerprint.ts';
import type { GatherFor, Judged } from './judge-joint.ts';
import { judgeJointRule } from './judge-joint.ts';
import type { AsFinding, Findings, JudgeByRule } from './judge-rule.ts';
import { gatherNeeds, judgingBy } from './judge-rule.ts';
import { inJudgingOrder } from './order.ts';
import type { Threshold } from './outcome.ts';
import { causesOf, outcomeOf, risksOf } from './outcome.ts';
import { lawOfScenarios } from './scenario-law.ts';
import type { Sketch } from './sketch.ts';
import { sketchOf } from './sketch.ts';

/** What the engine judges by; handed in, since it knows no rule itself. */
export interface Law {
  readonly rules: readonly AnyRule[];
  readonly scenarios: readonly Scenario[];
  /** The partition that a Region belongs to. */
  readonly partitionOf: (region: string) => string;
  /** Draws the network of a target. */
  readonly sketch?: Sketch;
}

/** What targets are judged on, and by what measure. */
export interface Given {
  readonly facts: Facts;
  readonly threshold: Threshold;
}

/** What rules over several targets found on each of them. */
export type JointFindings = ReadonlyMap<Target, readonly Finding[]>;

/** A court in session: judges target after target, and what is alike only once. */
export interface Judging {
  /** The rules of this run, by its clock. */
  readonly rules: readonly AnyRule[];
  /** What the targets share. Reads only the facts that this takes. */
  readonly together: (targets: readonly Target[]) => JointFindings;
  readonly report: (target: Target, joint: JointFindings) => TargetReport;
}

const networkOf = ({ sketch }: Law, target: Target, given: { readonly facts: Facts; readonly findings: readonly Finding[] }): Pick<TargetReport, 'network'> => {
  const sketched = sketch && sketchOf(sketch, target, given);
  return sketched !== undefined && 'picture' in sketched && sketched.picture !== undefined ? { network: sketched.picture } : {};
};

const headOf = ({ name, scenario, account, region, deployer, origin, completed }: Target): TargetReport['target'] => ({
  ...{ name, scenario, account, region },
  ...(deployer !== undefined && { deployer }),
  ...(origin !== undefined && { origin }),
  ...(completed !== undefined && { completed }),
});

/** Joint findings on targets, rule after rule: a later rule may depend on an earlier one. */
const judgeTogether = (
  rules: readonly JointRule[],
  targets: readonly Judged[],
  by: (rule: JointRule) => { readonly concerns: (target: Target) => boolean; readonly gather: GatherFor },
): JointFindings => {
  const before = new Map<Target, Map<RuleId, Finding>>(targets.map(({ target, findings }) => [target, new Map(findings)]));
  const joint = new Map<Target, Finding[]>(targets.map(({ target }) => [target, []]));
  for (const rule of rules) {
    const { concerns, gather } = by(rule);
    const concerned = targets.filter(({ target }) => concerns(target)).map(({ target }) => ({ target, findings: before.get(target) ?? new Map() }));
    for (const [target, finding] of judgeJointRule(rule, concerned, gather)) {
      before.get(target)?.set(rule.id, finding);
      joint.get(target)?.push(finding);
    }
  }
  return joint;
};

/** Opens the court: rules are as old as the facts’ clock says. Pure: the same facts give the same reports, in whatever order they are asked for. */
export const openJudging = (lawOfThisVersion: Law, { facts, threshold }: Given): Judging => {
  const law = { ...lawOfThisVersion, rules: rulesAtTime(lawOfThisVersion.rules, facts) };
  const words = new Map(law.rules.map((rule) => [rule.id, rule]));
  const rulesFor = lawOfScenarios(law);
  const once = openAlike();
  const printed: AsFinding = (finding, target) => withFingerprints(finding, target, law.partitionOf(target.region));
  const judges = new Map<Rule, JudgeByRule>(
    law.rules.flatMap((rule) => (rule.kind === 'rule' ? [[rule, judgingBy(rule, { facts, once, asFinding: printed })]] : [])),
  );
  const alone = (rules: readonly Rule[], target: Target): Findings => {
    const findings = new Map<RuleId, Finding>();
    for (const rule of rules) findings.set(rule.id, (judges.get(rule) as JudgeByRule)(target, findings));
    return findings;
  };
  const jointBy = (rule: JointRule) => ({
    concerns: (target: Target) => rulesFor(target).joint.includes(rule),
    gather: once((target) => gatherNeeds(rule.needs(target as never), facts)),
  });
  return {
    rules: law.rules,
    together: (targets) => {
      const judged = targets.map((target) => ({ target, findings: alone(rulesFor(target).beforeJoint, target) }));
      const rules = inJudgingOrder(law.rules).filter((rule): rule is JointRule => rule.kind === 'joint');
      return judgeTogether(rules, judged, jointBy);
    },
    report: (target, joint) => {
      const found = [...alone(rulesFor(target).single, target).values(), ...(joint.get(target) ?? []).map((finding) => printed(finding, target))];
      return {
        target: headOf(target),
        outcome: outcomeOf(found, words, threshold),
        risks: risksOf(found, words, threshold),
        findings: found,
        causes: causesOf(found),
        ...networkOf(law, target, { facts, findings: found }),
      };
    },
  };
};

/** Judges targets, alone and together. */
export const judgeTargets = (law: Law, targets: readonly Target[], given: Given): readonly TargetReport[] => {
  const { together, report } = openJudging(law, given);
  const joint = together(targets);
  return targets.map((target) => report(target, joint));
};
