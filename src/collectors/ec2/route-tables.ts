import { answered } from '../../aws/operation.ts';
import { getManagedPrefixListEntries } from '../../aws/operations/ec2.ts';
import { describeRouteTables } from '../../aws/operations/ec2-of-vpcs.ts';
import { present } from '../../model/fact.ts';
import type { Route, RouteTable } from '../../model/facts/ec2.ts';
import { defineCollector, together } from '../define.ts';
import { isAssociated } from './associated.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';
import type { PrefixListEntries } from './prefix-list-entries.ts';
import { entriesOf, entriesPermission } from './prefix-list-entries.ts';
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

const targetOf = (route: DescribedRoute): string => TARGETS.map((name) => route[name]).find((target) => target !== undefined) ?? UNNAMED;

/** Through a gateway endpoint go the addresses of its own service, which are its list's. */
const ENDPOINT = 'vpce-';

const listsOf = ({ Routes = [] }: DescribedTable): readonly string[] =>
  Routes.flatMap((route) => (targetOf(route).startsWith(ENDPOINT) ? [] : (route.DestinationPrefixListId ?? [])));

const destinationOf = (route: DescribedRoute, entries: PrefixListEntries): Route['destination'] => {
  const { DestinationPrefixListId: prefixListId, DestinationCidrBlock, DestinationIpv6CidrBlock } = route;
  if (prefixListId === undefined) return { cidr: answered(DestinationCidrBlock ?? DestinationIpv6CidrBlock, 'DestinationCidrBlock') };
  const known = targetOf(route).startsWith(ENDPOINT) ? undefined : entries.get(prefixListId);
  return { prefixListId, ...(known !== undefined && { entries: known }) };
};

const routeOf =
  (entries: PrefixListEntries) =>
  (route: DescribedRoute): Route => ({ destination: destinationOf(route, entries), target: targetOf(route), state: answered(route.State, 'State') });

const tableOf = ({ RouteTableId, Associations = [], Routes = [], Tags }: DescribedTable, entries: PrefixListEntries): RouteTable => {
  const valid = Associations.filter(({ AssociationState }) => isAssociated(AssociationState));
  return {
    id: answered(RouteTableId, 'RouteTableId'),
    main: valid.some(({ Main }) => Main === true),
    subnetIds: valid.flatMap(({ SubnetId }) => SubnetId ?? []),
    routes: Routes.map(routeOf(entries)),
    ...nameIn(Tags),
  };
};

/** The route tables of a VPC. */
export const ec2RouteTables = defineCollector({
  kind: 'ec2.routeTables',
  operations: [describeRouteTables, getManagedPrefixListEntries],
  region: ({ region }) => region,
  calls: () => [together(describeRouteTables)],
  surcharges: [
    { service: 'ec2', each: 1, per: 'further 100 route tables of a VPC' },
    { service: 'ec2', each: 1, per: 'prefix list that a route names, other than to an endpoint' },
  ],
  permissions: ({ region }, { partition }) => [onAnything('ec2:DescribeRouteTables'), entriesPermission({ partition, region }, 'routes name')],
  collect: async ({ vpcId }, call) => {
    const tables: readonly DescribedTable[] = listed(await call.one(describeRouteTables, vpcId));
    const entries = await entriesOf(call, tables.flatMap(listsOf));
    return present(tables.map((table) => tableOf(table, entries)));
  },
});
