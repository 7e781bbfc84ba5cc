import { nameOf } from '../arn.ts';
import { ABSENT, orUnknown, tagKeys, UNKNOWN } from './context-values.ts';
import { accountOf } from './principal.ts';
import type { RequestFacts } from './request-facts.ts';
import type { Absence, ContextValue, EvalContext, Principal } from './types.ts';

/** What a kind of principal brings. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
interface Identity {
  readonly arn: ContextValue;
  readonly type: ContextValue;
  readonly userId: ContextValue;
  readonly userName: ContextValue;
}

type RoleSession = Extract<Principal, { readonly type: 'role-session' }>;

const roleIdentity = ({ roleArn, pathKnown, roleId, sessionName }: RoleSession): Identity => ({
  // The role's ARN, not the session's.
  arn: pathKnown ? roleArn : UNKNOWN,
  type: 'AssumedRole',
  userId: roleId === undefined || sessionName === undefined ? UNKNOWN : `${roleId}:${sessionName}`,
  userName: ABSENT,
});

const identityOf = (principal: Principal): Identity => {
  switch (principal.type) {
    case 'role-session':
      return roleIdentity(principal);
    case 'iam-user':
      return { arn: principal.userArn, type: 'User', userId: orUnknown(principal.userId), userName: nameOf(principal.userArn) };
    case 'federated-user':
      return { arn: principal.arn, type: 'FederatedUser', userId: `${principal.account}:${nameOf(principal.arn)}`, userName: ABSENT };
    case 'root':
      return { arn: `arn:${principal.partition}:iam::${principal.account}:root`, type: 'Account', userId: principal.account, userName: ABSENT };
    case 'service':
      return { arn: UNKNOWN, type: UNKNOWN, userId: UNKNOWN, userName: ABSENT };
    case 'identity-provider':
    case 'anonymous':
      return { arn: ABSENT, type: 'Anonymous', userId: 'anonymous', userName: ABSENT };
    default:
      return principal satisfies never;
  }
};

const principalAccount = (principal: Principal): ContextValue => {
  if (principal.type === 'service') return UNKNOWN;
  return accountOf(principal) ?? 'anonymous';
};

const isService = ({ type }: Principal): boolean => type === 'service';

const serviceContext = ({ principal, source }: RequestFacts): EvalContext => {
  const forService: Absence = isService(principal) ? UNKNOWN : ABSENT;
  return {
    'aws:PrincipalIsAWSService': principal.type === 'anonymous' ? ABSENT : String(isService(principal)),
    'aws:PrincipalServiceName': principal.type === 'service' ? principal.name : ABSENT,
    'aws:PrincipalServiceNamesList': forService,
    'aws:SourceArn': source?.arn ?? forService,
    'aws:SourceAccount': source?.account ?? forService,
    'aws:SourceOrgID': forService,
    'aws:SourceOrgPaths': forService,
  };
};

const hasSession = ({ type }: Principal): boolean => type !== 'service' && type !== 'identity-provider' && type !== 'anonymous';

/** A session that a service opened, or none at all, brings nothing of a person. */
const ofPerson = ({ principal, assumedBy }: RequestFacts): Absence =>
  hasSession(principal) && !(principal.type === 'role-session' && assumedBy === 'service') ? UNKNOWN : ABSENT;

const sessionContext = (facts: RequestFacts): EvalContext => ({
  'aws:TokenIssueTime': hasSession(facts.principal) ? UNKNOWN : ABSENT,
  'aws:MultiFactorAuthPresent': ofPerson(facts),
  'aws:MultiFactorAuthAge': ofPerson(facts),
  'aws:FederatedProvider': facts.principal.type === 'role-session' ? ofPerson(facts) : ABSENT,
  'aws:SourceIdentity': ofPerson(facts),
});

const principalTags = (facts: RequestFacts): EvalContext => {
  const { principal } = facts;
  // Only roles and users carry tags; a role's session may bring further ones, and replace the role's.
  if (principal.type === 'iam-user') return tagKeys('aws:PrincipalTag', facts.principalTags, ABSENT);
  if (principal.type !== 'role-session') return { 'aws:PrincipalTag/*': ofPerson(facts) };
  if (facts.assumedBy === 'service') return tagKeys('aws:PrincipalTag', facts.principalTags, ABSENT);
  const replaceable = Object.keys(facts.principalTags ?? {}).map((key) => [`aws:PrincipalTag/${key}`, UNKNOWN]);
  return { 'aws:PrincipalTag/*': UNKNOWN, ...Object.fromEntries(replaceable) };
};

/** The context keys that follow from who makes the request. */
export const principalContext = (facts: RequestFacts): EvalContext => {
  const { arn, type, userId, userName } = identityOf(facts.principal);
  const account = principalAccount(facts.principal);
  return {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    'kms:CallerAccount': account,
    'aws:PrincipalType': type,
    'aws:userid': userId,
    'aws:username': userName,
    ...serviceContext(facts),
    ...sessionContext(facts),
    ...principalTags(facts),
  };
};
