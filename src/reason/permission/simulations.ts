import type { Derived, FactRequest } from '../../model/fact.ts';
import { fact, from } from '../../model/fact.ts';
import type { Role, SimulatedKey, User } from '../../model/facts/iam.ts';
import type { Actor, Permission, PermissionResource, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../arn.ts';
import { repositoryArn } from '../references.ts';
import { keyPolicyOf } from '../requests.ts';
import { arnInS3, keyRequest, placeInS3, repositoryOf } from './places.ts';
import { simulatedContext, simulatedKeys } from './planned-context.ts';
import { namedArn, placeOf } from './stand-in.ts';

const tagsAsKeys = (tags: Readonly<Record<string, string>>): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));

const identityKeys = ({ arn, account }: Role | User): RequestContext => ({ 'aws:PrincipalArn': arn, 'aws:PrincipalAccount': account });

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const arnOfPrincipal = ({ arn }: Role | User): string => arn;
const keysOfServiceRole = (role: Role): readonly SimulatedKey[] =>
  simulatedKeys({ ...identityKeys(role), 'aws:PrincipalType': 'AssumedRole', ...tagsAsKeys(role.tags) });
// A person's session may bring other tags than the role has.
const keysOfRole = (role: Role): readonly SimulatedKey[] => simulatedKeys({ ...identityKeys(role), 'aws:PrincipalType': 'AssumedRole' });
const keysOfUser = (user: User): readonly SimulatedKey[] =>
  simulatedKeys({ ...identityKeys(user), 'aws:PrincipalType': 'User', 'aws:username': user.name, ...tagsAsKeys(user.tags) });

/** Who asks: a role or a user; neither: the account's root user, whom the simulator does not know. */
interface Principals {
  readonly role: FactRequest<'iam.role'> | undefined;
  readonly user: FactRequest<'iam.user'> | undefined;
}

interface Asked<T extends Target> {
  readonly permission: Permission<T>;
  readonly resource: PermissionResource;
}

interface PrincipalParams {
  readonly principalArn: string | Derived<string>;
  readonly principalContext: Derived<readonly SimulatedKey[]>;
}

/** The plan names the execution role with its path; a deployer may be known by a session, which has none. */
const principalParams = ({ role, user }: Principals, who: Actor): PrincipalParams | undefined => {
  if (role === undefined) return user && { principalArn: from(user, arnOfPrincipal), principalContext: from(user, keysOfUser) };
  return who === 'execution-role'
    ? { principalArn: role.params.roleArn, principalContext: from(role, keysOfServiceRole) }
    : { principalArn: from(role, arnOfPrincipal), principalContext: from(role, keysOfRole) };
};

/** ARN of what is asked about. Undefined: the plan leaves the name out. */
const resourceOf = (resource: PermissionResource, target: Target): string | Derived<string> | undefined => {
  switch (resource.kind) {
    case 'plain':
      return resource.arn;
    case 'named':
      return resource.name === undefined ? undefined : namedArn(placeOf(resource, target), resource.name);
    case 'ecr-repository':
      return repositoryArn(repositoryOf(resource.image));
    case 's3-object':
    case 's3-bucket':
      return arnInS3(placeInS3(resource), target.region);
    case 'aws-content':
      return arnInS3(resource, target.region);
    case 'kms-key':
    case 'key-of-object':
      return keyPolicyOf(keyRequest(target, resource)).params.keyArn;
    default:
      return resource satisfies never;
  }
};

/** The simulator knows one account: of another account's resource it would not say what that account's guard rails are. */
const isOwn = (resource: string | Derived<string>, { account }: Target): boolean => {
  const owner = typeof resource === 'string' ? parseArn(resource)?.account : undefined;
  return owner === undefined || owner === '' || owner === account;
};

/** What AWS's simulator is asked beside sageready's own evaluation: one question per permission, about roles and users. */
export const simulationsOf = <T extends Target>(questions: readonly Asked<T>[], principals: Principals, target: T): readonly FactRequest<'iam.simulation'>[] =>
  questions.flatMap(({ permission, resource }) => {
    const principal = principalParams(principals, permission.who);
    const resourceArn = resourceOf(resource, target);
    if (principal === undefined || resourceArn === undefined || !isOwn(resourceArn, target)) return [];
    return [fact('iam.simulation', { ...principal, action: permission.action, resourceArn, context: simulatedContext(permission, target) })];
  });
