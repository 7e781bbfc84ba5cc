import { RULES } from '../../rules/index.ts';
import { collectorOf } from '../../src/collectors/index.ts';
import { listRequests, requestsFor } from '../../src/engine/requests.ts';
import type { AnyFactRequest, FactKind } from '../../src/model/fact.ts';
import { isDerived } from '../../src/model/fact.ts';
import type { AnyRule } from '../../src/model/rule.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import type { Target } from '../../src/model/target.ts';

/** Facts without which a rule cannot be judged, or also those that it only wants. */
export type Asked = 'needed' | 'needed or wanted';

const RULE = new Map<RuleId, AnyRule>(RULES.map((rule) => [rule.id, rule]));

/** Rules that may be judged without what they want, but say themselves that they cannot tell while it is unknown. */
const SAY_WHAT_THEY_WANT: ReadonlySet<RuleId> = new Set([
  'encryption/key-is-enabled',
  'identity/no-dangling-principals',
  'identity/organisation-policies-are-known',
]);

const withInner = (request: AnyFactRequest): readonly AnyFactRequest[] => [
  request,
  ...Object.values(request.params).flatMap((value) => (isDerived(value) ? withInner(value.derivedFrom) : [])),
];

const requestsOf = (rule: AnyRule, target: Target, asked: Asked): readonly AnyFactRequest[] => {
  if (asked === 'needed or wanted' || SAY_WHAT_THEY_WANT.has(rule.id)) return requestsFor(rule, target);
  return rule.appliesTo.accepts(target) ? listRequests(rule.needs(target as never)) : [];
};

const actionsOf = (kind: FactKind): readonly string[] => (collectorOf(kind)?.operations ?? []).flatMap(({ actions }) => actions);

/** Every action that a rule's verdict may rest on: of the facts it asks for, of those that these come from, and of the rules judged before it. */
export const restsOn = (id: RuleId, target: Target, asked: Asked): ReadonlySet<string> => {
  const rule = RULE.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const own = requestsOf(rule, target, asked)
    .flatMap(withInner)
    .flatMap(({ kind }) => actionsOf(kind));
  return new Set([...own, ...(rule.dependsOn ?? []).flatMap((before) => [...restsOn(before, target, asked)])]);
};

/** Every action that the collectors of these targets' rules declare; who the caller is, AWS tells everybody. */
export const declaredActions = (targets: readonly Target[]): readonly string[] =>
  [...new Set(targets.flatMap((target) => RULES.flatMap(({ id }) => [...restsOn(id, target, 'needed or wanted')])))]
    .filter((action) => action !== 'sts:GetCallerIdentity')
    .sort();
