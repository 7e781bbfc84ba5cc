import { answered } from '../../aws/operation.ts';
import { describeRouteTables } from '../../aws/operations/ec2.ts';
import { present } from '../../model/fact.ts';
import type { Route, RouteTable } from '../../model/facts/ec2.ts';
import { defineCollector, invocation } from '../define.ts';
import { isAssociated } from './associated.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';
import { nameIn } from './tags.ts';

/** A route as EC2 tells it: one of the destinations and one of the targets is there. */
type DescribedRoute = Readonly<
  Partial<Record<(typeof TARGETS)[number] | 'DestinationCidrBlock' | 'DestinationIpv6CidrBlock' | 'DestinationPrefixListId' | 'State', string | undefined>>
>;
interface DescribedTable {
  readonly RouteTableId?: string | undefined;
  readonly Associations?: readonly Association[] | undefined;
  readonly Routes?: readonly DescribedRoute[] | undefined;
  readonly Tags?: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;
}
interface Association {
  readonly Main?: boolean | undefined;
  readonly SubnetId?: string | undefined;
  readonly AssociationState?: { readonly State?: string | undefined } | undefined;
}

/** Of an instance the interface is named too, and it is what packets go to. */
const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'NetworkInterfaceId',
  'InstanceId',
  'EgressOnlyInternetGatewayId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
  'OdbNetworkArn',
] as const;
const UNNAMED = 'other';

const destinationOf = ({ DestinationPrefixListId, DestinationCidrBlock, DestinationIpv6CidrBlock }: DescribedRoute): Route['destination'] =>
  DestinationPrefixListId === undefined
    ? { cidr: answered(DestinationCidrBlock ?? DestinationIpv6CidrBlock, 'DestinationCidrBlock') }
    : { prefixListId: DestinationPrefixListId };

const routeOf = (route: DescribedRoute): Route => ({
  destination: destinationOf(route),
  target: TARGETS.map((name) => route[name]).find((target) => target !== undefined) ?? UNNAMED,
  state: answered(route.State, 'State'),
});

const tableOf = ({ RouteTableId, Associations = [], Routes = [], Tags }: DescribedTable): RouteTable => {
  const valid = Associations.filter(({ AssociationState }) => isAssociated(AssociationState));
  return {
    id: answered(RouteTableId, 'RouteTableId'),
    main: valid.some(({ Main }) => Main === true),
    subnetIds: valid.flatMap(({ SubnetId }) => SubnetId ?? []),
    routes: Routes.map(routeOf),
    ...nameIn(Tags),
  };
};

/** The route tables of a VPC. */
export const ec2RouteTables = defineCollector({
  kind: 'ec2.routeTables',
  operations: [describeRouteTables],
  region: ({ region }) => region,
  calls: ({ vpcId }) => [invocation(describeRouteTables, { vpcId })],
  surcharges: [{ service: 'ec2', each: 1, per: 'further 100 route tables of a VPC' }],
  permissions: () => [onAnything('ec2:DescribeRouteTables')],
  collect: async ({ vpcId }, call) => present(listed(await call(describeRouteTables, { vpcId })).map(tableOf)),
});
