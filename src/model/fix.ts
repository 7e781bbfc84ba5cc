import type { PortRange } from './facts/ec2.ts';
import type { PolicyStatement } from './policy.ts';
import type { StatementRef } from './trace.ts';
import type { NonEmpty } from './words.ts';
import type { Written } from './written.ts';

/** Who can carry a fix out. */
export type Owner = 'network' | 'identity' | 'keys' | 'ml' | 'organisation';

/** Whom a security group rule is to speak of. */
export type OpenedPeer =
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'prefix-list'; readonly prefixListId: string };

/** A rule that a security group is to get. */
interface OpenedGroup {
  readonly groupId: string;
  /** `tcp`, `udp`, an IANA number, or `-1` for all. */
  readonly protocol: string;
  /** None: all ports. */
  readonly ports?: PortRange;
  readonly peer: OpenedPeer;
  readonly region: string;
}

/** An entry that a network ACL is to get; it must come before those that deny. */
export interface OpenedEntry {
  readonly number: number;
  readonly direction: 'in' | 'out';
  /** IANA number, `-1` for all. */
  readonly protocol: string;
  readonly cidr: string;
  /** None: all ports. */
  readonly ports?: PortRange;
}

/** Every kind of fix with its data: the exact statement or parameter, computed from the facts. */
export interface FixCatalog {
  /** Add a statement to the identity policies of a role or user. */
  readonly grant: { readonly principalArn: string; readonly statement: PolicyStatement };
  /** Widen the permissions boundary of a role or user. */
  readonly 'amend-boundary': { readonly principalArn: string; readonly boundaryArn: string; readonly statement: PolicyStatement };
  /** Take out or narrow a statement that denies explicitly. */
  readonly 'amend-denial': { readonly statement: StatementRef; readonly holder: string; readonly why: string };
  /** Let the named service assume the role. */
  readonly 'trust-service': { readonly roleArn: string; readonly statement: PolicyStatement };
  /** Create the execution role. */
  readonly 'create-role': { readonly roleName: string; readonly path: string; readonly account: string; readonly trustStatement: PolicyStatement };
  readonly 'allow-in-bucket-policy': { readonly bucket: string; readonly statement: PolicyStatement };
  readonly 'allow-in-key-policy': { readonly keyArn: string; readonly region: string; readonly statement: PolicyStatement };
  /** Put the model artifact where the endpoint can read it. */
  readonly 'copy-artifact': { readonly from: string; readonly region: string; readonly account: string };
  readonly 'upload-artifact': { readonly to: string; readonly region: string };
  /** Put a copy of the image into a repository of this account and Region. */
  readonly 'push-image': { readonly from: string; readonly to: string; readonly region: string };
  /** Name another image in the description. */
  readonly 'use-image': { readonly from: string; readonly to: string };
  /** Build the image anew, for linux/amd64 and in the form that SageMaker accepts, and push it. */
  readonly 'build-image': { readonly image: string; readonly why: string };
  readonly 'create-repository': { readonly repository: string; readonly region: string };
  /** Bring an image back from ECR's archive. */
  readonly 'restore-image': { readonly image: string; readonly digest: string };
  readonly 'approve-model-package': { readonly modelPackageArn: string; readonly region: string };
  /** Leave a key out of the description, or out of what is deployed from it. */
  readonly 'remove-field': { readonly field: readonly string[]; readonly why: string; readonly written?: Written };
  /** Change a value of the description. */
  readonly 'set-field': {
    readonly field: readonly (string | number)[];
    readonly value: string | number | boolean;
    readonly why: string;
    /** Filled in by the engine, where the value is written elsewhere. */
    readonly written?: Written;
  };
  readonly 'request-quota': {
    readonly serviceCode: string;
    readonly quotaCode: string;
    readonly quotaName: string;
    readonly region: string;
    readonly value: number;
  };
  /** Make a key usable again: take back its deletion first where that is pending. */
  readonly 'enable-key': { readonly keyArn: string; readonly region: string; readonly pendingDeletion: boolean };
  /** Bring an archived artifact back to a storage class that can be read at once. */
  readonly 'restore-artifact': { readonly uri: string; readonly region: string };
  /** Let the service control policies above an account allow something; `level`: the one that does not. */
  readonly 'allow-in-organisation': { readonly account: string; readonly level?: string; readonly statement: PolicyStatement };
  /** Host on an instance type that infers by itself, in place of an accelerator of Elastic Inference; the names are those of the plan. */
  readonly 'replace-accelerator': { readonly region: string; readonly instanceCount: number; readonly endpointName?: string; readonly modelName?: string };
  /** `purpose`: what SageMaker uses the key for, in words. */
  readonly 'create-key': { readonly region: string; readonly account: string; readonly purpose: string };
  /** Let a gateway endpoint serve further route tables. */
  readonly 'associate-route-table': { readonly endpointId: string; readonly routeTableIds: NonEmpty<string>; readonly region: string };
  /** Create a VPC endpoint: a gateway endpoint for route tables, or an interface endpoint in subnets. */
  readonly 'create-endpoint': {
    readonly service: string;
    readonly vpcId: string;
    readonly region: string;
    readonly place:
      | { readonly type: 'Gateway'; readonly routeTableIds: readonly string[] }
      | { readonly type: 'Interface'; readonly subnetIds: readonly string[]; readonly groupIds: readonly string[] };
  };
  /** Bring an endpoint that exists into the state `available`. */
  readonly 'repair-endpoint': { readonly endpointId: string; readonly state: string; readonly region: string };
  /** Add a statement to the policy of a VPC endpoint. */
  readonly 'amend-endpoint-policy': { readonly endpointId: string; readonly statement: PolicyStatement; readonly region: string };
  readonly 'enable-private-dns': { readonly endpointId: string; readonly region: string };
  readonly 'enable-vpc-dns': { readonly vpcId: string; readonly attributes: NonEmpty<'enableDnsSupport' | 'enableDnsHostnames'>; readonly region: string };
  readonly 'open-egress': OpenedGroup;
  readonly 'open-ingress': OpenedGroup;
  readonly 'open-network-acl': { readonly networkAclId: string; readonly entries: NonEmpty<OpenedEntry>; readonly region: string };
  /** Lead a destination to a public NAT gateway; none named: the VPC has none that could serve. `replaces`: the table has a route for it that leads elsewhere. */
  readonly 'route-through-nat': {
    readonly routeTableId: string;
    readonly destination: string;
    readonly natGatewayId?: string;
    readonly replaces: boolean;
    readonly region: string;
  };
  /** Ask the account that owns a shared VPC for something that only it sees or may change. */
  readonly 'ask-owner': { readonly account: string; readonly what: string };
}

export type FixKind = keyof FixCatalog;
/** A remedy as data; `reporters/fixes/<kind>.ts` turns it into text and commands. */
export type Fix = { readonly [K in FixKind]: { readonly kind: K } & FixCatalog[K] }[FixKind];
export type FixOf<K extends FixKind> = { readonly kind: K } & FixCatalog[K];

/** Who owns a fix follows from its kind, here and nowhere else. */
export const OWNER_OF_FIX: Readonly<Record<FixKind, Owner>> = {
  grant: 'identity',
  'amend-boundary': 'identity',
  'amend-denial': 'identity',
  'trust-service': 'identity',
  'create-role': 'identity',
  'allow-in-bucket-policy': 'ml',
  'allow-in-key-policy': 'keys',
  'copy-artifact': 'ml',
  'upload-artifact': 'ml',
  'push-image': 'ml',
  'use-image': 'ml',
  'build-image': 'ml',
  'create-repository': 'ml',
  'restore-image': 'ml',
  'approve-model-package': 'ml',
  'remove-field': 'ml',
  'set-field': 'ml',
  'request-quota': 'ml',
  'enable-key': 'keys',
  'restore-artifact': 'ml',
  'allow-in-organisation': 'organisation',
  'replace-accelerator': 'ml',
  'create-key': 'keys',
  'associate-route-table': 'network',
  'create-endpoint': 'network',
  'repair-endpoint': 'network',
  'amend-endpoint-policy': 'network',
  'enable-private-dns': 'network',
  'enable-vpc-dns': 'network',
  'open-egress': 'network',
  'open-ingress': 'network',
  'open-network-acl': 'network',
  'route-through-nat': 'network',
  'ask-owner': 'network',
};
