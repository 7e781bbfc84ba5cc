import type { PolicySource } from '../policy.ts';
import type { AlwaysKnown, MayExist, Reading } from '../reading.ts';

/** A subnet as DescribeSubnets tells it. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export interface Subnet {
  readonly id: string;
  readonly arn: string;
  readonly vpcId: string;
  /** The account that owns it; another than the target's: shared through AWS RAM. */
  readonly owner: string;
  /** Name of the Availability Zone, as this account calls it. */
  readonly zone: string;
  readonly zoneId: string;
  readonly cidr: string;
  readonly ipv6Cidrs: readonly string[];
  readonly freeAddresses: number;
  /** `available`, `pending`, … */
  readonly state: string;
  readonly name?: string;
}

/** A VPC as DescribeVpcs tells it. */
export interface Vpc {
  readonly id: string;
  readonly owner: string;
  /** IPv4 blocks that are associated. */
  readonly cidrs: readonly string[];
  readonly ipv6Cidrs: readonly string[];
  /** `default`, `dedicated`, `host`. */
  readonly tenancy: string;
  /** `default`: none of its own. */
  readonly dhcpOptionsId: string;
  readonly name?: string;
}

/** DNS attributes of a VPC. Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
export interface VpcDns {
  readonly support: boolean;
  readonly hostnames: boolean;
}

/** A route. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
export interface Route {
  /** CIDR (IPv4 or IPv6), or the id of a prefix list; `entries`: its CIDRs, which are not asked for where the route leads to a gateway endpoint. */
  readonly destination: { readonly cidr: string } | { readonly prefixListId: string; readonly entries?: Reading<readonly string[]> };
  /** `local`, or the id of a gateway, NAT gateway, endpoint, peering connection, transit gateway or interface; `other`: one that EC2 does not name. */
  readonly target: string;
  /** `active` or `blackhole`. */
  readonly state: string;
}

/** A route table. Subnets without a table of their own use the VPC's main one. */
export interface RouteTable {
  readonly id: string;
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly Route[];
  readonly name?: string;
}

/** A rule of a network ACL. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html */
export interface NetworkAclEntry {
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly action: 'allow' | 'deny';
  /** IANA number, `-1` for all. */
  readonly protocol: string;
  readonly cidr: string;
  /** Absent: all ports. */
  readonly ports?: PortRange;
}

export interface NetworkAcl {
  readonly id: string;
  readonly isDefault: boolean;
  readonly subnetIds: readonly string[];
  readonly entries: readonly NetworkAclEntry[];
}

/** Both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Whom a security group rule speaks of. */
export type GroupPeer =
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly account?: string }
  /** `entries`: the CIDRs of the list. */
  | { readonly kind: 'prefix-list'; readonly prefixListId: string; readonly entries: Reading<readonly string[]> };

/** A rule of a security group for one peer. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export interface GroupRule {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, an IANA number, or `-1` for all. */
  readonly protocol: string;
  /** Absent: all ports. */
  readonly ports?: PortRange;
  readonly peer: GroupPeer;
}

export interface SecurityGroup {
  readonly id: string;
  readonly arn: string;
  readonly vpcId: string;
  readonly owner: string;
  readonly name: string;
  readonly egress: readonly GroupRule[];
  readonly ingress: readonly GroupRule[];
}

/** A VPC endpoint. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export interface VpcEndpoint {
  readonly id: string;
  readonly arn: string;
  /** E.g. `com.amazonaws.eu-west-1.s3`. */
  readonly service: string;
  readonly type: 'Gateway' | 'Interface' | 'GatewayLoadBalancer' | 'other';
  /** `available`, `pending`, `pendingAcceptance`, `failed`, … in lower case; endpoints `deleted` are left out. */
  readonly state: string;
  readonly vpcId: string;
  readonly routeTableIds: readonly string[];
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly privateDns: boolean;
  /** None: the service takes none, or none was told. */
  readonly policy?: PolicySource;
}

/** A NAT gateway. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export interface NatGateway {
  readonly id: string;
  /** None: a regional gateway, which stands in no subnet and finds the internet by itself. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
  readonly subnetId?: string;
  /** `available`, `pending`, `failed`, … */
  readonly state: string;
  readonly connectivity: 'public' | 'private';
}

export interface InternetGateway {
  readonly id: string;
  readonly attached: boolean;
}

/** Name servers that a VPC's machines are told. `AmazonProvidedDNS`: AWS's own. */
export interface DhcpOptions {
  readonly id: string;
  readonly domainNameServers: readonly string[];
}

/** A prefix list, by the name of the service that it stands for. */
export interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly cidrs: readonly string[];
}

/** A service that VPC endpoints can reach, and the zones (by name) where it is offered. */
export interface EndpointService {
  readonly name: string;
  readonly zones: readonly string[];
}

/** What VPC Block Public Access does to internet gateways of a Region, and what it leaves out. Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
export interface PublicAccessBlock {
  /** `off`, `block-bidirectional` or `block-ingress`. Absent: AWS has no such setting there. */
  readonly mode: Reading<string>;
  /** ARNs of VPCs and subnets that may reach the internet all the same; none are read while it is off. */
  readonly excluded: Reading<readonly string[]>;
}

type InVpc = { readonly vpcId: string; readonly region: string };

/** EC2 facts. Lists are of a whole VPC, so that more subnets cost no more calls. */
export interface Ec2Facts {
  readonly 'ec2.subnet': MayExist<{ readonly subnetId: string; readonly region: string }, Subnet>;
  readonly 'ec2.vpc': MayExist<InVpc, Vpc>;
  readonly 'ec2.vpcDns': MayExist<InVpc, VpcDns>;
  readonly 'ec2.routeTables': AlwaysKnown<InVpc, readonly RouteTable[]>;
  readonly 'ec2.networkAcls': AlwaysKnown<InVpc, readonly NetworkAcl[]>;
  readonly 'ec2.securityGroup': MayExist<{ readonly groupId: string; readonly region: string }, SecurityGroup>;
  /** Every group of the VPC: those of its interface endpoints among them. */
  readonly 'ec2.securityGroups': AlwaysKnown<InVpc, readonly SecurityGroup[]>;
  readonly 'ec2.vpcEndpoints': AlwaysKnown<InVpc, readonly VpcEndpoint[]>;
  readonly 'ec2.natGateways': AlwaysKnown<InVpc, readonly NatGateway[]>;
  readonly 'ec2.internetGateways': AlwaysKnown<InVpc, readonly InternetGateway[]>;
  /** Asked for only where a gateway is attached: without one there is nothing to block. */
  readonly 'ec2.publicAccessBlock': MayExist<{ readonly internetGatewayId: string; readonly region: string }, PublicAccessBlock>;
  readonly 'ec2.dhcpOptions': MayExist<{ readonly dhcpOptionsId: string; readonly region: string }, DhcpOptions>;
  readonly 'ec2.prefixList': MayExist<{ readonly name: string; readonly region: string }, PrefixList>;
  readonly 'ec2.endpointService': MayExist<{ readonly service: string; readonly region: string }, EndpointService>;
}
