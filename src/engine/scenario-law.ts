import type { AnyRule, JointRule, Rule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Target } from '../model/target.ts';
import { inJudgingOrder } from './order.ts';

/** The rules of one scenario, in judging order. */
export interface ScenarioLaw {
  readonly all: readonly AnyRule[];
  readonly single: readonly Rule[];
  readonly joint: readonly JointRule[];
  /** The single rules that decide whether a joint one is judged: those it depends on, and those that they depend on. */
  readonly beforeJoint: readonly Rule[];
}

const isSingle = (rule: AnyRule): rule is Rule => rule.kind === 'rule';
const isJoint = (rule: AnyRule): rule is JointRule => rule.kind === 'joint';

/** Behind each rule stand those that wait for it, so that one look backwards finds all that the last ones wait for. */
const beforeJoint = (inOrder: readonly AnyRule[]): readonly Rule[] => {
  const awaited = new Set<RuleId>();
  for (const rule of inOrder.toReversed()) if (isJoint(rule) || awaited.has(rule.id)) for (const id of rule.dependsOn ?? []) awaited.add(id);
  return inOrder.filter(isSingle).filter(({ id }) => awaited.has(id));
};

const lawOf = (rules: readonly AnyRule[], scenario: Scenario | undefined): ScenarioLaw => {
  const ids = new Set<RuleId>(scenario?.rules);
  const all = inJudgingOrder(rules.filter(({ id }) => ids.has(id)));
  return { all, single: all.filter(isSingle), joint: all.filter(isJoint), beforeJoint: beforeJoint(all) };
};

/** Finds the rules of a target's scenario. */
export const lawOfScenarios = (law: { readonly rules: readonly AnyRule[]; readonly scenarios: readonly Scenario[] }): ((target: Target) => ScenarioLaw) => {
  const known = new Map<string, ScenarioLaw>();
  return ({ scenario }) => {
    const found =
      known.get(scenario) ??
      lawOf(
        law.rules,
        law.scenarios.find(({ id }) => id === scenario),
      );
    known.set(scenario, found);
    return found;
  };
};
