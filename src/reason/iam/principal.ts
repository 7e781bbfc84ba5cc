import { nameOf, parseArn, principalKindOf, roleArnOf } from '../arn.ts';
import type { Principal } from './types.ts';

/** What an ARN alone does not tell about a principal. */
export interface PrincipalFacts {
  /** `AROA…` or `AIDA…`. */
  readonly id?: string;
  /** Of a role that is named by its own ARN; undefined: unknown. */
  readonly sessionName?: string;
  /** The user behind a federated user. */
  readonly userArn?: string;
  readonly inManagementAccount?: boolean;
}

type RoleSession = Extract<Principal, { readonly type: 'role-session' }>;

const SERVICE_LINKED = /:role\/aws-service-role\//;
const SERVICE_LINKED_SESSION = /:role\/AWSServiceRoleFor/;
const SERVICE_NAME = /\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov)$/;
const IDENTITY_PROVIDER_ARN = /^arn:[^:]+:iam::[^:]*:(?:saml|oidc)-provider\//;
const IDENTITY_PROVIDERS: ReadonlySet<string> = new Set(['accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com', 'www.amazon.com']);

const sessionNameOf = (arn: string): string | undefined => {
  const resource = parseArn(arn)?.resource ?? '';
  return resource.startsWith('assumed-role/') ? resource.split('/').slice(2).join('/') || undefined : undefined;
};

const roleSession = (arn: string, facts: PrincipalFacts): RoleSession => {
  const roleArn = roleArnOf(arn) ?? arn;
  const sessionName = facts.sessionName ?? sessionNameOf(arn);
  return {
    type: 'role-session',
    account: parseArn(arn)?.account ?? '',
    roleArn,
    pathKnown: roleArn === arn,
    ...(facts.id !== undefined && { roleId: facts.id }),
    ...(sessionName !== undefined && { sessionName }),
    serviceLinked: (roleArn === arn ? SERVICE_LINKED : SERVICE_LINKED_SESSION).test(roleArn),
    inManagementAccount: facts.inManagementAccount ?? false,
  };
};

const userPrincipal = (arn: string, facts: PrincipalFacts): Principal => ({
  type: 'iam-user',
  account: parseArn(arn)?.account ?? '',
  userArn: arn,
  ...(facts.id !== undefined && { userId: facts.id }),
  inManagementAccount: facts.inManagementAccount ?? false,
});

const federatedUser = (arn: string, facts: PrincipalFacts): Principal => ({
  type: 'federated-user',
  account: parseArn(arn)?.account ?? '',
  arn,
  ...(facts.userArn !== undefined && { userArn: facts.userArn }),
  inManagementAccount: facts.inManagementAccount ?? false,
});

const rootUser = (arn: string, facts: PrincipalFacts): Principal => ({
  type: 'root',
  account: parseArn(arn)?.account ?? '',
  partition: parseArn(arn)?.partition ?? 'aws',
  inManagementAccount: facts.inManagementAccount ?? false,
});

const withoutArn = (text: string): Principal | undefined => {
  if (text === 'anonymous') return { type: 'anonymous' };
  if (IDENTITY_PROVIDERS.has(text) || IDENTITY_PROVIDER_ARN.test(text)) return { type: 'identity-provider', provider: text };
  return SERVICE_NAME.test(text) ? { type: 'service', name: text } : undefined;
};

/** Builds the principal that an ARN, a service name, an identity provider or the word `anonymous` stands for. A role's ARN means a session of it. */
export const principalOf = (text: string, facts: PrincipalFacts = {}): Principal | undefined => {
  const kind = principalKindOf(text);
  switch (kind) {
    case 'role':
    case 'session':
      return roleSession(text, facts);
    case 'user':
      return userPrincipal(text, facts);
    case 'root':
      return rootUser(text, facts);
    case 'federated-user':
      return federatedUser(text, facts);
    case 'other':
      return withoutArn(text);
    default:
      return kind satisfies never;
  }
};

/** The account that makes the request; services, identity providers and anonymous callers have none. */
export const accountOf = (principal: Principal): string | undefined => ('account' in principal ? principal.account : undefined);

/** Whether the principal belongs to the organisation's management account. */
export const isInManagementAccount = (principal: Principal): boolean => 'inManagementAccount' in principal && principal.inManagementAccount;

const partitionIn = (arn: string): string => arn.split(':')[1] ?? 'aws';

/** The session's own ARN; undefined when its name is unknown. A session's ARN leaves out the role's path. */
export const sessionArn = ({ roleArn, account, sessionName }: RoleSession): string | undefined =>
  sessionName === undefined ? undefined : `arn:${partitionIn(roleArn)}:sts::${account}:assumed-role/${nameOf(roleArn)}/${sessionName}`;

/** The partition of a principal; a service works in all of them. */
export const partitionOfPrincipal = (principal: Principal): string | undefined => {
  switch (principal.type) {
    case 'role-session':
      return partitionIn(principal.roleArn);
    case 'iam-user':
      return partitionIn(principal.userArn);
    case 'federated-user':
      return partitionIn(principal.arn);
    case 'root':
      return principal.partition;
    case 'service':
    case 'identity-provider':
    case 'anonymous':
      return undefined;
    default:
      return principal satisfies never;
  }
};

/** A principal as AWS names it in its messages. */
export const principalName = (principal: Principal): string => {
  switch (principal.type) {
    case 'role-session':
      return sessionArn(principal) ?? principal.roleArn;
    case 'iam-user':
      return principal.userArn;
    case 'federated-user':
      return principal.arn;
    case 'root':
      return `arn:${principal.partition}:iam::${principal.account}:root`;
    case 'service':
      return principal.name;
    case 'identity-provider':
      return principal.provider;
    case 'anonymous':
      return 'anonymous';
    default:
      return principal satisfies never;
  }
};
