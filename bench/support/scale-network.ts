import type { AwsRequest } from '../../test/support/aws-request.ts';
import { ACCOUNT, groupId, REGION, SHARED, subnetId, vpcId } from './scale-targets.ts';

type Input = AwsRequest['input'];

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

/** The values of a request's one filter: `Filter.1.Value.1` and so on. */
const filtered = (input: Input): ReadonlySet<string> =>
  new Set(Object.entries(input).flatMap(([name, value]) => (/^Filter\.1\.Value\.\d+$/.test(name) ? [`${value}`] : [])));

const vpcsIn = (input: Input): readonly number[] => range(SHARED.vpcs).filter((vpc) => filtered(input).has(vpcId(vpc)));

const subnetsOf = (vpc: number) =>
  range(SHARED.subnetsOfVpc).map((place) => ({
    subnetId: subnetId(vpc, place),
    subnetArn: `arn:aws:ec2:${REGION}:${ACCOUNT}:subnet/${subnetId(vpc, place)}`,
    vpcId: vpcId(vpc),
    ownerId: ACCOUNT,
    state: 'available',
    cidrBlock: `10.${vpc}.${place}.0/24`,
    availableIpAddressCount: 200,
    availabilityZone: `${REGION}${'abc'[place % 3]}`,
    availabilityZoneId: `euw1-az${(place % 3) + 1}`,
    mapPublicIpOnLaunch: false,
  }));

const OPEN = [{ ipProtocol: '-1', ipRanges: [{ cidrIp: '0.0.0.0/0' }] }];

const groupOf = (vpc: number) => ({
  groupId: groupId(vpc),
  groupName: 'endpoints',
  groupDescription: 'endpoints',
  ownerId: ACCOUNT,
  vpcId: vpcId(vpc),
  ipPermissions: [],
  ipPermissionsEgress: OPEN,
});

const aclEntry = (egress: boolean) => ({ ruleNumber: 100, protocol: '-1', ruleAction: 'allow', egress, cidrBlock: '0.0.0.0/0' });

const aclOf = (vpc: number) => ({
  networkAclId: `acl-${vpc}`,
  vpcId: vpcId(vpc),
  default: true,
  entrySet: [aclEntry(true), aclEntry(false)],
  associationSet: subnetsOf(vpc).map((subnet) => ({
    networkAclAssociationId: `aclassoc-${subnet.subnetId}`,
    networkAclId: `acl-${vpc}`,
    subnetId: subnet.subnetId,
  })),
});

const tableOf = (vpc: number) => ({
  routeTableId: `rtb-${vpc}`,
  vpcId: vpcId(vpc),
  ownerId: ACCOUNT,
  routeSet: [{ destinationCidrBlock: `10.${vpc}.0.0/16`, gatewayId: 'local', state: 'active', origin: 'CreateRouteTable' }],
  associationSet: [{ routeTableAssociationId: `rtbassoc-${vpc}`, routeTableId: `rtb-${vpc}`, main: true, associationState: { state: 'associated' } }],
});

const vpcOf = (vpc: number) => ({
  vpcId: vpcId(vpc),
  ownerId: ACCOUNT,
  state: 'available',
  cidrBlock: `10.${vpc}.0.0/16`,
  cidrBlockAssociationSet: [{ cidrBlock: `10.${vpc}.0.0/16`, associationId: `vpc-cidr-assoc-${vpc}`, cidrBlockState: { state: 'associated' } }],
  instanceTenancy: 'default',
  dhcpOptionsId: 'default',
  isDefault: false,
});

const attribute = ({ Attribute, VpcId }: Input) => ({ vpcId: VpcId, [`${Attribute}`]: { value: true } });

const PREFIX_LIST = { prefixListId: 'pl-00000001', prefixListName: `com.amazonaws.${REGION}.s3`, cidrSet: ['52.218.0.0/17'] };

const servicesNamed = (input: Input) =>
  [...filtered(input)].map((serviceName) => ({
    serviceName,
    serviceType: [{ serviceType: 'Interface' }],
    availabilityZoneSet: ['a', 'b', 'c'].map((zone) => `${REGION}${zone}`),
  }));

/** What EC2 answers, by operation, in the names of its own XML. */
export const NETWORK_ANSWERS: Readonly<Record<string, (input: Input) => unknown>> = {
  DescribeSubnets: (input) => ({
    subnetSet: range(SHARED.vpcs)
      .flatMap(subnetsOf)
      .filter((subnet) => filtered(input).has(subnet.subnetId)),
  }),
  DescribeVpcs: (input) => ({ vpcSet: vpcsIn(input).map(vpcOf) }),
  DescribeVpcAttribute: attribute,
  DescribeSecurityGroups: (input) => ({
    securityGroupInfo: range(SHARED.vpcs)
      .filter((vpc) => filtered(input).has(groupId(vpc)) || filtered(input).has(vpcId(vpc)))
      .map(groupOf),
  }),
  DescribeRouteTables: (input) => ({ routeTableSet: vpcsIn(input).map(tableOf) }),
  DescribeNetworkAcls: (input) => ({ networkAclSet: vpcsIn(input).map(aclOf) }),
  DescribeVpcEndpoints: () => ({ vpcEndpointSet: [] }),
  DescribeNatGateways: () => ({ natGatewaySet: [] }),
  DescribeInternetGateways: () => ({ internetGatewaySet: [] }),
  DescribeDhcpOptions: () => ({ dhcpOptionsSet: [{ dhcpOptionsId: 'default', dhcpConfigurationSet: [] }] }),
  DescribePrefixLists: () => ({ prefixListSet: [PREFIX_LIST] }),
  DescribeVpcEndpointServices: (input) => ({ serviceDetailSet: servicesNamed(input) }),
};
