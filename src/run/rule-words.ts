import type { RuleMeta } from '../model/rule.ts';

/** The words of a rule, as a report holds them. */
export const wordsOf = ({ id, title, severity, why, fix, docs, basis, predicts, dependsOn, unwaivable }: RuleMeta): RuleMeta => ({
  id,
  title,
  severity,
  why,
  fix,
  docs,
  basis,
  ...(predicts !== undefined && { predicts }),
  ...(dependsOn !== undefined && { dependsOn }),
  ...(unwaivable !== undefined && { unwaivable }),
});
