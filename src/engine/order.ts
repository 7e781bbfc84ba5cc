import type { AnyRule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';

/** Sorts rules so that each stands behind those it depends on; joint rules stay behind single ones. A circle is an author's error. */
export const inJudgingOrder = (rules: readonly AnyRule[]): readonly AnyRule[] => {
  const byId = new Map<RuleId, AnyRule>(rules.map((rule) => [rule.id, rule]));
  const done = new Set<RuleId>();
  const sorted: AnyRule[] = [];
  const visit = (rule: AnyRule, path: readonly RuleId[]): void => {
    if (path.includes(rule.id)) throw new Error(`rules depend on each other in a circle: ${[...path, rule.id].join(' → ')}`);
    if (done.has(rule.id)) return;
    for (const id of rule.dependsOn ?? []) {
      const before = byId.get(id);
      if (before !== undefined) visit(before, [...path, rule.id]);
    }
    done.add(rule.id);
    sorted.push(rule);
  };
  for (const rule of rules) visit(rule, []);
  return [...sorted.filter(({ kind }) => kind === 'rule'), ...sorted.filter(({ kind }) => kind === 'joint')];
};
