import type { KnownFact, KnownFacts, Unknown, WantedFacts } from '../../model/fact.ts';
import type { Key } from '../../model/facts/kms.ts';
import type { Bucket } from '../../model/facts/s3.ts';
import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../arn.ts';
import type { EvalRequest, EvalResult, Policies } from '../iam/types.ts';
import { repositoryArn } from '../references.ts';
import type { Asker } from './asker.ts';
import { askerOf } from './asker.ts';
import { contextOf } from './contexts.ts';
import type { OrganisationSide } from './organisation.ts';
import { ELSEWHERE, organisationSide, unknownPlace } from './organisation.ts';
import { OPEN_TO_ALL, SOME_OTHER_ACCOUNT } from './others.ts';
import { arnInS3, placeInS3, repositoryOf } from './places.ts';
import { plannedContext } from './planned-context.ts';
import type { neededFor, Question, wantedFor } from './questions.ts';
import { questionsOf } from './questions.ts';
import type { Denied } from './remedies.ts';
import { decided } from './second-opinion.ts';
import type { Simulator } from './simulator.ts';
import { opinionOn } from './simulator.ts';
import { ANY_NAME, dependsOnName, namedArn, namesDecidedOn, placeOf } from './stand-in.ts';
import type { WayIn } from './way.ts';
import { wayIntoS3 } from './way.ts';

/** The facts that permission questions are answered from. */
export type PermissionFacts = KnownFacts<ReturnType<typeof neededFor>> & WantedFacts<ReturnType<typeof wantedFor>>;

/**
 * One question answered. `gone`: it is about a thing that does not exist, so nothing was evaluated.
 * `open`: the answer depends on a name that the plan leaves out.
 */
export type Answer = { readonly action: string; readonly about: Denied } /** `notes`: how AWS's simulator disagrees. */ & (
  | { readonly result: EvalResult; readonly notes: readonly string[] }
  | { readonly gone: string }
  | { readonly open: Unknown }
);

/** Everything that one question is evaluated on. */
interface Case<T extends Target> {
  readonly target: T;
  readonly asker: Asker;
  /** Of the target's account. */
  readonly organisation: OrganisationSide;
  readonly time: string;
  readonly simulator: Simulator;
  /** Endpoints of the plan’s VPC, where what the role reads comes through it. */
  readonly endpoints: PermissionFacts['endpoints'];
}

/** SageMaker itself works as the execution role, through no endpoint of ours; how a deployer calls is not known. */
const circumstances = ({ who }: Permission<never>, way: WayIn = 'none') =>
  who === 'execution-role' ? { assumedBy: 'service' as const, ...(way !== 'unknown' && { endpoint: way }) } : {};

interface Place {
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly awsManagedKey?: boolean;
}

interface Entered extends Place {
  readonly way?: WayIn;
}

const accountAt = ({ resource, resourceAccount }: Place, asker: string): string => resourceAccount ?? (parseArn(resource)?.account || asker);

/** The organisation that the resource belongs to, where it is the target's own account; a request for no resource is about the asker's. */
const organisationAt = <T extends Target>({ target, asker, organisation }: Case<T>, place: Place): OrganisationSide =>
  accountAt(place, parseArn(asker.arn)?.account ?? '') === target.account ? organisation : ELSEWHERE;

const requestOf = <T extends Target>(given: Case<T>, permission: Permission<T>, { way, ...place }: Entered): EvalRequest => {
  const { target, asker, time } = given;
  const { region } = target;
  const there = organisationAt(given, place);
  const facts = {
    principal: asker.principal,
    principalTags: asker.tags,
    region,
    time,
    ...circumstances(permission as Permission<never>, way),
    ...(asker.organisation.membership !== undefined && { principalOrganisation: asker.organisation.membership }),
    ...(there.membership !== undefined && { resourceOrganisation: there.membership }),
    ...(place.resourceAccount !== undefined && place.resourceAccount !== SOME_OTHER_ACCOUNT && { resourceAccount: place.resourceAccount }),
  };
  return {
    principal: asker.principal,
    action: permission.action,
    ...place,
    resourceInManagementAccount: there.inManagementAccount,
    context: contextOf(facts, { ...unknownPlace(asker.organisation, there), ...plannedContext(permission, target) }),
    unlisted: 'unknown',
  };
};

const answer = <T extends Target>(
  given: Case<T>,
  permission: Permission<T>,
  place: Place,
  more: { readonly policies?: Partial<Policies>; readonly holder?: Denied['holder']; readonly way?: WayIn } = {},
): Evaluated => {
  const { asker, target } = given;
  const { scpLevels } = asker.organisation.policies;
  const { rcpLevels } = organisationAt(given, place).policies;
  const policies: Policies = { ...asker.policies, scpLevels, rcpLevels, ...more.policies };
  const about: Denied = {
    principalArn: asker.arn,
    resourceArn: place.resource,
    region: target.region,
    account: target.account,
    ...(asker.boundaryArn !== undefined && { boundaryArn: asker.boundaryArn }),
    ...(more.holder !== undefined && { holder: more.holder }),
  };
  const opinion = opinionOn(given.simulator, permission, { target, resource: place.resource });
  return {
    action: permission.action,
    about,
    ...decided(requestOf(given, permission, { ...place, ...(more.way !== undefined && { way: more.way }) }), policies, opinion),
  };
};

type Evaluated = Extract<Answer, { readonly result: EvalResult }>;

/** Asks about a thing without a name: where policies decide by names, each of these is tried, and all must agree. */
const answerUnnamed = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'named'>): Answer => {
  const place = placeOf(resource, given.target);
  const ask = (name: string): Evaluated => answer(given, permission, { resource: namedArn(place, name) });
  const { policies, organisation } = given.asker;
  const { boundary } = policies;
  const limits = boundary !== undefined && !('state' in boundary && boundary.state === 'absent') ? [boundary] : [];
  const names = namesDecidedOn([...policies.identity, ...limits, ...organisation.policies.scpLevels.flat()], place);
  const any = ask(ANY_NAME);
  const about = { ...any.about, resourceArn: namedArn(place, '*'), standIn: ANY_NAME };
  const agreed = names?.every((name) => ask(name).result.decision === any.result.decision) ?? false;
  return agreed ? { ...any, about } : { action: permission.action, about, open: dependsOnName(permission.action, about.resourceArn, resource.field) };
};

const answerPlain = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'plain' | 'named'>): Answer => {
  if (resource.kind === 'plain') return answer(given, permission, { resource: resource.arn });
  return resource.name === undefined
    ? answerUnnamed(given, { permission, resource })
    : answer(given, permission, { resource: namedArn(placeOf(resource, given.target), resource.name) });
};

const answerRepository = <T extends Target>(
  given: Case<T>,
  { permission, resource }: Question<T, 'ecr-repository'>,
  policy: KnownFact<'ecr.repositoryPolicy'>,
): Answer => {
  const arn = repositoryArn(repositoryOf(resource.image));
  return answer(
    given,
    permission,
    { resource: arn },
    { holder: { kind: 'repository', arn }, ...(policy.state === 'present' && { policies: { resource: policy.value } }) },
  );
};

const answerObject = <T extends Target>(
  given: Case<T>,
  { permission, resource }: Question<T, 's3-object' | 's3-bucket'>,
  bucket: Bucket,
  policy: KnownFact<'s3.bucketPolicy'>,
): Answer => {
  const location = placeInS3(resource);
  const resourceAccount = bucket.owner === 'this-account' ? given.target.account : SOME_OTHER_ACCOUNT;
  return answer(
    given,
    permission,
    { resource: arnInS3(location, given.target.region), resourceAccount },
    {
      way: wayIntoS3(given.target, given.endpoints),
      holder: { kind: 'bucket', bucket: location.bucket },
      ...(policy.state === 'present' && { policies: { resource: policy.value } }),
    },
  );
};

const answerContent = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'aws-content'>): Answer =>
  answer(
    given,
    permission,
    { resource: arnInS3(resource, given.target.region), resourceAccount: SOME_OTHER_ACCOUNT },
    { way: wayIntoS3(given.target, given.endpoints), policies: { resource: OPEN_TO_ALL } },
  );

interface KeyFacts {
  readonly key: KnownFact<'kms.key'>;
  readonly policy: KnownFact<'kms.keyPolicy'>;
  readonly grants: PermissionFacts['grants'][number] | undefined;
}

const grantsIn = ({ grants }: KeyFacts): Partial<Policies> => {
  if (grants === undefined || grants.state === 'absent') return {};
  return { grants: grants.state === 'present' ? grants.value : grants };
};

const policiesOfKey = (facts: KeyFacts): Partial<Policies> => ({
  ...grantsIn(facts),
  ...(facts.policy.state === 'present' && { resource: facts.policy.value }),
});

const missingKey = <T extends Target>({ asker, target }: Case<T>, action: string, keyId: string): Answer => ({
  action,
  gone: `the key ${keyId} does not exist`,
  about: { principalArn: asker.arn, resourceArn: keyId, region: target.region },
});

const answerKey = <T extends Target>(given: Case<T>, permission: Permission<T>, { arn, manager }: Key, facts: KeyFacts): Answer =>
  answer(given, permission, { resource: arn, awsManagedKey: manager === 'AWS' }, { holder: { kind: 'key', keyArn: arn }, policies: policiesOfKey(facts) });

const keyNamedBy = (
  resource: Extract<PermissionResource, { kind: 'kms-key' | 'key-of-object' }>,
  encrypted: KnownFact<'s3.object'> | undefined,
): string | undefined => {
  if (resource.kind === 'kms-key') return resource.keyId;
  return encrypted?.state === 'present' ? encrypted.value.kmsKeyId : undefined;
};

const answerKeys = <T extends Target>(given: Case<T>, keys: readonly Question<T, 'kms-key' | 'key-of-object'>[], facts: PermissionFacts): readonly Answer[] => {
  const encrypted = [...facts.encrypted];
  return keys.flatMap(({ permission, resource }, index) => {
    const named = keyNamedBy(resource, resource.kind === 'key-of-object' ? encrypted.shift() : undefined);
    const [key, policy, grants] = [facts.keys[index], facts.keyPolicies[index], facts.grants[index]];
    if (named === undefined || key === undefined || policy === undefined) return [];
    return key.state === 'absent' ? missingKey(given, permission.action, named) : answerKey(given, permission, key.value, { key, policy, grants });
  });
};

/** Answers every permission question of a target from known facts. */
export const answersFor = <T extends Target>(permissions: readonly Permission<T>[], facts: PermissionFacts, target: T): readonly Answer[] => {
  const { plain, repositories, objects, content, keys } = questionsOf(permissions, target);
  const organisation = organisationSide(facts.organization, target.account);
  const given: Case<T> = { target, asker: askerOf(facts, target), organisation, time: facts.time.value, simulator: facts, endpoints: facts.endpoints };
  return [
    ...plain.map((question) => answerPlain(given, question)),
    ...repositories.flatMap((question, index) => {
      const policy = facts.repositoryPolicies[index];
      return policy === undefined ? [] : [answerRepository(given, question, policy)];
    }),
    ...objects.flatMap((question, index) => {
      const [bucket, policy] = [facts.buckets[index], facts.bucketPolicies[index]];
      return bucket === undefined || policy === undefined ? [] : [answerObject(given, question, bucket.value, policy)];
    }),
    ...content.map((question) => answerContent(given, question)),
    ...answerKeys(given, keys, facts),
  ];
};
