import { REFUSED_ON_AWS_ALIASES, REFUSED_ON_AWS_POLICIES, REFUSED_ON_RESERVED_ROLES } from '../../data/protected-actions.ts';
import { RCP_SERVICES } from '../../data/rcp-services.ts';
import type { Asked } from './asked.ts';
import { accountOf, isInManagementAccount } from './principal.ts';
import type { EvalRequest, Principal } from './types.ts';

const ACCOUNT_ID = /^\d{12}$/;

const fromContext = ({ value }: Asked): string | undefined => {
  const account = value('aws:resourceaccount');
  return typeof account === 'string' ? account : undefined;
};

const fromArn = (fields: Asked['fields']): string | undefined => {
  const account = fields?.[4];
  return account !== undefined && ACCOUNT_ID.test(account) ? account : undefined;
};

/** The account that owns the resource; undefined for an S3 resource whose owner nobody named (its ARN holds no account). */
const resourceAccountOf = (asked: Asked): string | undefined => {
  const named = asked.request.resourceAccount ?? fromArn(asked.fields) ?? fromContext(asked);
  if (named !== undefined) return named;
  return asked.fields?.[2] === 's3' ? undefined : accountOf(asked.request.principal);
};

/** Whether the caller is of another account than the resource; `unknown`: nobody named the owner; `no-account`: the caller has none. */
export const accountsOf = (asked: Asked): 'same' | 'cross' | 'unknown' | 'no-account' => {
  const own = accountOf(asked.request.principal);
  if (own === undefined) return 'no-account';
  const other = resourceAccountOf(asked);
  if (other === undefined) return 'unknown';
  return own === other ? 'same' : 'cross';
};

const isServiceLinked = (principal: Principal): boolean => principal.type === 'role-session' && principal.serviceLinked;

/** Service control policies bind users, roles and root of member accounts. Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export const scpsApply = ({ principal }: EvalRequest): boolean =>
  accountOf(principal) !== undefined && !isInManagementAccount(principal) && !isServiceLinked(principal);

const resourceInManagementAccount = (asked: Asked): boolean =>
  asked.request.resourceInManagementAccount ?? (isInManagementAccount(asked.request.principal) && accountsOf(asked) === 'same');

/** Resource control policies reach resources of some services in member accounts, whoever calls. Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
export const rcpsApply = (asked: Asked): boolean => {
  if (!RCP_SERVICES.has(asked.service) || asked.action === 'kms:retiregrant') return false;
  return !isServiceLinked(asked.request.principal) && asked.request.awsManagedKey !== true && !resourceInManagementAccount(asked);
};

/** Whether identity policies, boundary and session policies of the caller count: services, providers and anonymous have none, root is above them. */
export const hasPolicies = ({ principal }: EvalRequest): boolean =>
  principal.type === 'role-session' || principal.type === 'iam-user' || principal.type === 'federated-user';

/** Roles are trusted, and keys used, only as far as their own policy says: identity policies count where it delegates to the account. */
export const needsDelegation = ({ service, action, fields }: Asked): boolean => {
  const last = fields?.[5] ?? '';
  if (service === 'kms') return fields?.[2] === 'kms' && last.startsWith('key/');
  return isTrustAction(action) && fields?.[2] === 'iam' && last.startsWith('role/');
};

/** Whether a role's trust policy decides about an action. */
export const isTrustAction = (action: string): boolean =>
  action.startsWith('sts:assumerole') || action === 'sts:tagsession' || action === 'sts:setsourceidentity';

/** What AWS refuses whatever policies say. */
export const refusedByService = ({ action, fields, request }: Asked): string | undefined => {
  const last = fields?.[5] ?? '';
  if (last.startsWith('role/aws-reserved/') && REFUSED_ON_RESERVED_ROLES.has(action) && !isServiceLinked(request.principal)) {
    return 'IAM lets nobody change or pass roles below role/aws-reserved/; IAM Identity Center manages them';
  }
  if (fields?.[4] === 'aws' && last.startsWith('policy/') && REFUSED_ON_AWS_POLICIES.has(action)) return 'AWS managed policies cannot be changed';
  return last.startsWith('alias/aws/') && REFUSED_ON_AWS_ALIASES.has(action) ? 'aliases below alias/aws/ are reserved for AWS managed keys' : undefined;
};
