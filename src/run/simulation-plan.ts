import { MOST_ACTIONS, MOST_RESOURCES } from '../collectors/iam/simulation.ts';
import type { PlannedFact } from '../engine/plan.ts';
import { isDerived } from '../model/fact.ts';

/** Calls that a run makes if AWS lets it, and can do without. */
export interface OptionalCalls {
  readonly operation: string;
  readonly atMost: number;
  /** What there is one of them for. */
  readonly per: string;
}

/** A name for what a parameter will be: two that come from the same fact by the same selection are equal. */
const naming = (): ((value: unknown) => string) => {
  const numbers = new Map<object, number>();
  const numberOf = (select: object): number => {
    numbers.set(select, numbers.get(select) ?? numbers.size);
    return numbers.get(select) ?? 0;
  };
  const nameOf = (value: unknown): string => {
    if (!isDerived(value)) return JSON.stringify(value);
    const { kind, params } = value.derivedFrom;
    return `${kind} ${Object.values(params).map(nameOf).join(' ')} ${numberOf(value.select)}`;
  };
  return nameOf;
};

const callsFor = (questions: readonly (readonly [action: string, resource: string])[]): number => {
  const actions = new Set(questions.map(([action]) => action));
  const resources = new Set(questions.map(([, resource]) => resource));
  return Math.ceil(actions.size / MOST_ACTIONS) * Math.ceil(resources.size / MOST_RESOURCES);
};

/** The calls to AWS's simulator; none where no rule asks for it. */
export const simulationCalls = (facts: readonly PlannedFact[]): readonly OptionalCalls[] => {
  const nameOf = naming();
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const { request } of facts.filter((fact) => fact.request.kind === 'iam.simulation')) {
    const { principalArn, principalContext, context, action, resourceArn } = request.params;
    const group = [principalArn, principalContext, context].map(nameOf).join(' ');
    groups.set(group, [...(groups.get(group) ?? []), [nameOf(action), nameOf(resourceArn)]]);
  }
  const atMost = [...groups.values()].reduce((sum, questions) => sum + callsFor(questions), 0);
  return atMost === 0 ? [] : [{ operation: 'iam:SimulatePrincipalPolicy', atMost, per: 'one per principal and request context' }];
};
