// Each line below a directive must be a compile error; `tsc` fails when one of them compiles.

import { roleExists } from '../../rules/identity/role-exists.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { fact, present } from '../../src/model/fact.ts';
import type { RuleMeta } from '../../src/model/rule.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { everyTarget, withRole } from '../../src/reason/applicability.ts';
import { executionRole } from '../../src/reason/requests.ts';
import { role } from '../support/facts.ts';
import { testRule } from '../support/rule.ts';
import { serverless } from '../support/targets.ts';

const meta: RuleMeta = roleExists;
const time = fact('run.time', {});

export const readingAnUnknownFact = defineRule({
  ...meta,
  appliesTo: everyTarget,
  needs: () => ({}),
  wants: () => ({ time }),
  // @ts-expect-error a want may be unknown: it has no value before its state is looked at
  judge: ({ time: wanted }) => pass(wanted.value),
});

export const usingAnUndeclaredFact = defineRule({
  ...meta,
  appliesTo: everyTarget,
  needs: () => ({ time }),
  // @ts-expect-error the fact `role` is not declared
  judge: ({ role: undeclared }) => pass(String(undeclared)),
});

export const forgettingThatItMayBeAbsent = defineRule({
  ...meta,
  appliesTo: withRole,
  needs: (target) => ({ role: executionRole(target) }),
  // @ts-expect-error a named thing may be absent
  judge: ({ role: named }) => pass(named.value.arn),
});

// @ts-expect-error a failure carries evidence
export const failingWithoutEvidence = fail('no reason', []);

// @ts-expect-error no rule has this id
export const dependingOnNothing: RuleMeta = { ...meta, dependsOn: ['identity/no-such-rule'] };

// @ts-expect-error no rule has this id
export const scenarioOfNothing: Scenario = { id: 'serverless-endpoint', title: '', guide: 'https://docs.aws.amazon.com', rules: ['identity/no-such-rule'] };

// @ts-expect-error every outcome needs its word
export const wordsWithoutOne: Readonly<Record<Outcome, string>> = { pass: '✔', fail: '✘', 'not-applicable': '–', 'cannot-tell': '?' };

// @ts-expect-error no fact is of this kind
export const noSuchKind: FactKind = 'iam.rolle';

testRule(roleExists, {
  target: serverless(),
  // @ts-expect-error a misspelt fact in a rule's table
  pass: { misspelt: { rolle: present(role()) } },
  fail: {},
});
