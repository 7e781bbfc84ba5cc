import { decryptObject } from '../data/permissions/artifact.ts';
import type { Fact, Unknown } from '../model/fact.ts';
import { existing, fact } from '../model/fact.ts';
import type { Role } from '../model/facts/iam.ts';
import type { Target } from '../model/target.ts';
import type { Evidence, Judgement } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import type { WithRole } from './applicability.ts';
import { principalOf } from './iam/principal.ts';
import type { EvalResult, Readable } from './iam/types.ts';
import { vpcRestriction } from './network/bucket-policy.ts';
import type { Requester, Use } from './network/use.ts';
import { whyOpen } from './permission/judge-answers.ts';
import { organisationSide } from './permission/organisation.ts';
import { plannedContext } from './permission/planned-context.ts';
import type { Denied } from './permission/remedies.ts';
import { fixesFor, mergedFixes } from './permission/remedies.ts';
import type { ObjectLocation } from './references.ts';
import { objectArn } from './references.ts';
import { bucketAt, bucketPolicyAt, existingExecutionRole, keyBy, keyOfObjectAt, keyPolicyOf, organizationOf } from './requests.ts';

/** What tells who asks from outside the VPC: Inference Recommender works as the execution role. */
export const requesterNeeds = (target: WithRole) => ({ role: existingExecutionRole(target), time: fact('run.time', {}) });
export const requesterWants = (target: Target) => ({ organization: organizationOf(target) });

interface RequesterFacts {
  readonly role: { readonly value: Role };
  readonly time: { readonly value: string };
  readonly organization: Fact<'organizations.organization'>;
}

/** The execution role, with everything that conditions may ask of it. */
export const requesterOf = ({ role: { value: role }, time, organization }: RequesterFacts, { region, account }: Target): Requester => {
  const side = organisationSide(organization, account);
  const principal = principalOf(role.arn, { inManagementAccount: side.inManagementAccount, id: role.roleId });
  if (principal === undefined) throw new Error(`${role.arn} names no principal`);
  return { principal, region, time: time.value, tags: role.tags, ...(side.membership !== undefined && { organisation: side.membership }) };
};

/** One resource that is asked for from outside the VPC. */
export interface Guarded {
  readonly policy: Readable | undefined;
  readonly use: Use;
  readonly holder: NonNullable<Denied['holder']>;
  readonly field: Evidence['field'];
}

/** Several requests may fail by one statement: it is shown once for a resource. */
const statementOf = ({ use, outside }: { readonly use: Use; readonly outside: EvalResult }): string =>
  JSON.stringify([use.resourceArn, outside.deciding.map(({ policy, pointer }) => [policy, pointer])]);

const restrictionOf = ({ policy, use }: Guarded) => vpcRestriction(policy, use);
const EXPECTED = 'requests that come through no VPC endpoint are let in';

/** Passes when nobody asks that requests come from a VPC; fails with the statement that does; `open`: what could not be read beside it. */
export const judgeRestrictions = (guarded: readonly Guarded[], { account, region }: Target, open: readonly Unknown[]): Judgement => {
  const judged = guarded.map((one) => ({ ...one, ...restrictionOf(one) }));
  const restricted = [
    ...new Map(
      judged
        .filter(({ verdict }) => verdict === 'restricted')
        .toReversed()
        .map((one) => [statementOf(one), one]),
    ).values(),
  ].toReversed();
  const evidence = restricted.map(({ use, outside, field }): Evidence => {
    const { trace } = outside;
    return {
      subject: use.resourceArn,
      observed: `${trace.message}, when it comes through no VPC endpoint`,
      expected: EXPECTED,
      trace,
      ...(field && { field }),
    };
  });
  const fixes = restricted.flatMap(({ use, outside, holder }) => {
    const { repair, principal } = outside.trace;
    return repair === undefined ? [] : fixesFor(repair, { principalArn: principal, resourceArn: use.resourceArn, region, account, holder });
  });
  if (isNonEmpty(evidence)) return fail('Requests are let in from a VPC only', evidence, mergedFixes(fixes));
  const undecided = judged
    .filter(({ verdict }) => verdict === 'unknown')
    .flatMap(({ use, outside }) => whyOpen(outside, `${use.action} on ${use.resourceArn} from outside any VPC`));
  const unknowns: readonly Unknown[] = [...open, ...undecided];
  return isNonEmpty(unknowns) ? cannotTell(...unknowns) : pass('no policy asks that requests come from a VPC');
};

/** What is needed to tell of an object: the bucket's policy. What the object is encrypted with may be hidden by that very policy. */
export const objectNeeds = (target: WithRole, { bucket }: ObjectLocation) => ({
  ...requesterNeeds(target),
  bucket: existing(bucketAt(target, bucket), 'artifact/bucket-exists'),
  bucketPolicy: bucketPolicyAt(target, bucket),
});
export const objectWants = (target: WithRole, location: ObjectLocation) => {
  const key = keyBy(target, keyOfObjectAt(target, location));
  return { ...requesterWants(target), key, keyPolicy: keyPolicyOf(key) };
};

interface ObjectFacts extends RequesterFacts {
  readonly bucket: { readonly value: { readonly owner: 'this-account' | 'other' } };
  readonly bucketPolicy: Exclude<Fact<'s3.bucketPolicy'>, Unknown>;
  readonly key: Fact<'kms.key'>;
  readonly keyPolicy: Fact<'kms.keyPolicy'>;
}

const DECRYPT = decryptObject(() => '');

const textOf = (policy: Fact<'s3.bucketPolicy'>): Readable | undefined => (policy.state === 'present' ? policy.value : undefined);

const keyUse = ({ key, keyPolicy, ...facts }: ObjectFacts, target: Target, field: Evidence['field']): readonly Guarded[] => {
  if (key.state !== 'present' || keyPolicy.state === 'unknown') return [];
  const { arn, account } = key.value;
  const context = plannedContext(DECRYPT, target);
  const use: Use = { action: 'kms:Decrypt', resourceArn: arn, who: requesterOf(facts, target), owner: account, context };
  return [{ policy: textOf(keyPolicy), use, holder: { kind: 'key', keyArn: arn }, field }];
};

/** Judges whether an object, and the key it is encrypted with, are for requests from a VPC only. */
export const judgeObject = (
  facts: ObjectFacts,
  target: Target,
  { location, field }: { readonly location: ObjectLocation; readonly field: Evidence['field'] },
): Judgement => {
  const owner = facts.bucket.value.owner === 'this-account' ? target.account : 'other';
  const use: Use = { action: 's3:GetObject', resourceArn: objectArn(location, target.region), who: requesterOf(facts, target), owner };
  const bucket: Guarded = { policy: textOf(facts.bucketPolicy), use, holder: { kind: 'bucket', bucket: location.bucket }, field };
  const open = [facts.key, facts.keyPolicy].flatMap((one) => (one.state === 'unknown' ? [one] : []));
  return judgeRestrictions([bucket, ...keyUse(facts, target, field)], target, open);
};
