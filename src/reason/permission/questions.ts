import type { ExistingRequest, FactRequest } from '../../model/fact.ts';
import { existing, fact } from '../../model/fact.ts';
import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { WithRole } from '../applicability.ts';
import { withDeployer, withRole } from '../applicability.ts';
import { existingDeployer } from '../deployer.ts';
import type { ObjectLocation } from '../references.ts';
import { bucketAt, bucketPolicyAt, existingExecutionRole, grantsOf, keyPolicyOf, objectAt, organizationOf, repositoryPolicyAt } from '../requests.ts';
import { readsThroughVpc, vpcEndpointsOf } from '../vpc-requests.ts';
import { networkRequests } from './network-side.ts';
import { keyRequest, locationOf, placeInS3, repositoryOf } from './places.ts';
import { simulationsOf } from './simulations.ts';

type ResourceOf<K extends PermissionResource['kind']> = Extract<PermissionResource, { readonly kind: K }>;

/** A permission with the resource that this target means. */
export interface Question<T extends Target, K extends PermissionResource['kind'] = PermissionResource['kind']> {
  readonly permission: Permission<T>;
  readonly resource: ResourceOf<K>;
}

/** The questions of one target, by the kind of policy that counts beside the principal's. */
export interface Questions<T extends Target> {
  readonly plain: readonly Question<T, 'plain' | 'named'>[];
  readonly repositories: readonly Question<T, 'ecr-repository'>[];
  readonly objects: readonly Question<T, 's3-object' | 's3-bucket'>[];
  readonly content: readonly Question<T, 'aws-content'>[];
  readonly keys: readonly Question<T, 'kms-key' | 'key-of-object'>[];
}

const ofKinds = <T extends Target, K extends PermissionResource['kind']>(asked: readonly Question<T>[], ...kinds: readonly K[]): readonly Question<T, K>[] =>
  asked.filter(({ resource }) => (kinds as readonly string[]).includes(resource.kind)) as readonly unknown[] as readonly Question<T, K>[];

const resourcesOf = <T extends Target>({ resource }: Permission<T>, target: T): readonly PermissionResource[] => {
  const asked = resource(target);
  return 'kind' in asked ? [asked] : asked;
};

/** Keeps the permissions that this plan needs. */
export const questionsOf = <T extends Target>(permissions: readonly Permission<T>[], target: T): Questions<T> => {
  const asked = permissions
    .filter(({ when }) => when?.(target) ?? true)
    .flatMap((permission): readonly Question<T>[] => resourcesOf(permission, target).map((resource) => ({ permission, resource })));
  return {
    plain: ofKinds(asked, 'plain', 'named'),
    repositories: ofKinds(asked, 'ecr-repository'),
    objects: ofKinds(asked, 's3-object', 's3-bucket'),
    content: ofKinds(asked, 'aws-content'),
    keys: ofKinds(asked, 'kms-key', 'key-of-object'),
  };
};

const encryptedObjects = <T extends Target>({ keys }: Questions<T>): readonly ObjectLocation[] =>
  keys.flatMap(({ resource }) => (resource.kind === 'key-of-object' ? [locationOf(resource.uri)] : []));

/** What tells who asks, and by which policies. */
export type PrincipalRequests = {
  readonly role: ExistingRequest<'iam.role'> | undefined;
  readonly user: ExistingRequest<'iam.user'> | undefined;
  readonly rolePolicies: ExistingRequest<'iam.rolePolicies'> | undefined;
  readonly userPolicies: ExistingRequest<'iam.userPolicies'> | undefined;
};

const NOBODY: PrincipalRequests = { role: undefined, user: undefined, rolePolicies: undefined, userPolicies: undefined };

const executionRoleRequests = (target: WithRole): PrincipalRequests => ({
  role: existingExecutionRole(target),
  user: undefined,
  rolePolicies: existing(fact('iam.rolePolicies', { roleArn: target.executionRoleArn }), 'identity/role-exists'),
  userPolicies: undefined,
});

const principalRequests = (permissions: readonly Permission<never>[], target: Target): PrincipalRequests => {
  const deployer = permissions.some(({ who }) => who === 'deployer');
  if (deployer && withDeployer.accepts(target)) return existingDeployer(target);
  return withRole.accepts(target) ? executionRoleRequests(target) : NOBODY;
};

/** Every fact that answering takes: the principal's policies, and those of repositories, buckets and keys. */
export const neededFor = <T extends Target>(permissions: readonly Permission<T>[], target: T) => {
  const questions = questionsOf(permissions, target);
  const keys = questions.keys.map(({ resource }) => keyRequest(target, resource));
  const places = questions.objects.map(({ resource }) => placeInS3(resource));
  return {
    time: fact('run.time', {}),
    ...principalRequests(permissions as readonly Permission<never>[], target),
    buckets: places.map(({ bucket }) => existing(bucketAt(target, bucket), 'artifact/bucket-exists')),
    repositoryPolicies: questions.repositories.map(({ resource }) => repositoryPolicyAt(repositoryOf(resource.image))),
    bucketPolicies: places.map(({ bucket }) => bucketPolicyAt(target, bucket)),
    encrypted: encryptedObjects(questions).map((location) => objectAt(target, location)),
    keys,
    keyPolicies: keys.map(keyPolicyOf),
  };
};

/** Facts that help where they can be read: grants only ever allow, and an organisation's policies are hidden from most callers. */
export const wantedBeside = <T extends Target>(permissions: readonly Permission<T>[], target: T) => {
  const { plain, objects, content, keys } = questionsOf(permissions, target);
  return {
    organization: organizationOf(target),
    grants: keys.map(({ resource }) => grantsOf(keyRequest(target, resource))),
    engine: fact('run.iamEngine', {}),
    endpoints: objects.length + content.length > 0 && readsThroughVpc(target) ? vpcEndpointsOf(target) : undefined,
    ...networkRequests(plain, target),
  };
};

/** What AWS's simulator is asked of a target; most runs do without. */
export const simulationsFor = <T extends Target>(permissions: readonly Permission<T>[], target: T): readonly FactRequest<'iam.simulation'>[] => {
  const { plain, repositories, objects, content, keys } = questionsOf(permissions, target);
  const principals = principalRequests(permissions as readonly Permission<never>[], target);
  return simulationsOf([...plain, ...repositories, ...objects, ...content, ...keys], principals, target);
};

/** The same, and AWS's simulator: its questions are put together only where someone asks for them. */
export const wantedFor = <T extends Target>(permissions: readonly Permission<T>[], target: T) => ({
  ...wantedBeside(permissions, target),
  get simulations() {
    return simulationsFor(permissions, target);
  },
});
