import type { IpPermission } from '@aws-sdk/client-ec2';
import {
  AllocateAddressCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateNetworkAclEntryCommand,
  CreateRouteCommand,
  CreateSubnetCidrReservationCommand,
  CreateVpcEndpointCommand,
  DeleteRouteCommand,
  DeleteVpcEndpointsCommand,
  DescribeSecurityGroupsCommand,
  DisassociateRouteTableCommand,
  ModifyVpcAttributeCommand,
  ModifyVpcEndpointCommand,
  ReplaceNetworkAclEntryCommand,
  RevokeSecurityGroupEgressCommand,
} from '@aws-sdk/client-ec2';
import { createSubnet } from './ready-network.ts';
import type { Site } from './seed.ts';

type Admin = Pick<Site, 'admin' | 'region'>;

/** Takes a subnet's own table away: from then on it uses the VPC's main one. */
export const disassociateTable = ({ admin }: Admin, associationId: string) =>
  admin.ec2.send(new DisassociateRouteTableCommand({ AssociationId: associationId }));

/** A table and the gateway endpoint that it shall lose. */
export interface TableOfEndpoint {
  readonly endpointId: string;
  readonly prefixListId: string;
  readonly routeTableId: string;
}

/** Takes a gateway endpoint out of a table. moto changes the endpoint's list and leaves the route, so that goes by itself. */
export const removeEndpointFromTable = async ({ admin }: Admin, { endpointId, prefixListId, routeTableId }: TableOfEndpoint): Promise<void> => {
  await admin.ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: endpointId, RemoveRouteTableIds: [routeTableId] }));
  await admin.ec2.send(new DeleteRouteCommand({ RouteTableId: routeTableId, DestinationPrefixListId: prefixListId }));
};

/** Deletes an endpoint, with its routes. */
export const deleteEndpoint = ({ admin }: Admin, endpointId: string) => admin.ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }));

/** Replaces an endpoint's policy by this text. */
export const setEndpointPolicy = ({ admin }: Admin, endpointId: string, policy: string) =>
  admin.ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: endpointId, PolicyDocument: policy }));

/** An entry of a network ACL. */
export interface AclEntry {
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly action: 'allow' | 'deny';
  /** IANA number; default `-1`, all. */
  readonly protocol?: string;
  /** Default: all of IPv4. */
  readonly cidr?: string;
  readonly ports?: readonly [from: number, to: number];
}

const entryInput = (NetworkAclId: string, { number, direction, action, protocol = '-1', cidr = '0.0.0.0/0', ports }: AclEntry) => ({
  NetworkAclId,
  RuleNumber: number,
  Egress: direction === 'out',
  RuleAction: action,
  Protocol: protocol,
  CidrBlock: cidr,
  ...(ports !== undefined && { PortRange: { From: ports[0], To: ports[1] } }),
});

/** Replaces an entry, by number and direction; the default network ACL admits everything with number 100. */
export const replaceAclEntry = ({ admin }: Admin, aclId: string, entry: AclEntry) =>
  admin.ec2.send(new ReplaceNetworkAclEntryCommand(entryInput(aclId, entry)));

/** Adds an entry. */
export const addAclEntry = ({ admin }: Admin, aclId: string, entry: AclEntry) => admin.ec2.send(new CreateNetworkAclEntryCommand(entryInput(aclId, entry)));

/** Takes every egress rule from a group. */
export const revokeEgress = async ({ admin }: Admin, groupId: string): Promise<void> => {
  const { SecurityGroups = [] } = await admin.ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [groupId] }));
  const rules = SecurityGroups[0]?.IpPermissionsEgress ?? [];
  await admin.ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: groupId, IpPermissions: rules }));
};

/** Adds a rule to what may leave. */
export const allowEgress = ({ admin }: Admin, groupId: string, permission: IpPermission) =>
  admin.ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: groupId, IpPermissions: [permission] }));

/** Adds a rule to what may come in. */
export const allowIngress = ({ admin }: Admin, groupId: string, permission: IpPermission) =>
  admin.ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: [permission] }));

/** TCP on one port to a CIDR, a prefix list (`pl-…`) or a group (`sg-…`). */
export const tcp = (port: number, peer: string): IpPermission => {
  const rule = { IpProtocol: 'tcp', FromPort: port, ToPort: port };
  if (peer.startsWith('pl-')) return { ...rule, PrefixListIds: [{ PrefixListId: peer }] };
  return peer.startsWith('sg-') ? { ...rule, UserIdGroupPairs: [{ GroupId: peer }] } : { ...rule, IpRanges: [{ CidrIp: peer }] };
};

/** Reserves a block of a subnet, whose addresses are then not free. */
export const reserveAddresses = ({ admin }: Admin, subnetId: string, cidr: string) =>
  admin.ec2.send(new CreateSubnetCidrReservationCommand({ SubnetId: subnetId, Cidr: cidr, ReservationType: 'prefix' }));

/** Turns a DNS attribute of a VPC off. AWS changes one attribute a call. */
export const turnDnsOff = ({ admin }: Admin, vpcId: string, attribute: 'EnableDnsSupport' | 'EnableDnsHostnames') =>
  admin.ec2.send(new ModifyVpcAttributeCommand({ VpcId: vpcId, [attribute]: { Value: false } }));

/** An interface endpoint. */
export interface InterfaceEndpointSeed {
  readonly vpcId: string;
  /** E.g. `com.amazonaws.eu-west-1.sagemaker.api`. */
  readonly service: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  /** Default: on. */
  readonly privateDns?: boolean;
}

/** Creates an interface endpoint and returns its id. */
export const createInterfaceEndpoint = async ({ admin }: Admin, seed: InterfaceEndpointSeed): Promise<string> => {
  const { VpcEndpoint } = await admin.ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: seed.vpcId,
      VpcEndpointType: 'Interface',
      ServiceName: seed.service,
      SubnetIds: [...seed.subnetIds],
      SecurityGroupIds: [...seed.groupIds],
      PrivateDnsEnabled: seed.privateDns ?? true,
    }),
  );
  if (VpcEndpoint?.VpcEndpointId === undefined) throw new Error('no endpoint');
  return VpcEndpoint.VpcEndpointId;
};

/** A route for all of IPv4 through a gateway: `igw-…` or `nat-…`. */
export const addDefaultRoute = ({ admin }: Admin, routeTableId: string, gatewayId: string) =>
  admin.ec2.send(
    new CreateRouteCommand({
      RouteTableId: routeTableId,
      DestinationCidrBlock: '0.0.0.0/0',
      ...(gatewayId.startsWith('nat-') ? { NatGatewayId: gatewayId } : { GatewayId: gatewayId }),
    }),
  );

/** Attaches an internet gateway to a VPC and returns its id. */
export const attachInternetGateway = async ({ admin }: Admin, vpcId: string): Promise<string> => {
  const { InternetGateway } = await admin.ec2.send(new CreateInternetGatewayCommand({}));
  const InternetGatewayId = InternetGateway?.InternetGatewayId ?? '';
  await admin.ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: vpcId }));
  return InternetGatewayId;
};

/** Where a NAT gateway is put. */
export interface NatSeed {
  readonly vpcId: string;
  /** Block of the public subnet that is made for it. */
  readonly cidr: string;
  /** The main table, which that subnet uses; it gets a route to the internet gateway. */
  readonly mainRouteTableId: string;
}

/** A public NAT gateway in a public subnet of its own; returns its id. */
export const createNat = async (site: Admin, { vpcId, cidr, mainRouteTableId }: NatSeed): Promise<string> => {
  await addDefaultRoute(site, mainRouteTableId, await attachInternetGateway(site, vpcId));
  const SubnetId = await createSubnet(site, { vpcId, cidr, zone: 'a' });
  const { AllocationId } = await site.admin.ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const { NatGateway } = await site.admin.ec2.send(new CreateNatGatewayCommand({ SubnetId, ...(AllocationId !== undefined && { AllocationId }) }));
  return NatGateway?.NatGatewayId ?? '';
};
