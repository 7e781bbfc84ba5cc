import type { AnyRule } from '../../model/rule.ts';
import { LAW } from '../../run/law.ts';
import { stop } from '../../run/stop.ts';
import { nearest } from '../nearest.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';

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

const explain = (rule: AnyRule): string => {
  const scenarios = LAW.scenarios.filter(({ rules }) => rules.includes(rule.id)).map(({ id }) => id);
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

/** Without its topic, a rule's name is as good a hint as the nearest id. */
const suggestion = (asked: string): string => {
  const ids = LAW.rules.map(({ id }) => id);
  const [named] = ids.filter((id) => id.endsWith(`/${asked}`));
  return named === undefined ? nearest(asked, ids) : ` — did you mean ${named}?`;
};

/** Explains one rule. */
export const run = async (words: Words): Promise<number> => {
  const asked = String(words['rule']);
  const rule = LAW.rules.find(({ id }) => id === asked);
  if (rule === undefined) throw stop(`there is no rule "${asked}"${suggestion(asked)} — sageready rules lists them`);
  await print(explain(rule));
  return 0;
};
