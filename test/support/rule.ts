import { describe, expect, test } from '@jest/globals';
import { deepFreeze } from '../../src/engine/canonical.ts';
import { judgeJointRule } from '../../src/engine/judge-joint.ts';
import { gatherNeeds, judgingBy } from '../../src/engine/judge-rule.ts';
import type { AnyFactRequest, Fact, Facts, KnownFacts, Needs, WantedFacts } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/report.ts';
import type { JointRule, Rule, TypedJointRule, TypedRule } from '../../src/model/rule.ts';
import type { Target } from '../../src/model/target.ts';
import type { Verdict } from '../../src/model/verdict.ts';

/** One row of a rule's table: the facts by name, and another target than the table's where that matters. */
export type Row<N extends Needs, W extends Needs> = { readonly target?: Target } & KnownFacts<N> & Partial<WantedFacts<W>>;

type Rows<N extends Needs, W extends Needs> = Readonly<Record<string, Row<N, W>>>;

/** A rule's table. `cannotTell` holds what the rule itself finds undecidable; each need made unknown comes for nothing. */
export interface RuleTable<N extends Needs, W extends Needs> {
  readonly target: Target;
  readonly pass: Rows<N, W>;
  readonly fail: Rows<N, W>;
  readonly cannotTell?: Rows<N, W>;
  readonly notApplicable?: Readonly<Record<string, { readonly target: Target } | Row<N, W>>>;
}

type Given = Readonly<Record<string, unknown>>;

const REFUSED = unknown('access-denied', 'refused for the test', { actions: ['test:Refused'] });
const NOT_WANTED = unknown('not-collected', 'not given in the test');

const slot = (request: AnyFactRequest, name: string): AnyFactRequest => ({ ...request, params: { slot: name } });

/** Replaces a rule's requests by named slots, so that a table can fill them. A list takes the length that the row gives it. */
const slotted = (needs: Needs, row: Given): Needs =>
  Object.fromEntries(
    Object.entries(needs).map(([name, need]) => {
      if (need === undefined) return [name, undefined];
      if (!Array.isArray(need)) return [name, slot(need as AnyFactRequest, name)];
      const values = (row[name] ?? []) as readonly unknown[];
      return [name, values.map((_, index) => slot((need[index] ?? need[0] ?? { kind: 'run.time', params: {} }) as AnyFactRequest, `${name}.${index}`))];
    }),
  ) as Needs;

const factsFrom = (row: Given): Facts => ({
  get: ({ params }) => {
    const [name, index] = String(params['slot']).split('.');
    const value = row[name ?? ''];
    return deepFreeze((index === undefined ? value : (value as readonly Fact[])[Number(index)]) ?? NOT_WANTED) as Fact;
  },
  toJSON: () => ({ schema: 'sageready/facts/1', tool: 'test', facts: [] }),
});

const withSlots = <R extends Rule | JointRule>(rule: R, row: Given): R => {
  const wants = 'wants' in rule ? { wants: (target: never) => slotted(rule.wants(target), row) } : {};
  return { ...rule, needs: (target: never) => slotted(rule.needs(target), row), ...wants };
};

const findingOn = (rule: Rule, target: Target, row: Given): Finding =>
  judgingBy(withSlots(rule, row), { facts: factsFrom(row) })(deepFreeze(target), new Map());

/** Judges one row as the engine would: frozen, twice, and both times alike. */
export const judged = <T extends Target, N extends Needs, W extends Needs>(rule: TypedRule<T, N, W>, target: Target, row: Row<N, W>): Verdict => {
  const first = findingOn(rule, row.target ?? target, row as Given).verdict;
  expect(findingOn(rule, row.target ?? target, row as Given).verdict).toEqual(first);
  return first;
};

const slotsOf = (rule: Rule, target: Target, row: Given): readonly string[] =>
  Object.entries(slotted(rule.needs(target as never), row)).flatMap(([name, need]) => {
    if (need === undefined) return [];
    return Array.isArray(need) ? need.map((_, index) => `${name}.${index}`) : [name];
  });

const refuse = (row: Given, name: string): Given => {
  const [field = '', index] = name.split('.');
  if (index === undefined) return { ...row, [field]: REFUSED };
  return { ...row, [field]: (row[field] as readonly unknown[]).map((value, at) => (at === Number(index) ? REFUSED : value)) };
};

const expectEvidence = (verdict: Verdict): void => {
  if (verdict.outcome !== 'fail') return;
  for (const { subject, observed } of verdict.evidence) {
    expect(JSON.stringify(subject).length).toBeGreaterThan(2);
    expect(observed).not.toBe('');
  }
};

const OUTCOMES = { pass: 'pass', fail: 'fail', cannotTell: 'cannot-tell', notApplicable: 'not-applicable' } as const;

/** Runs a rule's table, and for nothing: each need in turn unknown ⇒ cannot-tell naming the action, frozen facts, same verdict twice. */
export const testRule = <T extends Target, N extends Needs, W extends Needs>(rule: TypedRule<T, N, W>, table: RuleTable<N, W>): void => {
  describe(rule.id, () => {
    for (const [group, outcome] of Object.entries(OUTCOMES)) {
      const rows = Object.entries((table[group as keyof typeof OUTCOMES] ?? {}) as Rows<N, W>);
      for (const [name, row] of rows) {
        test(`${outcome}: ${name}`, () => {
          const verdict = judged(rule, table.target, row);
          expect(verdict).toMatchObject({ outcome });
          expectEvidence(verdict);
        });
      }
    }
    const sample = Object.values(table.pass)[0] as (Given & { readonly target?: Target }) | undefined;
    const target = sample?.target ?? table.target;
    const slots = sample === undefined ? [] : slotsOf(rule, target, sample);
    for (const name of slots) {
      test(`cannot tell: ${name} was refused`, () => {
        const { verdict } = findingOn(rule, target, refuse(sample as Given, name));
        expect(verdict).toMatchObject({ outcome: 'cannot-tell', because: [{ actions: ['test:Refused'] }] });
      });
    }
  });
};

/** Judges a joint rule over members given as (target, facts) and returns the verdict of the first. */
export const judgedTogether = <T extends Target, N extends Needs>(
  rule: TypedJointRule<T, N>,
  members: readonly { readonly target: T; readonly facts: KnownFacts<N> | Given }[],
): Verdict => {
  const byTarget = new Map<Target, Given>(members.map(({ target, facts }) => [target, facts as Given]));
  const numbered: JointRule = {
    ...(rule as JointRule),
    needs: (target: never) =>
      tagged(
        rule.needs(target),
        members.findIndex((one) => one.target === (target as Target)),
      ),
  };
  const facts: Facts = {
    get: ({ params }) => {
      const [name, member] = String(params['slot']).split('@');
      const row = byTarget.get(members[Number(member)]?.target as Target) ?? {};
      return deepFreeze(row[name ?? ''] ?? NOT_WANTED) as Fact;
    },
    toJSON: () => ({ schema: 'sageready/facts/1', tool: 'test', facts: [] }),
  };
  const judgedMembers = members.map(({ target }) => ({ target: target as Target, findings: new Map() }));
  const gather = (target: Target) => gatherNeeds(numbered.needs(target as never), facts);
  return (judgeJointRule(numbered, judgedMembers, gather).get(members[0]?.target as Target) as Finding).verdict;
};

const tagged = (needs: Needs, member: number): Needs =>
  Object.fromEntries(
    Object.entries(needs).map(([name, need]) => [name, need === undefined ? undefined : slot(need as AnyFactRequest, `${name}@${member}`)]),
  ) as Needs;
