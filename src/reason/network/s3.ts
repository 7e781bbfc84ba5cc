import type { SecurityGroup, Subnet, VpcEndpoint } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import { hopAt, traceOf, unclear } from './hops.ts';
import { resolvesPrivately, tracesToEndpoint } from './interface-endpoint.ts';
import type { Network } from './network.ts';
import { isAvailable, isForS3 } from './network.ts';
import type { Destination } from './outward.ts';
import { egressHop, hopsOut, waysOut } from './outward.ts';
import { s3End } from './s3-end.ts';
import { notesOn } from './s3-notes.ts';
import type { SubnetTrace } from './subnet-trace.ts';
import { https } from './traffic.ts';

const question = ({ id }: Subnet): string => `Does ${id} reach Amazon S3?`;

const NO_LIST = unclear('AWS names no prefix list of Amazon S3 in this Region, so its addresses are not known');

const byRoute = (network: Network, destination: Destination, egress: NetworkHop): readonly SubnetTrace[] =>
  network.subnets.map((subnet) => {
    const ways = waysOut(network, subnet, destination);
    return { subnet, trace: traceOf(question(subnet), hopsOut(network, subnet, { destination, egress, ways }), notesOn(network, subnet, ways)) };
  });

const traceByRoute = (network: Network): readonly SubnetTrace[] => {
  const far = s3End(network);
  if (far === undefined)
    return network.subnets.map((subnet) => ({ subnet, trace: traceOf(question(subnet), [hopAt('name-resolution', { from: network.vpc.id }, NO_LIST)]) }));
  const destination: Destination = { far, traffic: https() };
  return byRoute(network, destination, egressHop(network, destination));
};

/** The interface endpoint for S3 that takes over its usual names inside the VPC. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html */
const takingOver = (network: Network): VpcEndpoint | undefined =>
  network.endpoints.find(
    (endpoint) => endpoint.type === 'Interface' && isForS3(endpoint, network) && isAvailable(endpoint) && endpoint.privateDns && resolvesPrivately(network),
  );

const renamed = ({ subnet, trace }: SubnetTrace): SubnetTrace => ({ subnet, trace: { ...trace, question: question(subnet) } });

/**
 * Whether each planned subnet reaches Amazon S3 with HTTPS. `endpointGroups` are those of the VPC, for an interface endpoint that takes S3's names over.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html
 */
export const tracesToS3 = (network: Network, endpointGroups: readonly SecurityGroup[] = []): readonly SubnetTrace[] => {
  const endpoint = takingOver(network);
  return endpoint === undefined ? traceByRoute(network) : tracesToEndpoint(network, endpoint, endpointGroups).map(renamed);
};
