import type { PolicyStatement } from '../model/policy.ts';

/** `443`, `1024-65535`; none: all ports. */
type Ports = string | number;

/** A rule of a security group, as a change names it. */
export interface GroupRuleChange {
  readonly securityGroup: string;
  /** `tcp`, `udp`, `all` or an IANA number; default `tcp`. */
  readonly protocol?: string | number;
  readonly ports?: Ports;
  /** A CIDR block, a prefix list (`pl-…`) or a security group (`sg-…`). */
  readonly peer: string;
}

/** An entry of a network ACL, as a change names it. */
export interface EntryChange {
  readonly networkAcl: string;
  readonly number: number;
  readonly direction: 'in' | 'out';
}

/** What is to be different, by verb and noun. Every id is one that the facts hold. */
export interface ChangeCatalog {
  readonly 'add route': { readonly routeTable: string; readonly destination: string; readonly target: string };
  readonly 'remove route': { readonly routeTable: string; readonly destination: string };
  readonly 'add egress': GroupRuleChange;
  readonly 'remove egress': GroupRuleChange;
  readonly 'add ingress': GroupRuleChange;
  readonly 'remove ingress': GroupRuleChange;
  readonly 'add network-acl-entry': EntryChange & {
    readonly action: 'allow' | 'deny';
    readonly protocol?: string | number;
    readonly ports?: Ports;
    readonly cidr: string;
  };
  readonly 'remove network-acl-entry': EntryChange;
  readonly 'add endpoint': {
    readonly vpc: string;
    readonly service: string;
    /** A gateway endpoint: the tables that it serves. */
    readonly routeTables?: readonly string[];
    /** An interface endpoint: where it stands. */
    readonly subnets?: readonly string[];
    readonly securityGroups?: readonly string[];
    /** Default: yes. */
    readonly privateDns?: boolean;
  };
  readonly 'remove endpoint': { readonly endpoint: string };
  /** The policy as a map or as JSON text. */
  readonly 'set endpoint-policy': { readonly endpoint: string; readonly policy: string | Readonly<Record<string, unknown>> };
  /** `policyOf`: a role, user, key, bucket, repository or endpoint. */
  readonly 'add statement': { readonly policyOf: string; readonly policy?: string; readonly statement: PolicyStatement };
  /** `policy`: its name, where the principal has several; `trust` for a role's trust policy. */
  readonly 'remove statement': { readonly policyOf: string; readonly policy?: string; readonly sid?: string; readonly position?: number };
}

export type ChangeKind = keyof ChangeCatalog;
/** One change, with what it is about. */
export type Change = { readonly [K in ChangeKind]: { readonly kind: K } & ChangeCatalog[K] }[ChangeKind];
export type ChangeOf<K extends ChangeKind> = { readonly kind: K } & ChangeCatalog[K];
