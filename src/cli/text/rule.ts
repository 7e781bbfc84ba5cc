import type { AnyRule } from '../../model/rule.ts';
import type { Scenario } from '../../model/scenario.ts';

/** How sure it is that AWS behaves so, in words. */
export const BASIS_WORDS: Readonly<Record<AnyRule['basis'], string>> = {
  documented: 'AWS documents it',
  'api-model': 'AWS’s API model says so',
  observed: 'AWS’s own refusal has been quoted in public',
  'field-report': 'users report it; AWS does not document it',
  inference: 'inferred; AWS does not document it',
};

/** What a failure means, in words. */
export const SEVERITY_WORDS: Readonly<Record<AnyRule['severity'], string>> = {
  error: 'error: AWS refuses a step of the plan, or it hangs or fails',
  warning: 'warning: it may fail, or works with loss',
  note: 'note: hygiene or cost',
};

const list = (head: string, items: readonly string[] | undefined): readonly string[] =>
  items === undefined || items.length === 0 ? [] : ['', head, ...items.map((item) => `  ${item}`)];

/** Everything that a rule says of itself, for people. */
export const ruleText = (rule: AnyRule, all: readonly Scenario[]): string => {
  const scenarios = all.filter(({ rules }) => rules.includes(rule.id)).map(({ id }) => id);
  return [
    `${rule.id} — ${rule.title}`,
    `${SEVERITY_WORDS[rule.severity]} (${BASIS_WORDS[rule.basis]})`,
    '',
    `Why   ${rule.why}`,
    `Mend  ${rule.fix}`,
    ...list('AWS errors that it predicts', rule.predicts),
    ...list('Judged after', rule.dependsOn),
    ...list('Part of', scenarios),
    ...list('See', rule.docs),
    '',
  ].join('\n');
};
