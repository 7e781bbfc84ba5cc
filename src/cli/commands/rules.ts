import type { AnyRule } from '../../model/rule.ts';
import { LAW } from '../../run/law.ts';
import { stop } from '../../run/stop.ts';
import { nearest } from '../nearest.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';

const rulesOf = (scenario: string | undefined): readonly AnyRule[] => {
  if (scenario === undefined) return LAW.rules;
  const ids = LAW.scenarios.map(({ id }) => id);
  const found = LAW.scenarios.find(({ id }) => id === scenario);
  if (found === undefined) throw stop(`there is no scenario "${scenario}"${nearest(scenario, ids)} — scenarios are ${ids.join(', ')}`);
  return LAW.rules.filter(({ id }) => found.rules.includes(id));
};

const line = ({ id, severity, title }: AnyRule, width: number): string => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`;

const asJson = (rules: readonly AnyRule[]): string =>
  `${JSON.stringify(
    rules.map(({ id, title, severity, basis, why, fix, docs, predicts, dependsOn }) => ({ id, title, severity, basis, why, fix, docs, predicts, dependsOn })),
    null,
    2,
  )}\n`;

/** Lists the rules, of one scenario or all. */
export const run = async (words: Words): Promise<number> => {
  const rules = rulesOf(words['scenario'] as string | undefined);
  const width = Math.max(...rules.map(({ id }) => id.length));
  await print(words['json'] === true ? asJson(rules) : rules.map((rule) => line(rule, width)).join(''));
  return 0;
};
