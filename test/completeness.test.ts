import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULE_IDS } from '../rules/ids.ts';
import { RULES } from '../rules/index.ts';
import { SCENARIOS } from '../rules/scenarios/index.ts';
import { inJudgingOrder } from '../src/engine/order.ts';

const CERTAIN: readonly string[] = ['documented', 'api-model', 'observed'];

describe('rules', () => {
  test('each has the id of its file, and no other has it', () => {
    expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS);
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s is whole', (id, rule) => {
    expect(existsSync(`test/rules/${id}.test.ts`)).toBe(true);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect([rule.why, rule.fix].every((words) => /^[A-Z].*\.$/s.test(words))).toBe(true);
    for (const url of rule.docs) expect(url).toMatch(/^https:\/\//);
    expect(SCENARIOS.some(({ rules }) => rules.includes(id))).toBe(true);
    if (rule.severity === 'error') expect(CERTAIN).toContain(rule.basis);
  });
  test('they do not depend on each other in a circle', () => {
    expect(inJudgingOrder(RULES)).toHaveLength(RULES.length);
  });
});

describe('scenarios', () => {
  test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s holds what its rules depend on', (_, scenario) => {
    const rules = RULES.filter(({ id }) => scenario.rules.includes(id));
    const missing = rules.flatMap(({ id, dependsOn }) =>
      (dependsOn ?? []).filter((before) => !scenario.rules.includes(before)).map((before) => `${id} → ${before}`),
    );
    expect(missing).toEqual([]);
    expect(new Set(scenario.rules).size).toBe(scenario.rules.length);
  });
});
