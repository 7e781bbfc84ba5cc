import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import type { Applicability } from '../../model/rule.ts';
import type { Judgement } from '../../model/verdict.ts';
import { fail, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { WithVpc } from '../planned.ts';
import { inVpc } from '../planned.ts';
import { tracesToEndpoint } from './interface-endpoint.ts';
import { judgeSubnetTraces } from './judge-traces.ts';
import type { NetworkFacts } from './needs.ts';
import type { Network } from './network.ts';
import { isAvailable } from './network.ts';

/** The services that a plan's instances reach by an interface endpoint of their VPC, and by nothing else. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html */
export const servicesBehindEndpoints = ({ scenario, region }: WithVpc): readonly string[] =>
  scenario === 'elastic-inference' ? [`com.amazonaws.${region}.elastic-inference.runtime`] : [];

/** A plan in a VPC that needs an interface endpoint. */
export const needsInterfaceEndpoint: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => inVpc.accepts(target) && servicesBehindEndpoints(target).length > 0,
  otherwise: 'the plan needs no interface endpoint',
  fields: ['vpcConfig'],
};

/** The interface endpoint of a service, one that is available before others. */
export const interfaceEndpointFor = (endpoints: readonly VpcEndpoint[], service: string): VpcEndpoint | undefined => {
  const all = endpoints.filter((endpoint) => endpoint.type === 'Interface' && endpoint.service === service);
  return all.find(isAvailable) ?? all[0];
};

const withoutEndpoint = (target: WithVpc, endpoints: readonly VpcEndpoint[]): readonly string[] =>
  servicesBehindEndpoints(target).filter((service) => interfaceEndpointFor(endpoints, service) === undefined);

/** Judges whether the VPC has the interface endpoints that the plan needs. */
export const judgeEndpointsExist = (target: WithVpc, { vpc, subnets, vpcEndpoints }: Pick<NetworkFacts, 'vpc' | 'subnets' | 'vpcEndpoints'>): Judgement => {
  const missing = withoutEndpoint(target, vpcEndpoints.value);
  const { account, region } = target;
  const evidence = missing.map((service) => ({
    subject: { account, region, kind: 'vpc-endpoint', name: `${service} in ${vpc.value.id}` },
    observed: `${vpc.value.id} has no interface endpoint for ${service}`,
    field: ['vpcConfig', 'subnets'],
  }));
  if (!isNonEmpty(evidence)) return pass(`${vpc.value.id} has an interface endpoint for ${servicesBehindEndpoints(target).join(', ')}`);
  const place = { type: 'Interface', subnetIds: subnets.map(({ value }) => value.id), groupIds: target.vpcConfig.securityGroupIds } as const;
  return fail(
    `There is no interface endpoint for ${missing.join(', ')}`,
    evidence,
    missing.map((service) => ({ kind: 'create-endpoint', service, vpcId: vpc.value.id, region, place })),
  );
};

/** Judges whether every subnet reaches the interface endpoints that the plan needs. */
export const judgeEndpointsReachable = (target: WithVpc, network: Network, groups: Parameters<typeof tracesToEndpoint>[2]): Judgement => {
  const services = servicesBehindEndpoints(target);
  const traces = services.flatMap((service) => {
    const endpoint = interfaceEndpointFor(network.endpoints, service);
    return endpoint === undefined ? [] : tracesToEndpoint(network, endpoint, groups);
  });
  const names = services.join(', ');
  const words = { passes: `${names} is reached from`, stops: `${names} is not reached from`, expected: `a way to the interface endpoint of ${names}` };
  return judgeSubnetTraces(target, { network, traces }, words);
};
