import { describeEndpointsOfService } from '../../aws/operations/discovery.ts';
import { acceleratorService } from '../../reason/accelerator-endpoint.ts';
import type { Findings } from './found.ts';
import { NOTHING } from './found.ts';
import type { Where } from './where.ts';
import { missing, nameIn, placeIn } from './where.ts';

const isThere = ({ state }: { readonly state: string }): boolean => state !== 'deleted' && state !== 'deleting';

/** Finds interface endpoints that Elastic Inference has left behind. */
export const findAcceleratorEndpoints = async (where: Where): Promise<Findings> => {
  const listing = await where.call(describeEndpointsOfService, where.region, { service: acceleratorService(where.region) });
  if (listing.state === 'unknown') return missing(where, `${where.prefix}interface endpoints of Elastic Inference`, listing);
  const found = (listing.state === 'present' ? listing.value : []).filter(isThere).map(({ id, vpcId, state }) => ({
    entry: {
      name: nameIn(where, 'vpc-endpoint', id),
      scenario: 'elastic-inference' as const,
      ...placeIn(where),
      interfaceEndpoint: { vpcEndpointId: id, vpcId },
    },
    says: [`found as the interface endpoint ${id} of ${vpcId}, which is ${state}`],
  }));
  return { ...NOTHING, found };
};
