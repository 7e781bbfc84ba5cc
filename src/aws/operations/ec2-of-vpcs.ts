import type { InternetGateway, NatGateway, NetworkAcl, RouteTable, Vpc, VpcEndpoint } from '@aws-sdk/client-ec2';
import type { Batched } from '../operation.ts';
import { answered, defineBatched } from '../operation.ts';
import type { ReadPage } from './ec2-pages.ts';
import { PAGE, pageOf, readAll, SMALL_PAGE } from './ec2-pages.ts';

interface OfVpcs<Item, Name extends string> {
  readonly action: Name;
  readonly filter?: string;
  readonly vpcOf: (item: Item) => string | undefined;
  readonly read: ReadPage<Item>;
}

/** Each page holds things of all VPCs that are asked for, and a call ends at its deadline however many pages there are. */
const MOST_VPCS = 10;

const groupedBy = <Item>(items: readonly Item[], vpcOf: (item: Item) => string | undefined): readonly (readonly Item[])[] => {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of items) groups.set(vpcOf(item), [...(groups.get(vpcOf(item)) ?? []), item]);
  return [...groups.values()];
};

/** The things of several VPCs in one call. A VPC that has none is absent. */
const ofVpcs = <Item, const Name extends `ec2:${string}`>({ action, filter = 'vpc-id', vpcOf, read }: OfVpcs<Item, Name>): Batched<readonly Item[], Name> =>
  defineBatched({
    name: action,
    service: 'ec2',
    actions: [action],
    absentWhen: [],
    limit: MOST_VPCS,
    keyOf: ([first]) => answered(first && vpcOf(first), filter),
    send: async (ids, route) => groupedBy(await readAll(route, filter, ids, read), vpcOf),
  });

/** VPCs, each a list of one. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const describeVpcs = ofVpcs({
  action: 'ec2:DescribeVpcs',
  vpcOf: ({ VpcId }: Vpc) => VpcId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeVpcsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.Vpcs, 'Vpcs', answer.NextToken);
  },
});

/** The route tables of VPCs. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRouteTables.html */
export const describeRouteTables = ofVpcs({
  action: 'ec2:DescribeRouteTables',
  vpcOf: ({ VpcId }: RouteTable) => VpcId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeRouteTablesCommand({ Filters, MaxResults: SMALL_PAGE, NextToken }), options);
    return pageOf(answer.RouteTables, 'RouteTables', answer.NextToken);
  },
});

/** The network ACLs of VPCs. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html */
export const describeNetworkAcls = ofVpcs({
  action: 'ec2:DescribeNetworkAcls',
  vpcOf: ({ VpcId }: NetworkAcl) => VpcId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeNetworkAclsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.NetworkAcls, 'NetworkAcls', answer.NextToken);
  },
});

/** Endpoints; deleted ones may stay listed for a while. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html */
export const describeVpcEndpoints = ofVpcs({
  action: 'ec2:DescribeVpcEndpoints',
  vpcOf: ({ VpcId }: VpcEndpoint) => VpcId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeVpcEndpointsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.VpcEndpoints, 'VpcEndpoints', answer.NextToken);
  },
});

/** NAT gateways; deleted ones stay listed for a while. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNatGateways.html */
export const describeNatGateways = ofVpcs({
  action: 'ec2:DescribeNatGateways',
  vpcOf: ({ VpcId }: NatGateway) => VpcId,
  read: async ({ client, sdk, filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeNatGatewaysCommand({ Filter: filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.NatGateways, 'NatGateways', answer.NextToken);
  },
});

/** Internet gateways that are attached. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInternetGateways.html */
export const describeInternetGateways = ofVpcs({
  action: 'ec2:DescribeInternetGateways',
  filter: 'attachment.vpc-id',
  vpcOf: ({ Attachments }: InternetGateway) => Attachments?.[0]?.VpcId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeInternetGatewaysCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.InternetGateways, 'InternetGateways', answer.NextToken);
  },
});
