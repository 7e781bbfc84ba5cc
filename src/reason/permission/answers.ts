import type { KnownFact, KnownFacts, WantedFacts } from '../../model/fact.ts';
import type { Key } from '../../model/facts/kms.ts';
import type { Bucket } from '../../model/facts/s3.ts';
import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { dnsSuffixOf } from '../arn.ts';
import { requestContext } from '../iam/context.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { EvalContext, EvalRequest, EvalResult, Policies } from '../iam/types.ts';
import { objectArn } from '../references.ts';
import type { Asker } from './asker.ts';
import { askerOf } from './asker.ts';
import type { neededFor, Question, wantedFor } from './questions.ts';
import { locationOf, questionsOf } from './questions.ts';
import type { Denied } from './remedies.ts';

/** The facts that permission questions are answered from. */
export type PermissionFacts = KnownFacts<ReturnType<typeof neededFor>> & WantedFacts<ReturnType<typeof wantedFor>>;

/** One question answered. `gone`: it is about a thing that does not exist, so nothing was evaluated. */
export type Answer = { readonly action: string; readonly about: Denied } & ({ readonly result: EvalResult } | { readonly gone: string });

/** Everything that one question is evaluated on. */
interface Case<T extends Target> {
  readonly target: T;
  readonly asker: Asker;
  readonly time: string;
}

/** HeadBucket does not tell which other account owns a bucket; any other than ours decides alike. */
const SOME_OTHER_ACCOUNT = '000000000000';

// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html gives the form `service.region.amazonaws.com`; other domains are not documented.
const viaService = ({ via }: Permission<never>, region: string): EvalContext =>
  via === undefined || dnsSuffixOf(region) !== 'amazonaws.com' ? {} : { 'kms:ViaService': `${via}.${region}.amazonaws.com` };

/** SageMaker itself works as the execution role, through no endpoint of ours; how a deployer calls is not known. */
const circumstances = ({ who }: Permission<never>) => (who === 'execution-role' ? ({ assumedBy: 'service', endpoint: 'none' } as const) : {});

interface Place {
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly awsManagedKey?: boolean;
}

const requestOf = <T extends Target>({ target, asker, time }: Case<T>, permission: Permission<T>, place: Place): EvalRequest => {
  const { region } = target;
  const context = requestContext({
    principal: asker.principal,
    principalTags: asker.tags,
    region,
    time,
    ...circumstances(permission as Permission<never>),
    ...(place.resourceAccount !== undefined && place.resourceAccount !== SOME_OTHER_ACCOUNT && { resourceAccount: place.resourceAccount }),
  });
  const planned = { ...permission.context?.(target), ...viaService(permission as Permission<never>, region) };
  return { principal: asker.principal, action: permission.action, ...place, context: { ...context, ...planned }, unlisted: 'unknown' };
};

const answer = <T extends Target>(
  given: Case<T>,
  permission: Permission<T>,
  place: Place,
  more: { readonly policies?: Partial<Policies>; readonly holder?: Denied['holder'] } = {},
): Answer => {
  const { asker, target } = given;
  const policies: Policies = { ...asker.policies, scpLevels: [], rcpLevels: [], ...more.policies };
  const about: Denied = {
    principalArn: asker.arn,
    resourceArn: place.resource,
    region: target.region,
    ...(asker.boundaryArn !== undefined && { boundaryArn: asker.boundaryArn }),
    ...(more.holder !== undefined && { holder: more.holder }),
  };
  return { action: permission.action, about, result: evaluate(requestOf(given, permission, place), policies) };
};

const answerPlain = <T extends Target>(given: Case<T>, { permission, resource }: Question<T, 'plain'>): Answer =>
  answer(given, permission, { resource: resource.arn });

const answerObject = <T extends Target>(
  given: Case<T>,
  { permission, resource }: Question<T, 's3-object'>,
  bucket: Bucket,
  policy: KnownFact<'s3.bucketPolicy'>,
): Answer => {
  const location = locationOf(resource.uri);
  const resourceAccount = bucket.owner === 'this-account' ? given.target.account : SOME_OTHER_ACCOUNT;
  return answer(
    given,
    permission,
    { resource: objectArn(location, given.target.region), resourceAccount },
    { holder: { kind: 'bucket', bucket: location.bucket }, ...(policy.state === 'present' && { policies: { resource: policy.value } }) },
  );
};

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
  const { plain, objects, keys } = questionsOf(permissions, target);
  const given: Case<T> = { target, asker: askerOf(facts, target), time: facts.time.value };
  return [
    ...plain.map((question) => answerPlain(given, question)),
    ...objects.flatMap((question, index) => {
      const [bucket, policy] = [facts.buckets[index], facts.bucketPolicies[index]];
      return bucket === undefined || policy === undefined ? [] : [answerObject(given, question, bucket.value, policy)];
    }),
    ...answerKeys(given, keys, facts),
  ];
};
