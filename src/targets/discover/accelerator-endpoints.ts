import { describeEndpointsOfService } from '../../aws/operations/discovery.ts';
import { acceleratorService } from '../../reason/accelerator-endpoint.ts';
import type { Findings } from './found.ts';
import { noted } from './found.ts';
import type { Where } from './where.ts';
import { missing } from './where.ts';

const LEFT_BEHIND = 'is an interface endpoint of Elastic Inference, which has ended: it is paid for by the hour and leads nowhere — delete it';

const isThere = ({ state }: { readonly state: string }): boolean => state !== 'deleted' && state !== 'deleting';

/** Finds interface endpoints that Elastic Inference has left behind. */
export const findAcceleratorEndpoints = async (where: Where): Promise<Findings> => {
  const listing = await where.call(describeEndpointsOfService, where.region, { service: acceleratorService(where.region) });
  if (listing.state === 'unknown') return missing(where, `${where.prefix}interface endpoints of Elastic Inference`, listing);
  const ids = (listing.state === 'present' ? listing.value : []).filter(isThere).map(({ id }) => id);
  return noted(...ids.map((id) => `${id} in ${where.region} ${LEFT_BEHIND}`));
};
