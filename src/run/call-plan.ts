import type { PlannedCall } from '../collectors/define.ts';
import { collectorOf } from '../collectors/index.ts';
import type { PlannedFact } from '../engine/plan.ts';
import type { AnyFactRequest, FactKind } from '../model/fact.ts';
import { isDerived } from '../model/fact.ts';
import { listedRegions } from './endpoint-names.ts';

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

const OF_VPC = 'VPC that subnets lie in';
const NAMED_BY: Readonly<Partial<Record<FactKind, string>>> = {
  'ec2.dhcpOptions': 'VPC with DHCP options of its own',
  'ec2.internetGateways': OF_VPC,
  'ec2.natGateways': OF_VPC,
  'ec2.networkAcls': OF_VPC,
  'ec2.publicAccessBlock': 'internet gateway that is attached, if not counted already',
  'ec2.routeTables': OF_VPC,
  'ec2.securityGroups': OF_VPC,
  'ec2.vpc': OF_VPC,
  'ec2.vpcDns': OF_VPC,
  'ec2.vpcEndpoints': OF_VPC,
  'iam.role': 'deployer that is a role',
  'iam.rolePolicies': 'deployer that is a role',
  'iam.user': 'deployer that is a user',
  'iam.userPolicies': 'deployer that is a user',
  'kms.key': 'key that an object is encrypted with, if not counted already',
  'kms.keyPolicy': 'key',
  'kms.grants': 'key',
  's3.payer': 'bucket of another account',
  'sagemaker.endpointConfig': 'planned endpoint that exists',
  'sagemaker.model': 'model that an endpoint runs',
  'sagemaker.modelPackage': 'model package that a model comes from',
};

// A bucket's Region is always told by the bucket; only an identity that comes from another fact makes a call uncertain.
const isUncertain = ({ params }: AnyFactRequest): boolean => Object.entries(params).some(([name, value]) => name !== 'region' && isDerived(value));

/** The calls that reading a fact makes for certain. */
export const callsOf = ({ request }: PlannedFact): readonly PlannedCall[] => collectorOf(request.kind)?.calls(plannedParams(request) as never) ?? [];

/** Every run asks once who the caller is, before anything else: that call is never one that depends on what is found. */
const isAskedAnyway = ({ service }: PlannedCall): boolean => service === 'sts';

const certainCalls = (facts: readonly PlannedFact[], service: string): number => {
  const calls = facts
    .filter(({ request }) => !isUncertain(request))
    .flatMap(callsOf)
    .filter((call) => call.service === service);
  const keyed = new Set(calls.flatMap(({ key }) => key ?? []));
  return keyed.size + calls.filter(({ key }) => key === undefined).length;
};

/** A fact's operations; one that it calls twice, with different questions, stands there twice. */
const numbered = (calls: readonly PlannedCall[]): readonly string[] =>
  calls.map(({ operation }, index) => `${operation} ${calls.slice(0, index).filter((earlier) => earlier.operation === operation).length}`);

/** Each operation once for every thing that only another fact names. */
const uncertainTerms = (facts: readonly PlannedFact[], service: string): readonly CallTerm[] => {
  const operations = new Map<string, Set<string>>();
  for (const fact of facts.filter(({ request }) => isUncertain(request))) {
    const per = NAMED_BY[fact.request.kind] ?? `${fact.request.kind} that another fact names`;
    const calls = callsOf(fact).filter((one) => one.service === service && !isAskedAnyway(one));
    for (const operation of numbered(calls)) operations.set(per, (operations.get(per) ?? new Set()).add(operation));
  }
  return [...operations].map(([per, { size }]) => ({ each: size, per }));
};

/** What roles and users have alike (inline policies, say) is one term. */
const surcharges = (facts: readonly PlannedFact[], service: string): readonly CallTerm[] => {
  const all = facts.flatMap(({ request }) => collectorOf(request.kind)?.surcharges ?? []).filter((term) => term.service === service);
  return [...new Map(all.map(({ per, each }) => [per, { each, per }])).values()];
};

/** Where a list answers for names that do not exist, a name costs a call only if there is such an endpoint: one fact stands for all of them. */
const spared = (facts: readonly PlannedFact[]): { readonly facts: readonly PlannedFact[]; readonly terms: readonly CallTerm[] } => {
  const listed = listedRegions(facts);
  const isSpared = ({ request }: PlannedFact): boolean => request.kind === 'sagemaker.endpoint' && listed.has(String(request.params['region']));
  return listed.size === 0
    ? { facts, terms: [] }
    : { facts: facts.filter((fact) => !isSpared(fact)), terms: [{ each: 1, per: NAMED_BY['sagemaker.endpointConfig'] ?? '' }] };
};

/** The calls that reading these facts makes, by service: a number, and what it grows by. */
export const callPlan = (planned: readonly PlannedFact[]): readonly ServicePlan[] => {
  const { facts, terms: ofNames } = spared(planned);
  const calls = facts.flatMap(callsOf);
  const services = [...new Set(calls.map(({ service }) => service))].sort();
  return services.map((service) => ({
    service,
    operations: [...new Set(calls.filter((call) => call.service === service).map(({ operation }) => operation))].sort(),
    certain: certainCalls(facts, service),
    terms: [...uncertainTerms(facts, service), ...surcharges(facts, service), ...(service === 'sagemaker' ? ofNames : [])],
  }));
};
