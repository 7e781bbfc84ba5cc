import type { Fact, Unknown } from '../model/fact.ts';
import type { PolicySource } from '../model/policy.ts';
import type { Target } from '../model/target.ts';
import type { Evidence } from '../model/verdict.ts';
import { withArtifact, withRole } from './applicability.ts';
import { validatePolicy } from './iam/validate/validate-policy.ts';
import { keyRequests } from './keys.ts';
import { artifactLocation, bucketPolicyAt, executionRole, keyBy, keyOfObjectAt, keyPolicyOf } from './requests.ts';

/** The resource policies that decide about a target: of its role, its keys and the artifact's bucket. */
export const decidingPolicies = (target: Target) => {
  const location = withArtifact.accepts(target) ? artifactLocation(target) : undefined;
  const ofBucket = location?.via === 'bucket' ? location : undefined;
  return {
    role: withRole.accepts(target) ? executionRole(target) : undefined,
    bucketPolicy: ofBucket && bucketPolicyAt(target, ofBucket.bucket),
    keyPolicies: keyRequests(target).map(keyPolicyOf),
    artifactKeyPolicy: ofBucket && keyPolicyOf(keyBy(target, keyOfObjectAt(target, ofBucket))),
  };
};

interface PolicyFacts {
  readonly role: Fact<'iam.role'> | undefined;
  readonly bucketPolicy: Fact<'s3.bucketPolicy'> | undefined;
  readonly keyPolicies: readonly Fact<'kms.keyPolicy'>[];
  readonly artifactKeyPolicy: Fact<'kms.keyPolicy'> | undefined;
}

const documentsIn = (facts: PolicyFacts): readonly (PolicySource | Unknown)[] => {
  const trust = facts.role?.state === 'present' ? [facts.role.value.trust] : [];
  const unreadRole = facts.role?.state === 'unknown' ? [facts.role] : [];
  const others = [facts.bucketPolicy, ...facts.keyPolicies, facts.artifactKeyPolicy].flatMap((one) => {
    if (one === undefined || one.state === 'absent') return [];
    return [one.state === 'present' ? one.value : one];
  });
  return [...trust, ...unreadRole, ...others];
};

const isRead = (one: PolicySource | Unknown): one is PolicySource => !('state' in one);

/** The policies that could be read; one that decides twice stands once. */
export const readPolicies = (facts: PolicyFacts): readonly PolicySource[] => [
  ...new Map(
    documentsIn(facts)
      .filter(isRead)
      .map((source) => [`${source.kind} ${source.arn ?? source.name}`, source]),
  ).values(),
];

/** Why the others could not. */
export const unreadPolicies = (facts: PolicyFacts): readonly Unknown[] => documentsIn(facts).flatMap((one) => (isRead(one) ? [] : [one]));

/** Where a policy names users and roles by the id that is left of them; nothing where it does not. */
export const danglingPrincipals = (source: PolicySource): readonly Evidence[] => {
  const found = validatePolicy(source, 'stored').filter(({ code }) => code === 'dangling-principal');
  if (found.length === 0) return [];
  const observed = found.map(({ line, message }) => `line ${line} of the ${source.kind} policy: ${message}`).join('; ');
  return [{ subject: source.arn ?? source.name, observed, expected: 'users and roles that exist' }];
};
