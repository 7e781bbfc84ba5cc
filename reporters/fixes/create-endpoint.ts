import type { FixOf } from '../../src/model/fix.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import type { CommandOptions } from '../shell.ts';
import { awsCommand, listArgument } from '../shell.ts';
import { visible } from '../text.ts';

type Place = FixOf<'create-endpoint'>['place'];

type Kind = Place['type'];

const isGateway = (place: Place): place is Extract<Place, { readonly type: 'Gateway' }> => 'routeTableIds' in place;

const kindOf = (place: Place): Kind => (isGateway(place) ? 'Gateway' : 'Interface');

const placeOptions = (place: Place): CommandOptions =>
  isGateway(place)
    ? { 'route-table-ids': listArgument(place.routeTableIds) }
    : { 'subnet-ids': listArgument(place.subnetIds), 'security-group-ids': listArgument(place.groupIds), 'private-dns-enabled': true };

const placeWords = (place: Place): string =>
  isGateway(place) ? `for ${place.routeTableIds.map(visible).join(', ')}` : `with private DNS in ${place.subnetIds.map(visible).join(', ')}`;

/** Creates a VPC endpoint. */
export const createEndpoint: FixRenderer<'create-endpoint'> = ({ service, vpcId, region, place }) => ({
  text: `Create a ${kindOf(place).toLowerCase()} endpoint for ${visible(service)} in ${visible(vpcId)}, ${placeWords(place)}.`,
  commands: [
    awsCommand(['ec2', 'create-vpc-endpoint'], {
      'vpc-id': vpcId,
      'vpc-endpoint-type': kindOf(place),
      'service-name': service,
      ...placeOptions(place),
      region,
    }),
  ],
});
