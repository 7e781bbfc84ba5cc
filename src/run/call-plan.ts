import type { PlannedCall } from '../collectors/define.ts';
import { collectorOf } from '../collectors/index.ts';
import type { PlannedFact } from '../engine/plan.ts';
import type { AnyFactRequest, FactKind } from '../model/fact.ts';
import { isDerived } from '../model/fact.ts';

/** Calls whose number only the account knows: `each` for every `per`. */
export interface CallTerm {
  readonly each: number;
  readonly per: string;
}

/** The calls of one service: `certain` of them, and further ones by what is found. */
export interface ServicePlan {
  readonly service: string;
  readonly operations: readonly string[];
  readonly certain: number;
  readonly terms: readonly CallTerm[];
}

type Params = Readonly<Record<string, unknown>>;

/** A request's parameters before the run: what comes from another fact is undefined. */
export const plannedParams = ({ params }: AnyFactRequest): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDerived(value) ? undefined : value]));

const NAMED_BY: Readonly<Partial<Record<FactKind, string>>> = {
  'kms.key': 'key that an object is encrypted with, if not counted already',
  'kms.keyPolicy': 'key',
  'kms.grants': 'key',
  's3.payer': 'bucket of another account',
  'sagemaker.endpointConfig': 'endpoint that exists',
  'sagemaker.model': 'model that an endpoint runs',
  'sagemaker.modelPackage': 'model package that a model comes from',
};

// A bucket's Region is always told by the bucket; only an identity that comes from another fact makes a call uncertain.
const isUncertain = ({ params }: AnyFactRequest): boolean => Object.entries(params).some(([name, value]) => name !== 'region' && isDerived(value));

interface Counted extends CallTerm {
  readonly service: string;
}

const callsOf = ({ request }: PlannedFact): readonly PlannedCall[] => collectorOf(request.kind)?.calls(plannedParams(request) as never) ?? [];

const surchargesOf = (fact: PlannedFact): readonly Counted[] => {
  const { request } = fact;
  const per = NAMED_BY[request.kind] ?? `${request.kind} that another fact names`;
  const uncertain = isUncertain(request) ? callsOf(fact).map(({ service }) => ({ service, each: 1, per })) : [];
  return [...uncertain, ...(collectorOf(request.kind)?.surcharges ?? [])];
};

const certainCalls = (facts: readonly PlannedFact[], service: string): number => {
  const calls = facts
    .filter(({ request }) => !isUncertain(request))
    .flatMap(callsOf)
    .filter((call) => call.service === service);
  const keyed = new Set(calls.flatMap(({ key }) => key ?? []));
  return keyed.size + calls.filter(({ key }) => key === undefined).length;
};

const termsOf = (facts: readonly PlannedFact[], service: string): readonly CallTerm[] => {
  const byKind = new Map(facts.flatMap((fact) => surchargesOf(fact).map((term) => [`${fact.request.kind} ${term.per}`, term] as const)));
  const terms = new Map<string, CallTerm>();
  for (const { each, per } of [...byKind.values()].filter((term) => term.service === service)) {
    terms.set(per, { per, each: each + (terms.get(per)?.each ?? 0) });
  }
  return [...terms.values()];
};

/** The calls that reading these facts makes, by service: a number, and what it grows by. */
export const callPlan = (facts: readonly PlannedFact[]): readonly ServicePlan[] => {
  const calls = facts.flatMap(callsOf);
  const services = [...new Set(calls.map(({ service }) => service))].sort();
  return services.map((service) => ({
    service,
    operations: [...new Set(calls.filter((call) => call.service === service).map(({ operation }) => operation))].sort(),
    certain: certainCalls(facts, service),
    terms: termsOf(facts, service),
  }));
};
