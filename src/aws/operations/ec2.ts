import type { PrefixList, SecurityGroup, ServiceDetail, Subnet } from '@aws-sdk/client-ec2';
import type { Batched, Operation } from '../operation.ts';
import { answered, defineBatched, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';
import type { ReadPage } from './ec2-pages.ts';
import { MOST_VALUES, openEc2, PAGE, pageOf, readAll, SMALL_PAGE } from './ec2-pages.ts';

interface ByFilter<Item, Name extends string> {
  readonly action: Name;
  readonly filter: string;
  readonly keyOf: (item: Item) => string | undefined;
  readonly read: ReadPage<Item>;
}

/** Asks by a filter and not by ids, so that one unknown id does not fail the call for the others: it is left out of the answer. */
const byFilter = <Item, const Name extends `ec2:${string}`>({ action, filter, keyOf, read }: ByFilter<Item, Name>): Batched<Item, Name> =>
  defineBatched({
    name: action,
    service: 'ec2',
    actions: [action],
    absentWhen: [],
    limit: MOST_VALUES,
    keyOf: (item) => answered(keyOf(item), filter),
    send: (ids, route) => readAll(route, filter, ids, read),
  });

interface OfVpc<Item, Name extends string> {
  readonly action: Name;
  /** In words. */
  readonly what: string;
  readonly filter?: string;
  readonly read: ReadPage<Item>;
}
/** Things of one VPC. */
interface InVpc {
  readonly vpcId: string;
}

const ofVpc = <Item, const Name extends `ec2:${string}`>({
  action,
  what,
  filter = 'vpc-id',
  read,
}: OfVpc<Item, Name>): Operation<InVpc, readonly Item[], Name> =>
  defineOperation({
    name: action,
    service: 'ec2',
    actions: [action],
    absentWhen: [],
    subject: ({ vpcId }: InVpc) => `${what} of ${vpcId}`,
    send: ({ vpcId }, route) => readAll(route, filter, [vpcId], read),
  });

/** Subnets, by id. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
export const describeSubnets = byFilter({
  action: 'ec2:DescribeSubnets',
  filter: 'subnet-id',
  keyOf: ({ SubnetId }: Subnet) => SubnetId,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeSubnetsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.Subnets, 'Subnets', answer.NextToken);
  },
});

const groupsPage =
  (): ReadPage<SecurityGroup> =>
  async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeSecurityGroupsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(answer.SecurityGroups, 'SecurityGroups', answer.NextToken);
  };

/** Security groups, by id. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const describeSecurityGroups = byFilter({
  action: 'ec2:DescribeSecurityGroups',
  filter: 'group-id',
  keyOf: ({ GroupId }: SecurityGroup) => GroupId,
  read: groupsPage(),
});

/** Every security group of a VPC. Source: as above. */
export const describeSecurityGroupsOfVpc = ofVpc({ action: 'ec2:DescribeSecurityGroups', what: 'the security groups', read: groupsPage() });

/** One attribute of a VPC; AWS tells one a call. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
export const describeVpcAttribute = defineOperation({
  name: 'ec2:DescribeVpcAttribute',
  service: 'ec2',
  actions: ['ec2:DescribeVpcAttribute'],
  absentWhen: [{ name: 'InvalidVpcID.NotFound' }],
  subject: ({ vpcId, attribute }: InVpc & { readonly attribute: 'enableDnsSupport' | 'enableDnsHostnames' }) => `${attribute} of ${vpcId}`,
  send: async ({ vpcId, attribute }, route) => {
    const { client, sdk } = await openEc2(route);
    const answer = await client.send(new sdk.DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute: attribute }), { abortSignal: route.signal });
    const told = attribute === 'enableDnsSupport' ? answer.EnableDnsSupport : answer.EnableDnsHostnames;
    return answered(told?.Value, attribute);
  },
});

/** DHCP options: a list of one, or of none. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeDhcpOptions.html */
export const describeDhcpOptions = defineOperation({
  name: 'ec2:DescribeDhcpOptions',
  service: 'ec2',
  actions: ['ec2:DescribeDhcpOptions'],
  absentWhen: [],
  subject: ({ dhcpOptionsId }: { readonly dhcpOptionsId: string }) => `the DHCP options ${dhcpOptionsId}`,
  send: ({ dhcpOptionsId }, route) =>
    readAll(route, 'dhcp-options-id', [dhcpOptionsId], async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
      const answer = await client.send(new sdk.DescribeDhcpOptionsCommand({ Filters, MaxResults: PAGE, NextToken }), options);
      return pageOf(answer.DhcpOptions, 'DhcpOptions', answer.NextToken);
    }),
});

/** Prefix lists of AWS's services, by name, with their CIDRs. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribePrefixLists.html */
export const describePrefixLists = byFilter({
  action: 'ec2:DescribePrefixLists',
  filter: 'prefix-list-name',
  keyOf: ({ PrefixListName }: PrefixList) => PrefixListName,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribePrefixListsCommand({ Filters, NextToken }), options);
    return pageOf(answer.PrefixLists, 'PrefixLists', answer.NextToken);
  },
});

/** The CIDRs of a prefix list, AWS's or a customer's. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const getManagedPrefixListEntries = defineOperation({
  name: 'ec2:GetManagedPrefixListEntries',
  service: 'ec2',
  actions: ['ec2:GetManagedPrefixListEntries'],
  absentWhen: [{ name: 'InvalidPrefixListID.NotFound' }, { name: 'InvalidPrefixListId.NotFound' }],
  subject: ({ prefixListId }: { readonly prefixListId: string }) => `the prefix list ${prefixListId}`,
  send: async ({ prefixListId }, route) => {
    const { client, sdk } = await openEc2(route);
    return drain(route, async (NextToken) => {
      const command = new sdk.GetManagedPrefixListEntriesCommand({ PrefixListId: prefixListId, MaxResults: SMALL_PAGE, NextToken });
      const answer = await client.send(command, { abortSignal: route.signal });
      return pageOf(answer.Entries, 'Entries', answer.NextToken);
    });
  },
});

/** A service that endpoints reach, and where. */
interface OfferedService {
  readonly ServiceName: string;
  readonly AvailabilityZones: readonly string[];
}

/** AWS tells a service once for each type of endpoint that it has, S3 twice. */
const mergedByName = (details: readonly ServiceDetail[]): readonly OfferedService[] =>
  [...new Set(details.map(({ ServiceName }) => answered(ServiceName, 'ServiceName')))].map((name) => {
    const zones = details.filter(({ ServiceName }) => ServiceName === name).flatMap(({ AvailabilityZones = [] }) => AvailabilityZones);
    return { ServiceName: name, AvailabilityZones: [...new Set(zones)].sort() };
  });

/** Services that endpoints reach, by name. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html */
export const describeVpcEndpointServices = byFilter({
  action: 'ec2:DescribeVpcEndpointServices',
  filter: 'service-name',
  keyOf: ({ ServiceName }: OfferedService) => ServiceName,
  read: async ({ client, sdk, filters: Filters, token: NextToken, options }) => {
    const answer = await client.send(new sdk.DescribeVpcEndpointServicesCommand({ Filters, MaxResults: PAGE, NextToken }), options);
    return pageOf(mergedByName(answered(answer.ServiceDetails, 'ServiceDetails')), 'ServiceDetails', answer.NextToken);
  },
});
