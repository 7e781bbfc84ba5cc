import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand, listArgument } from '../shell.ts';
import { visible } from '../text.ts';

/** Lets a gateway endpoint serve further route tables; the routes appear by themselves. */
export const associateRouteTable: FixRenderer<'associate-route-table'> = ({ endpointId, routeTableIds, region }) => ({
  text: `Associate ${routeTableIds.map(visible).join(', ')} with the gateway endpoint ${visible(endpointId)}.`,
  commands: [awsCommand(['ec2', 'modify-vpc-endpoint'], { 'vpc-endpoint-id': endpointId, 'add-route-table-ids': listArgument(routeTableIds), region })],
});
