import type { NeededPermission } from '../collectors/define.ts';
import { collectorOf } from '../collectors/index.ts';
import { resolveParams } from '../engine/facts.ts';
import type { PlannedFact } from '../engine/plan.ts';
import type { Facts } from '../model/fact.ts';
import type { PolicyStatement } from '../model/policy.ts';
import { plannedParams } from './call-plan.ts';

/** The least-privilege policy of one run, and why it is wider in places than the things that are read. */
export interface RunPermissions {
  readonly policy: { readonly Version: '2012-10-17'; readonly Statement: readonly PolicyStatement[] };
  readonly reasons: readonly string[];
}

/** Whose account is read, and what is known of it. */
export interface Reach {
  readonly partition: string;
  readonly account: string;
  /** Saved facts: with them, actions and resources are exact. */
  readonly facts?: Facts;
  /** What the run needs beside its facts. */
  readonly further?: readonly NeededPermission[];
}

const neededFor = ({ request }: PlannedFact, { facts, partition, account }: Reach): readonly NeededPermission[] => {
  const collector = collectorOf(request.kind);
  if (collector === undefined) return [];
  const place = { partition, account };
  const resolved = facts && resolveParams(request.params, facts.get);
  if (resolved?.state === 'absent') return [];
  if (facts === undefined || resolved?.state !== 'resolved') return collector.permissions(plannedParams(request) as never, place);
  return collector.permissions(resolved.params as never, { ...place, known: facts.get(request) as never });
};

const covers = (wide: string, narrow: string): boolean => wide === '*' || (wide.endsWith('*') && narrow.startsWith(wide.slice(0, -1)));

const narrowest = (resources: ReadonlySet<string>): readonly string[] => {
  const all = [...resources].sort();
  const wide = all.filter((one) => one.endsWith('*'));
  return all.filter((one) => !wide.some((other) => other !== one && covers(other, one)));
};

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));

const sidOf = (service: string, index: number): string =>
  `Read${service[0]?.toUpperCase()}${service.slice(1).replace(/\W/g, '')}${index === 0 ? '' : index + 1}`;

const statementsOf = (byAction: ReadonlyMap<string, ReadonlySet<string>>): readonly PolicyStatement[] => {
  const groups = new Map<string, { readonly service: string; readonly resources: readonly string[]; readonly actions: string[] }>();
  for (const [action, resources] of [...byAction].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const narrow = narrowest(resources);
    const key = `${serviceOf(action)} ${narrow.join(' ')}`;
    const group = groups.get(key) ?? { service: serviceOf(action), resources: narrow, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  const seen = new Map<string, number>();
  return [...groups.values()].map(({ service, resources, actions }) => {
    const index = seen.get(service) ?? 0;
    seen.set(service, index + 1);
    return { Sid: sidOf(service, index), Effect: 'Allow', Action: actions, Resource: resources };
  });
};

/** The policy that this very run needs: actions exact, resources as narrow as the description tells, or exact once facts are at hand. */
export const permissionsFor = (planned: readonly PlannedFact[], reach: Reach): RunPermissions => {
  const needed = [...planned.flatMap((fact) => neededFor(fact, reach)), ...(reach.further ?? [])];
  const byAction = new Map<string, Set<string>>();
  for (const { action, resources } of needed) {
    const known = byAction.get(action) ?? new Set<string>();
    for (const resource of resources) known.add(resource);
    byAction.set(action, known);
  }
  const reasons = needed.flatMap(({ action, because }) => (because === undefined ? [] : [`${action}: ${because}`]));
  return { policy: { Version: '2012-10-17', Statement: statementsOf(byAction) }, reasons: [...new Set(reasons)].sort() };
};
