/** The six fields of an Amazon Resource Name. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** The sixth field, with its colons and slashes. */
  readonly resource: string;
}

const SIX_FIELDS = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.*)$/s;

/** Reads an ARN; undefined when it has fewer than six fields or does not begin with `arn:`. */
export const parseArn = (text: string): Arn | undefined => {
  const [, partition, service, region, account, resource] = SIX_FIELDS.exec(text) ?? [];
  if (partition === undefined || service === undefined || region === undefined || account === undefined || resource === undefined) return undefined;
  return { partition, service, region, account, resource };
};

const PARTITIONS: readonly (readonly [prefix: string, partition: string, domain: string])[] = [
  ['cn-', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
  ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
  ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['eusc-', 'aws-eusc', 'amazonaws.eu'],
];

/** The partition that a Region belongs to. Source: the endpoint rule sets of the AWS SDKs (partitions.json). */
export const partitionOf = (region: string): string => PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';

/** The DNS suffix of a Region's service hosts, as image URIs carry it. */
export const dnsSuffixOf = (region: string): string => PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[2] ?? 'amazonaws.com';

/** The name at the end of a role or user ARN, without its path. */
export const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The path of a role or user ARN: `/` or `/service-role/`. */
export const pathOf = (arn: string): string => {
  const resource = parseArn(arn)?.resource ?? '';
  return resource.slice(resource.indexOf('/'), resource.lastIndexOf('/') + 1) || '/';
};

/** What a principal's ARN names. A session's role is known by name only: its ARN leaves the path out. */
export type PrincipalKind = 'role' | 'user' | 'session' | 'root' | 'federated-user' | 'other';

const PRINCIPAL_KINDS: readonly (readonly [service: string, prefix: string, kind: PrincipalKind])[] = [
  ['iam', 'role/', 'role'],
  ['iam', 'user/', 'user'],
  ['iam', 'root', 'root'],
  ['sts', 'assumed-role/', 'session'],
  ['sts', 'federated-user/', 'federated-user'],
];

/** Tells what kind of principal an ARN names. */
export const principalKindOf = (text: string): PrincipalKind => {
  const arn = parseArn(text);
  return PRINCIPAL_KINDS.find(([service, prefix]) => arn?.service === service && arn.resource.startsWith(prefix))?.[2] ?? 'other';
};

/** The role behind a session ARN (without path, which the session does not tell); a role ARN is its own. */
export const roleArnOf = (text: string): string | undefined => {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  if (principalKindOf(text) === 'role') return text;
  const [, role] = principalKindOf(text) === 'session' ? arn.resource.split('/') : [];
  return role === undefined ? undefined : `arn:${arn.partition}:iam::${arn.account}:role/${role}`;
};
