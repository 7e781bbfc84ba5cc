import type { Facts } from '../model/fact.ts';
import type { Problem } from '../targets/problem.ts';
import type { Change } from './change.ts';
import { addEndpoint, noEndpoint, removeEndpoint } from './endpoints.ts';
import { addGroupRule, removeGroupRule } from './groups.ts';
import { addEntry, removeEntry } from './network-acls.ts';
import type { PlacedChange } from './read.ts';
import { addRoute, removeRoute } from './routes.ts';
import type { Applied, Saved } from './saved.ts';
import { changeStatement, setEndpointPolicy } from './statements.ts';

/** Makes one change, or says why it cannot be made. */
export const applyChange = (facts: Saved, change: Change): Applied => {
  switch (change.kind) {
    case 'add route':
      return addRoute(facts, change);
    case 'remove route':
      return removeRoute(facts, change);
    case 'add egress':
    case 'add ingress':
      return addGroupRule(facts, change);
    case 'remove egress':
    case 'remove ingress':
      return removeGroupRule(facts, change);
    case 'add network-acl-entry':
      return addEntry(facts, change);
    case 'remove network-acl-entry':
      return removeEntry(facts, change);
    case 'add endpoint':
      return addEndpoint(facts, change);
    case 'remove endpoint':
      return removeEndpoint(facts, change);
    case 'set endpoint-policy':
      return noEndpoint(facts, 'endpoint', change.endpoint) ?? setEndpointPolicy(facts, change);
    case 'add statement':
    case 'remove statement':
      return changeStatement(facts, change);
    default:
      return change satisfies never;
  }
};

/** Facts after all changes, in their order; or everything that is wrong with them. A change that cannot be made is left out for those after it. */
export const applyChanges = (facts: Facts, changes: readonly PlacedChange[]): { readonly facts: Saved } | { readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  let saved: Saved = facts.toJSON().facts;
  for (const { change, problem } of changes) {
    const applied = applyChange(saved, change);
    if ('facts' in applied) saved = applied.facts;
    else {
      const { key, ...words } = applied.fault;
      problems.push(problem(key, words));
    }
  }
  return problems.length > 0 ? { problems } : { facts: saved };
};
