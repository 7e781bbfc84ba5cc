import type { Report } from '../src/model/report.ts';
import type { RuleMeta } from '../src/model/rule.ts';
import type { RuleId } from '../src/model/rule-id.ts';

/** What is known of a rule: at least what it is called and how much it weighs. */
export interface RuleWords extends Pick<RuleMeta, 'id' | 'title' | 'severity'>, Partial<Pick<RuleMeta, 'why' | 'fix' | 'basis' | 'predicts'>> {
  readonly docs?: readonly string[];
}

/** Looks rules up by id. A rule whose words are missing is called by its id, and counts as an error. */
export const wordsIn = ({ rules }: Pick<Report, 'rules'>): ((rule: RuleId) => RuleWords) => {
  const words = new Map<RuleId, RuleWords>(rules.map((rule) => [rule.id, rule]));
  return (rule) => words.get(rule) ?? { id: rule, title: rule, severity: 'error' };
};
