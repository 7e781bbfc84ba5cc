import { nameOf } from '../arn.ts';
import type { Asked } from './asked.ts';
import { accountOf, partitionOfPrincipal, sessionArn } from './principal.ts';
import { either, negated, type Truth, unsettledByDocument, unsettledByKey } from './truth.ts';
import type { Principal } from './types.ts';

/** One entry of a `Principal` or `NotPrincipal` element. */
export interface PrincipalEntry {
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly text: string;
}

/** The `Principal` or `NotPrincipal` element; `everyone` is written `"*"`. */
export interface PrincipalElement {
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/**
 * How an entry names the caller: the caller itself (or everyone), the role or user that it acts for, or its account.
 * The gates treat the three differently. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface Naming {
  readonly direct: Truth;
  readonly entity: Truth;
  readonly account: Truth;
}

const NOT_NAMED: Naming = { direct: false, entity: false, account: false };
const DIRECT: Naming = { direct: true, entity: false, account: false };
const ENTITY: Naming = { direct: false, entity: true, account: false };
const ACCOUNT: Naming = { direct: false, entity: false, account: true };

/** Pseudo key for a session whose name is not known; it is the key that AWS gives the name at AssumeRole. */
const SESSION_NAME_KEY = 'sts:RoleSessionName';
/** Pseudo key for the canonical user id of the caller's account, which no policy tells. */
const CANONICAL_ID_KEY = 's3:CanonicalUserId';

const ACCOUNT_ID = /^\d{12}$/;
const ROOT_ARN = /^arn:([^:]+):iam::(\d{12}):root$/;

const namesAccount = (text: string, caller: Principal): boolean => {
  const account = accountOf(caller);
  if (ACCOUNT_ID.test(text)) return text === account;
  const [, partition, id] = ROOT_ARN.exec(text) ?? [];
  return id !== undefined && id === account && partition === partitionOfPrincipal(caller);
};

type RoleSession = Extract<Principal, { readonly type: 'role-session' }>;

const isRole = (text: string, caller: RoleSession): boolean => {
  if (text === caller.roleArn || text === caller.roleId) return true;
  // A session's ARN leaves out its role's path: then partition, account and name must do.
  return !caller.pathKnown && text.startsWith(`${caller.roleArn.slice(0, caller.roleArn.indexOf(':role/'))}:role/`) && nameOf(text) === nameOf(caller.roleArn);
};

const namesSession = (text: string, caller: RoleSession): Naming => {
  if (isRole(text, caller)) return ENTITY;
  const own = sessionArn(caller);
  if (own !== undefined) return text === own ? DIRECT : NOT_NAMED;
  const anySession = sessionArn({ ...caller, sessionName: '' }) ?? '';
  const mayBe = text.startsWith(anySession) && text.length > anySession.length;
  return mayBe ? { ...NOT_NAMED, direct: unsettledByKey(SESSION_NAME_KEY) } : NOT_NAMED;
};

const namesByArn = (text: string, caller: Principal): Naming => {
  switch (caller.type) {
    case 'role-session':
      return namesSession(text, caller);
    case 'iam-user':
      return text === caller.userArn || text === caller.userId ? DIRECT : NOT_NAMED;
    case 'federated-user':
      if (text === caller.arn) return DIRECT;
      return text === caller.userArn ? ENTITY : NOT_NAMED;
    case 'root':
    case 'service':
    case 'identity-provider':
    case 'anonymous':
      return NOT_NAMED;
    default:
      return caller satisfies never;
  }
};

const namesAws = (text: string, caller: Principal): Naming => {
  if (text === '*') return DIRECT;
  if (!namesAccount(text, caller)) return namesByArn(text, caller);
  return caller.type === 'root' ? DIRECT : ACCOUNT;
};

const when = (holds: boolean): Naming => (holds ? DIRECT : NOT_NAMED);

/** How one entry names a caller. There are no partial wildcards. */
export const naming = ({ type, text }: PrincipalEntry, caller: Principal): Naming => {
  switch (type) {
    case 'AWS':
      return namesAws(text, caller);
    case 'Service':
      return when(caller.type === 'service' && caller.name === text);
    case 'Federated':
      return when(caller.type === 'identity-provider' && caller.provider === text);
    case 'CanonicalUser':
      return accountOf(caller) === undefined ? NOT_NAMED : { ...NOT_NAMED, account: unsettledByKey(CANONICAL_ID_KEY) };
    default:
      return type satisfies never;
  }
};

// A gateway endpoint's policy tells callers apart by aws:PrincipalArn only; an account there means its root user. A denial that names
// the caller all the same is taken at its word. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
const namingAtGateway = (entry: PrincipalEntry, caller: Principal, effect: 'Allow' | 'Deny'): Naming => {
  const named = naming(entry, caller);
  const everyoneOrRoot = entry.type === 'AWS' && (entry.text === '*' || caller.type === 'root');
  return everyoneOrRoot || (effect === 'Deny' && named.account === false) ? named : NOT_NAMED;
};

/** Whether any class names the caller. */
export const isNamed = ({ direct, entity, account }: Naming): Truth => either(direct, either(entity, account));

const joined = (left: Naming, right: Naming): Naming => ({
  direct: either(left.direct, right.direct),
  entity: either(left.entity, right.entity),
  account: either(left.account, right.account),
});

// Deny with NotPrincipal always reaches a caller that has a permissions boundary.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
const isExempt = (exempt: Truth, { bounded }: Asked): Truth => {
  if (exempt === false || bounded === false) return exempt;
  return bounded === true ? false : unsettledByDocument(bounded);
};

/** How a statement names the caller of a request. */
export const principalNaming = (
  element: PrincipalElement,
  asked: Asked,
  { effect, gateway }: { readonly effect: 'Allow' | 'Deny'; readonly gateway: boolean },
): Naming => {
  const caller = asked.request.principal;
  const named = element.entries.reduce((sum, entry) => joined(sum, gateway ? namingAtGateway(entry, caller, effect) : naming(entry, caller)), NOT_NAMED);
  if (!element.negated) return named;
  const exempt = effect === 'Deny' ? isExempt(isNamed(named), asked) : isNamed(named);
  return { ...NOT_NAMED, direct: negated(exempt) };
};
