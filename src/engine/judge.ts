import type { Facts } from '../model/fact.ts';
import type { Finding, TargetReport } from '../model/report.ts';
import type { AnyRule, JointRule, Rule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Target } from '../model/target.ts';
import { rulesAtTime } from './age.ts';
import { withFingerprints } from './fingerprint.ts';
import type { Judged } from './judge-joint.ts';
import { judgeJointRule } from './judge-joint.ts';
import { judgeRule } from './judge-rule.ts';
import { inJudgingOrder } from './order.ts';
import type { Threshold } from './outcome.ts';
import { causesOf, outcomeOf, risksOf } from './outcome.ts';
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

/** The rules of a target's scenario, in judging order. */
export const rulesFor = ({ rules, scenarios }: Law, target: Target): readonly AnyRule[] => {
  const ids = new Set<RuleId>(scenarios.find(({ id }) => id === target.scenario)?.rules);
  return inJudgingOrder(rules.filter(({ id }) => ids.has(id)));
};

const isSingle = (rule: AnyRule): rule is Rule => rule.kind === 'rule';
const isJoint = (rule: AnyRule): rule is JointRule => rule.kind === 'joint';

const judgeAlone = (law: Law, target: Target, facts: Facts): Judged => {
  const findings = new Map<RuleId, Finding>();
  for (const rule of rulesFor(law, target).filter(isSingle)) findings.set(rule.id, judgeRule(rule, target, { facts, findings }));
  return { target, findings };
};

const judgeTogether = (law: Law, judged: readonly Judged[], facts: Facts): readonly Judged[] =>
  inJudgingOrder(law.rules)
    .filter(isJoint)
    .reduce<readonly Judged[]>((before, rule) => {
      const concerned = before.filter(({ target }) => rulesFor(law, target).includes(rule));
      const found = judgeJointRule(rule, concerned, facts);
      return before.map(({ target, findings }) => {
        const finding = found.get(target);
        return finding === undefined ? { target, findings } : { target, findings: new Map([...findings, [rule.id, finding]]) };
      });
    }, judged);

/** What targets are judged on, and by what measure. */
interface Given {
  readonly facts: Facts;
  readonly threshold: Threshold;
}

const networkOf = ({ sketch }: Law, target: Target, given: { readonly facts: Facts; readonly findings: readonly Finding[] }): Pick<TargetReport, 'network'> => {
  const sketched = sketch && sketchOf(sketch, target, given);
  return sketched !== undefined && 'picture' in sketched && sketched.picture !== undefined ? { network: sketched.picture } : {};
};

const reportOn = (law: Law, { target, findings }: Judged, { facts, threshold }: Given): TargetReport => {
  const words = new Map(law.rules.map((rule) => [rule.id, rule]));
  const { name, scenario, account, region, deployer, origin, completed } = target;
  const found = [...findings.values()].map((finding) => withFingerprints(finding, target, law.partitionOf(region)));
  return {
    target: {
      ...{ name, scenario, account, region },
      ...(deployer !== undefined && { deployer }),
      ...(origin !== undefined && { origin }),
      ...(completed !== undefined && { completed }),
    },
    outcome: outcomeOf(found, words, threshold),
    risks: risksOf(found, words, threshold),
    findings: found,
    causes: causesOf(found),
    ...networkOf(law, target, { facts, findings: found }),
  };
};

/** Judges targets, alone and together, by rules as old as the facts’ clock says. Pure: the same facts give the same reports. */
export const judgeTargets = (lawOfThisVersion: Law, targets: readonly Target[], given: Given): readonly TargetReport[] => {
  const law = { ...lawOfThisVersion, rules: rulesAtTime(lawOfThisVersion.rules, given.facts) };
  const alone = targets.map((target) => judgeAlone(law, target, given.facts));
  return judgeTogether(law, alone, given.facts).map((judged) => reportOn(law, judged, given));
};
