import type { FactRequest, KnownFact } from '../model/fact.ts';
import { fact, from } from '../model/fact.ts';
import type { SecurityGroup, Subnet, VpcEndpoint } from '../model/facts/ec2.ts';
import type { Applicability } from '../model/rule.ts';
import type { ElasticInferenceTarget } from '../model/target.ts';
import { elasticInference } from './accelerators.ts';
import { interfaceEndpointFor } from './network/judge-endpoints.ts';
import type { WithVpc } from './planned.ts';
import { inVpc } from './planned.ts';
import { vpcEndpointsOf } from './vpc-requests.ts';

/** An endpoint with an accelerator in a VPC. */
export type AcceleratedInVpc = ElasticInferenceTarget & WithVpc;
export const acceleratedInVpc: Applicability<AcceleratedInVpc> = {
  accepts: (target): target is AcceleratedInVpc => elasticInference.accepts(target) && inVpc.accepts(target),
  otherwise: 'this is no endpoint with Elastic Inference in a VPC',
  fields: ['vpcConfig'],
};

const SERVICE = /^com\.amazonaws\.[^.]+\.elastic-inference\.runtime$/;

/** The service that accelerators are reached by in a Region. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html */
export const acceleratorService = (region: string): string => `com.amazonaws.${region}.elastic-inference.runtime`;

/** The interface endpoint that accelerators are reached by; `network/interface-endpoints-exist` has found one. */
export const acceleratorEndpointIn = (endpoints: readonly VpcEndpoint[]): VpcEndpoint | undefined => {
  const service = endpoints.find((endpoint) => SERVICE.test(endpoint.service))?.service;
  return service === undefined ? undefined : interfaceEndpointFor(endpoints, service);
};

/** An interface endpoint has one subnet a zone at most, and no Region has more zones than these. */
const MOST_ZONES = 6;

// The selections are made here once: two requests that share a selection are one fact in the plan.
const NTH_SUBNET = Array.from(
  { length: MOST_ZONES },
  (_, place) =>
    (endpoints: readonly VpcEndpoint[]): string | undefined =>
      acceleratorEndpointIn(endpoints)?.subnetIds[place],
);

/** The subnets in which the interface endpoint stands, which need not be the plan's; absent beyond the last. */
export const endpointSubnetsOf = (target: AcceleratedInVpc): readonly FactRequest<'ec2.subnet'>[] =>
  NTH_SUBNET.map((nth) => fact('ec2.subnet', { subnetId: from(vpcEndpointsOf(target), nth), region: target.region }));

/** Those of them that are there. */
export const presentSubnets = (subnets: readonly KnownFact<'ec2.subnet'>[]): readonly Subnet[] =>
  subnets.flatMap((subnet) => (subnet.state === 'present' ? [subnet.value] : []));

/** The zones of subnets, each once. */
export const zonesOf = (subnets: readonly Subnet[]): readonly string[] => [...new Set(subnets.map(({ zone }) => zone))].sort();

/** The security groups that an endpoint has, of those of its VPC. */
export const groupsOfEndpoint = ({ groupIds }: VpcEndpoint, groups: readonly SecurityGroup[]): readonly SecurityGroup[] =>
  groups.filter(({ id }) => groupIds.includes(id));
