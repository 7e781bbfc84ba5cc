/** What an ARN names, as far as a command needs it. */
export interface Named {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** The first word of the resource (`role`, `assumed-role`, `policy`); empty when it has no parts. */
  readonly type: string;
  /** The last word of the resource. */
  readonly name: string;
}

/** Takes an ARN of whatever partition apart; a text that is none is a name. */
export const namedBy = (text: string): Named => {
  const [head, partition, service = '', region = '', account = '', ...rest] = text.split(':');
  if (head !== 'arn' || !partition || rest.length === 0) return { service: '', region: '', account: '', type: '', name: text };
  const parts = rest.join(':').split('/');
  return { service, region, account, type: parts.length > 1 ? (parts[0] ?? '') : '', name: parts.at(-1) ?? '' };
};

/** An identity whose policies can be changed: its kind in the words of `aws iam`, and its name without path. */
export interface IamIdentity {
  readonly kind: 'role' | 'user' | 'group';
  readonly name: string;
}

const KINDS: readonly IamIdentity['kind'][] = ['role', 'user', 'group'];

const isKind = (type: string): type is IamIdentity['kind'] => (KINDS as readonly string[]).includes(type);

// Roles that AWS owns: service-linked ones, and those that IAM Identity Center makes from permission sets.
// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
const OWNED_BY_AWS = /:role\/aws-service-role\/|[/]AWSReservedSSO_/;

/** Whether only AWS, or a permission set of IAM Identity Center, can change this role. */
export const isOwnedByAws = (principalArn: string): boolean => OWNED_BY_AWS.test(principalArn);

/** The role, user or group behind an ARN (a session stands for its role); undefined for the root user, federated users, services, and roles that AWS owns. */
export const identityOf = (principalArn: string): IamIdentity | undefined => {
  if (isOwnedByAws(principalArn)) return undefined;
  const { service, type, name } = namedBy(principalArn);
  if (service === 'iam' && isKind(type)) return { kind: type, name };
  if (service === 'sts' && type === 'assumed-role') return { kind: 'role', name: principalArn.split('/')[1] ?? name };
  return undefined;
};

/** Whether a managed policy is AWS's own, which nobody else can change. */
export const isAwsManagedPolicy = (policyArn: string): boolean => namedBy(policyArn).account === 'aws';
