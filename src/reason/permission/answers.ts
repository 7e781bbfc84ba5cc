import type { KnownFact } from '../../model/fact.ts';
import type { Key } from '../../model/facts/kms.ts';
import type { Bucket } from '../../model/facts/s3.ts';
import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../arn.ts';
import type { EvalResult, Policies, Readable } from '../iam/types.ts';
import { repositoryArn } from '../references.ts';
import { askerOf } from './asker.ts';
import type { Answer, Case, PermissionFacts, Place } from './case.ts';
import { answer } from './case.ts';
import { circumstancesOf } from './network-side.ts';
import { organisationSide } from './organisation.ts';
import { OPEN_TO_ALL, SHARED_SUBNET, SOME_OTHER_ACCOUNT } from './others.ts';
import { arnInS3, placeInS3, repositoryOf } from './places.ts';
import type { Question } from './questions.ts';
import { questionsOf } from './questions.ts';
import { NO_SIMULATOR } from './simulator.ts';
import { ANY_NAME, arnsDecidedOn, beginningOf, dependsOnEnd, dependsOnName, endsNamed, hasOpenName, namedArn, ofAnyName, placeOf } from './stand-in.ts';
import { wayIntoS3 } from './way.ts';

export type { Answer, PermissionFacts } from './case.ts';

const limitsIn = ({ boundary }: Pick<Policies, 'boundary'>): readonly Readable[] =>
  boundary === undefined || ('state' in boundary && boundary.state === 'absent') ? [] : [boundary];

/** Asks about a thing without a name: where policies decide by names, each of these is tried, and all must agree. */
const answerUnnamed = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'named'>): Answer => {
  const decide = (arn: string): EvalResult['decision'] => answer({ ...given, simulator: NO_SIMULATOR }, permission, { resource: arn }).result.decision;
  const { policies, organisation } = given.asker;
  const arns = arnsDecidedOn([...policies.identity, ...limitsIn(policies), ...organisation.policies.scpLevels.flat()], resource, given.target);
  const any = answer(given, permission, { resource: namedArn(placeOf(resource, given.target), resource.name ?? ANY_NAME) });
  const about = { ...any.about, resourceArn: ofAnyName(any.about.resourceArn) };
  const agreed = arns !== undefined && (arns.length === 1 || new Set(arns.map(decide)).size === 1);
  return agreed ? { ...any, about } : { action: permission.action, about, open: dependsOnName(permission.action, about.resourceArn, resource) };
};

const isAllowed = (one: Answer): boolean => 'result' in one && one.result.decision === 'Allowed';
const isRefused = (one: Answer): boolean => 'result' in one && !one.result.possible.includes('Allowed');

/** A request that may look in several ways must be allowed in each. */
const worstOf = (answers: readonly Answer[]): Answer => {
  const [first] = answers;
  const worst = answers.find(isRefused) ?? answers.find((one) => !isAllowed(one)) ?? first;
  if (worst === undefined) throw new Error('a question that may be asked in no way');
  return worst;
};

/** Subnets of another account reach this one by AWS RAM, whose permission stands for a resource policy: https://docs.aws.amazon.com/ram/latest/userguide/shareable.html */
const sharedWith = ({ account }: Target, arn: string): { readonly policies?: Partial<Policies> } =>
  parseArn(arn)?.account === account ? {} : { policies: { resource: SHARED_SUBNET } };

const answerPlain = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'plain' | 'named'>): Answer => {
  if (resource.kind === 'plain') return answer(given, permission, { resource: resource.arn });
  const answers = circumstancesOf(resource, given.network, given.target).map(({ arn, further }): Answer => {
    if (hasOpenName(resource)) return answerUnnamed({ ...given, further }, { permission, resource });
    const named = arn ?? namedArn(placeOf(resource, given.target), resource.name ?? ANY_NAME);
    return answer({ ...given, further }, permission, { resource: named }, { ...sharedWith(given.target, named), standIn: resource.below?.name });
  });
  return worstOf(answers);
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

type MoreOfObject = NonNullable<Parameters<typeof answer>[3]>;

/** Every document that may tell one object from another below the same prefix. */
const documentsOf = <T extends Target>({ asker, organisation }: Case<T>, { policies }: MoreOfObject) => {
  const levels = [...asker.organisation.policies.scpLevels, ...organisation.policies.rcpLevels];
  return [...asker.policies.identity, ...limitsIn(asker.policies), ...levels.flat(), policies?.resource ?? []].flat();
};

/**
 * Asks about what is read below a prefix: all of it must be allowed. Where policies name a part of it, they are asked about that as well.
 * A grant of one file, or of a folder further down, makes no refusal doubtful: what lies beside it stays refused.
 */
const answerBelow = <T extends Target>(given: Case<T>, permission: Permission<T>, place: Place, more: MoreOfObject): Answer => {
  const any = answer(given, permission, place, more);
  if (more.standIn === undefined || permission.action !== 's3:GetObject') return any;
  const [refused, beginning] = [isRefused(any), beginningOf(place.resource, more.standIn)];
  const ends = endsNamed(documentsOf(given, more), beginning, refused ? 'files' : 'all');
  const ask = (end: string) => answer({ ...given, simulator: NO_SIMULATOR }, permission, { ...place, resource: `${beginning}${end}` }, more);
  const differs = ends.some((end) => isRefused(ask(end)) !== refused);
  return differs ? { action: any.action, about: any.about, open: dependsOnEnd(any.action, beginning) } : any;
};

const answerObject = <T extends Target>(
  given: Case<T>,
  { permission, resource }: Question<T, 's3-object' | 's3-bucket'>,
  bucket: Bucket,
  policy: KnownFact<'s3.bucketPolicy'>,
): Answer => {
  const location = placeInS3(resource);
  const resourceAccount = bucket.owner === 'this-account' ? given.target.account : SOME_OTHER_ACCOUNT;
  return answerBelow(
    given,
    permission,
    { resource: arnInS3(location, given.target.region), resourceAccount },
    {
      way: wayIntoS3(given.target, given.endpoints),
      holder: { kind: 'bucket', bucket: location.bucket },
      standIn: resource.kind === 's3-object' ? resource.standIn : undefined,
      ...(policy.state === 'present' && { policies: { resource: policy.value } }),
    },
  );
};

/** A model comes with scripts, specifications and licences beside it: AWS’s guide grants the bucket’s objects, and so does the repair. */
const answerContent = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'aws-content'>): Answer =>
  answer(
    given,
    permission,
    { resource: arnInS3(resource, given.target.region), resourceAccount: SOME_OTHER_ACCOUNT },
    { way: wayIntoS3(given.target, given.endpoints), policies: { resource: OPEN_TO_ALL }, standIn: resource.key || undefined },
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
  const given: Case<T> = {
    target,
    asker: askerOf(facts, target),
    organisation,
    time: facts.time.value,
    simulator: facts,
    endpoints: facts.endpoints,
    network: facts,
  };
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
