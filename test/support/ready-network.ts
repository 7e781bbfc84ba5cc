import type { Tag } from '@aws-sdk/client-ec2';
import {
  AssociateRouteTableCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  DescribeNetworkAclsCommand,
  DescribePrefixListsCommand,
  DescribeRouteTablesCommand,
  ModifyVpcAttributeCommand,
} from '@aws-sdk/client-ec2';
import type { Site } from './seed.ts';

/** A subnet with the route table that is associated with it. */
export interface ReadySubnet {
  readonly subnetId: string;
  readonly zone: string;
  readonly cidr: string;
  readonly routeTableId: string;
  readonly associationId: string;
}

/** A VPC from whose private subnets everything reaches S3 through a gateway endpoint. */
export interface ReadyVpc {
  readonly vpcId: string;
  readonly cidr: string;
  readonly subnets: readonly ReadySubnet[];
  readonly subnetIds: readonly string[];
  readonly groupId: string;
  /** The default one, of all subnets. */
  readonly networkAclId: string;
  readonly mainRouteTableId: string;
  /** The gateway endpoint of S3, in each subnet's table. */
  readonly s3EndpointId: string;
  readonly s3PrefixListId: string;
}

/** What a case may ask to be different from the start. */
export interface ReadyVpcOptions {
  /** Subnets, each in a zone of its own as long as there are zones. */
  readonly subnets: number;
  /** Letters of the zones; default `a`, `b`, `c`. */
  readonly zones: readonly string[];
  /** Second number of the VPC's 10.x.0.0/16. */
  readonly network: number;
}

type Admin = Pick<Site, 'admin' | 'region'>;

const ZONES = ['a', 'b', 'c'];
const EVERYTHING = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

const required = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`EC2 answered without ${what}`);
  return value;
};

const named = async ({ admin }: Admin, id: string, name: string): Promise<void> => {
  const tag: Tag = { Key: 'Name', Value: name };
  await admin.ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [tag] }));
};

/** A VPC with DNS support, which is EC2's default, and DNS hostnames, which are not. */
const createVpc = async (site: Admin, cidr: string): Promise<string> => {
  const { Vpc } = await site.admin.ec2.send(new CreateVpcCommand({ CidrBlock: cidr }));
  const vpcId = required(Vpc?.VpcId, 'VpcId');
  await site.admin.ec2.send(new ModifyVpcAttributeCommand({ VpcId: vpcId, EnableDnsHostnames: { Value: true } }));
  await named(site, vpcId, 'ml');
  return vpcId;
};

/** Where a subnet is made. */
export interface SubnetSeed {
  readonly vpcId: string;
  readonly cidr: string;
  /** Letter. */
  readonly zone: string;
}

/** A subnet without a table of its own. */
export const createSubnet = async ({ admin, region }: Admin, { vpcId, cidr, zone }: SubnetSeed): Promise<string> => {
  const { Subnet } = await admin.ec2.send(new CreateSubnetCommand({ VpcId: vpcId, CidrBlock: cidr, AvailabilityZone: `${region}${zone}` }));
  return required(Subnet?.SubnetId, 'SubnetId');
};

/** A route table that holds the local route only. */
const createRouteTable = async ({ admin }: Admin, vpcId: string): Promise<string> => {
  const { RouteTable } = await admin.ec2.send(new CreateRouteTableCommand({ VpcId: vpcId }));
  return required(RouteTable?.RouteTableId, 'RouteTableId');
};

const createPrivateSubnet = async (site: Admin, seed: SubnetSeed): Promise<ReadySubnet> => {
  const subnetId = await createSubnet(site, seed);
  const routeTableId = await createRouteTable(site, seed.vpcId);
  const { AssociationId } = await site.admin.ec2.send(new AssociateRouteTableCommand({ SubnetId: subnetId, RouteTableId: routeTableId }));
  await named(site, subnetId, `private-${seed.zone}`);
  return { subnetId, zone: `${site.region}${seed.zone}`, cidr: seed.cidr, routeTableId, associationId: required(AssociationId, 'AssociationId') };
};

/** A security group as EC2 makes it: nothing comes in, everything goes out. */
export const createGroup = async ({ admin }: Admin, vpcId: string, name: string): Promise<string> => {
  const { GroupId } = await admin.ec2.send(new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId: vpcId }));
  return required(GroupId, 'GroupId');
};

/** Creates the gateway endpoint of S3, which admits everything, in these tables: moto writes their routes only when it is created. */
const createS3Endpoint = async ({ admin, region }: Admin, vpcId: string, routeTableIds: readonly string[]): Promise<string> => {
  const { VpcEndpoint } = await admin.ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: vpcId,
      VpcEndpointType: 'Gateway',
      ServiceName: `com.amazonaws.${region}.s3`,
      RouteTableIds: [...routeTableIds],
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [EVERYTHING] }),
    }),
  );
  return required(VpcEndpoint?.VpcEndpointId, 'VpcEndpointId');
};

/** The prefix list of S3 in the Region. */
const s3PrefixList = async ({ admin, region }: Admin): Promise<string> => {
  const { PrefixLists } = await admin.ec2.send(
    new DescribePrefixListsCommand({ Filters: [{ Name: 'prefix-list-name', Values: [`com.amazonaws.${region}.s3`] }] }),
  );
  return required(PrefixLists?.[0]?.PrefixListId, 'PrefixListId');
};

const givenWith = async ({ admin }: Admin, vpcId: string) => {
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const { NetworkAcls } = await admin.ec2.send(new DescribeNetworkAclsCommand({ Filters }));
  const { RouteTables } = await admin.ec2.send(new DescribeRouteTablesCommand({ Filters: [...Filters, { Name: 'association.main', Values: ['true'] }] }));
  return {
    networkAclId: required(NetworkAcls?.[0]?.NetworkAclId, 'NetworkAclId'),
    mainRouteTableId: required(RouteTables?.[0]?.RouteTableId, 'RouteTableId'),
  };
};

const seedsOf = (vpcId: string, { subnets = 3, zones = ZONES, network = 20 }: Partial<ReadyVpcOptions>): readonly SubnetSeed[] =>
  Array.from({ length: subnets }, (_, index) => ({ vpcId, cidr: `10.${network}.${index}.0/24`, zone: zones[index % zones.length] ?? 'a' }));

/** Builds a VPC with private subnets in three zones, each with a table of its own, one group, and the gateway endpoint of S3 on all tables. */
export const readyVpc = async (site: Admin, options: Partial<ReadyVpcOptions> = {}): Promise<ReadyVpc> => {
  const cidr = `10.${options.network ?? 20}.0.0/16`;
  const vpcId = await createVpc(site, cidr);
  const subnets: ReadySubnet[] = [];
  for (const seed of seedsOf(vpcId, options)) subnets.push(await createPrivateSubnet(site, seed));
  return {
    vpcId,
    cidr,
    subnets,
    subnetIds: subnets.map(({ subnetId }) => subnetId),
    groupId: await createGroup(site, vpcId, 'ml'),
    ...(await givenWith(site, vpcId)),
    s3EndpointId: await createS3Endpoint(
      site,
      vpcId,
      subnets.map(({ routeTableId }) => routeTableId),
    ),
    s3PrefixListId: await s3PrefixList(site),
  };
};
