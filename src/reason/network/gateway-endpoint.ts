import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import type { NetworkHop } from '../../model/trace.ts';
import type { Ruling } from './hops.ts';
import { hopAt, passes, stops } from './hops.ts';
import type { Network } from './network.ts';
import { isAvailable, isForS3 } from './network.ts';

const endpointRuling = (network: Network, endpoint: VpcEndpoint): Ruling => {
  if (!isForS3(endpoint, network)) return stops(`the endpoint is for ${endpoint.service}, not for Amazon S3`);
  return isAvailable(endpoint) ? passes(`a gateway endpoint for ${endpoint.service}, available`) : stops(`the endpoint is ${endpoint.state}, not available`);
};

/** The hop at a gateway endpoint for S3. Its policy is another question. */
export const gatewayEndpointHop = (network: Network, endpoint: VpcEndpoint): NetworkHop =>
  hopAt('endpoint', { from: endpoint.id, to: network.s3?.id }, endpointRuling(network, endpoint));
