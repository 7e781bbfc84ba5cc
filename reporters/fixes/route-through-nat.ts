import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Leads a destination to a NAT gateway. */
export const routeThroughNat: FixRenderer<'route-through-nat'> = ({ routeTableId, destination, natGatewayId, replaces, region }) => {
  const route = `${visible(destination)} in ${visible(routeTableId)}`;
  if (natGatewayId === undefined)
    return {
      text: `Create a public NAT gateway in a subnet whose table leads to an internet gateway, and lead ${route} to it. A NAT gateway is charged by the hour and by the gigabyte.`,
      commands: [],
    };
  return {
    text: `Lead ${route} to ${visible(natGatewayId)}${replaces ? ', in place of where it leads now' : ''}.`,
    commands: [
      awsCommand(['ec2', replaces ? 'replace-route' : 'create-route'], {
        'route-table-id': routeTableId,
        'destination-cidr-block': destination,
        'nat-gateway-id': natGatewayId,
        region,
      }),
    ],
  };
};
