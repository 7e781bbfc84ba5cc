import type { AnyFactRequest } from '../model/fact.ts';
import { isDerived } from '../model/fact.ts';
import type { AnyRule } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { keyOf } from './facts.ts';
import type { Law } from './judge.ts';
import { rulesFor } from './judge.ts';
import { requestsFor } from './requests.ts';

/** One fact to be read, with what asks for it. */
export interface PlannedFact {
  readonly request: AnyFactRequest;
  /** Steps that must be known first; 0: can be asked at once. */
  readonly stage: number;
  readonly askedBy: readonly string[];
}

/** A selection has no name: two requests select alike when they share the function. */
const numbering = (): ((select: object) => number) => {
  const numbers = new Map<object, number>();
  return (select) => {
    const number = numbers.get(select) ?? numbers.size;
    numbers.set(select, number);
    return number;
  };
};

const describe = (request: AnyFactRequest, numberOf: (select: object) => number): { readonly key: string; readonly stage: number } => {
  let stage = 0;
  const params = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => {
      if (!isDerived(value)) return [name, value];
      const inner = describe(value.derivedFrom, numberOf);
      stage = Math.max(stage, inner.stage + 1);
      return [name, { from: inner.key, select: numberOf(value.select) }];
    }),
  );
  return { key: keyOf(request.kind, params), stage };
};

const withInner = (request: AnyFactRequest): readonly AnyFactRequest[] => [
  ...Object.values(request.params).flatMap((value) => (isDerived(value) ? withInner(value.derivedFrom) : [])),
  request,
];

const asked = (rules: readonly AnyRule[], target: Target): readonly (readonly [AnyFactRequest, string])[] =>
  rules.flatMap((rule) => requestsFor(rule, target).flatMap((request) => withInner(request).map((one) => [one, rule.id] as const)));

/** The unique facts that these targets need, in the order in which they can be read. `more`: what completing the targets asks for. */
export const planFacts = (law: Law, targets: readonly Target[], more: (target: Target) => readonly AnyFactRequest[]): readonly PlannedFact[] => {
  const numberOf = numbering();
  const planned = new Map<string, PlannedFact>();
  const note = (request: AnyFactRequest, by: string): void => {
    const { key, stage } = describe(request, numberOf);
    const askedBy = new Set([...(planned.get(key)?.askedBy ?? []), by]);
    planned.set(key, { request, stage, askedBy: [...askedBy] });
  };
  for (const target of targets) {
    for (const request of more(target)) note(request, 'the target itself');
    for (const [request, by] of asked(rulesFor(law, target), target)) note(request, by);
  }
  return [...planned.values()].sort((a, b) => a.stage - b.stage);
};
