import type { AnyFactRequest, Need, Needs } from '../model/fact.ts';
import type { AnyRule } from '../model/rule.ts';
import type { Target } from '../model/target.ts';

const requestsOf = (need: Need): readonly AnyFactRequest[] => {
  if (need === undefined) return [];
  return (Array.isArray(need) ? need : [need]) as readonly AnyFactRequest[];
};

/** Every request of a rule's needs or wants, in declared order. */
export const listRequests = (needs: Needs): readonly AnyFactRequest[] => Object.values(needs).flatMap(requestsOf);

const declared = (rule: AnyRule, target: Target): readonly AnyFactRequest[] => [
  ...listRequests(rule.needs(target as never)),
  ...(rule.kind === 'rule' ? listRequests(rule.wants(target as never)) : []),
];

/** What a rule asks for this target: nothing where it does not apply, nor where its own code throws (judging will say so). */
export const requestsFor = (rule: AnyRule, target: Target): readonly AnyFactRequest[] => {
  try {
    return rule.appliesTo.accepts(target) ? declared(rule, target) : [];
  } catch {
    return [];
  }
};
