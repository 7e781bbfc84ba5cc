import type { NetworkHop } from './trace.ts';

/** A subnet in the picture of a network. */
export interface PicturedSubnet {
  readonly id: string;
  readonly name?: string;
  /** Availability Zone, e.g. `eu-west-1a`. */
  readonly zone: string;
  readonly cidr: string;
  readonly freeAddresses?: number;
  /** The table that routes it: its own, or the VPC's main one; undefined where it could not be read. */
  readonly routeTableId?: string;
  readonly networkAclId?: string;
}

/** A route table with the routes that matter for the paths drawn. */
export interface PicturedRouteTable {
  readonly id: string;
  readonly name?: string;
  readonly main: boolean;
  readonly routes: readonly { readonly destination: string; readonly target: string; readonly state: string }[];
}

/** A security group in brief: one line a rule, in words. */
export interface PicturedGroup {
  readonly id: string;
  readonly name?: string;
  readonly egress: readonly string[];
  readonly ingress: readonly string[];
}

/** What a packet can leave a subnet through. */
export interface PicturedWay {
  readonly id: string;
  readonly kind: 'gateway-endpoint' | 'interface-endpoint' | 'nat-gateway' | 'internet-gateway' | 'transit-gateway' | 'peering' | 'other';
  /** The service's or gateway's name. */
  readonly label: string;
  readonly state: string;
}

/** One path that was traced. `id`s of the hops' places are those of the picture. */
export interface PicturedPath {
  readonly from: string;
  /** What was to be reached: `Amazon S3`, an endpoint's service, a subnet or group. */
  readonly to: string;
  readonly verdict: 'passes' | 'stops' | 'unknown';
  /** In order; the last one decides where the verdict is not `passes`. */
  readonly hops: readonly NetworkHop[];
}

/** The network of one target with the paths that were traced: data only, drawn by the reporters. */
export interface NetworkPicture {
  readonly vpc: { readonly id: string; readonly name?: string; readonly cidrs: readonly string[] };
  readonly subnets: readonly PicturedSubnet[];
  readonly routeTables: readonly PicturedRouteTable[];
  readonly groups: readonly PicturedGroup[];
  readonly ways: readonly PicturedWay[];
  readonly paths: readonly PicturedPath[];
}
