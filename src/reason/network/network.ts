import type {
  InternetGateway,
  NatGateway,
  NetworkAcl,
  PrefixList,
  PublicAccessBlock,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
  VpcDns,
  VpcEndpoint,
} from '../../model/facts/ec2.ts';
import type { Ruling } from './hops.ts';
import { unclear } from './hops.ts';

/** The network of a plan: its VPC with what routes and filters, and the subnets and groups that the plan names. */
export interface Network {
  /** The account of the plan. */
  readonly account: string;
  readonly region: string;
  readonly vpc: Vpc;
  readonly dns: VpcDns;
  /** Those of the plan, in its order. */
  readonly subnets: readonly Subnet[];
  /** Those of the plan, in its order: an interface carries all of them. */
  readonly groups: readonly SecurityGroup[];
  readonly routeTables: readonly RouteTable[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly endpoints: readonly VpcEndpoint[];
  readonly natGateways: readonly NatGateway[];
  readonly internetGateways: readonly InternetGateway[];
  /** What blocks the internet gateway; undefined: there is none, or nothing was read of it. */
  readonly publicAccess: PublicAccessBlock | undefined;
  /** The addresses of S3 in this Region; undefined: AWS names no such list. */
  readonly s3: PrefixList | undefined;
}

/** The other account that owns the VPC and shares its subnets; undefined: it is the plan's own. */
export const ownerOf = ({ vpc, account }: Network): string | undefined => (vpc.owner === account || vpc.owner === '' ? undefined : vpc.owner);

/** A part that the facts do not hold. Who owns the VPC sees it: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html */
export const notVisible = (network: Network, what: string): Ruling => {
  const owner = ownerOf(network);
  return unclear(
    owner === undefined
      ? `${what} is not among what was read — collect again`
      : `${what} is not visible to this account, since the VPC is shared — ask its owner, account ${owner}`,
  );
};

/** The table that routes a subnet: its own, else the VPC's main one; undefined: neither is visible. */
export const routeTableOf = ({ routeTables }: Network, subnetId: string): RouteTable | undefined =>
  routeTables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ?? routeTables.find(({ main }) => main);

/** The network ACL of a subnet: every subnet has one; undefined: it is not visible. */
export const networkAclOf = ({ networkAcls }: Network, subnetId: string): NetworkAcl | undefined =>
  networkAcls.find(({ subnetIds }) => subnetIds.includes(subnetId));

/** Whether an endpoint is one for S3; in every partition its service's name ends in Region and `s3`. */
export const isForS3 = ({ service }: VpcEndpoint, { region }: Network): boolean => service.endsWith(`.${region}.s3`);

/** Whether an endpoint is ready to be used. */
export const isAvailable = ({ state }: VpcEndpoint): boolean => state.toLowerCase() === 'available';

/** The gateway endpoints for S3 of the VPC. */
export const s3Gateways = (network: Network): readonly VpcEndpoint[] =>
  network.endpoints.filter((endpoint) => endpoint.type === 'Gateway' && isForS3(endpoint, network));
