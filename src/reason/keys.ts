import type { FactRequest, KnownFact } from '../model/fact.ts';
import { existing } from '../model/fact.ts';
import type { Key } from '../model/facts/kms.ts';
import type { Fix } from '../model/fix.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { withArtifact } from './applicability.ts';
import { TRAINING_KEYS } from './open-fields.ts';
import type { KeyPurpose, PlannedKey } from './planned.ts';
import { plannedKeys } from './planned.ts';
import { artifactLocation, keyBy, keyOfObjectAt } from './requests.ts';

/** A plan that names a KMS key, for whatever purpose. */
export const withAnyKey: Applicability<Target> = {
  accepts: (target): target is Target => plannedKeys(target).length > 0,
  otherwise: 'the plan names no KMS key',
  fields: ['kmsKeyId', 'volumeKmsKeyId', 'outputKmsKeyId', ...TRAINING_KEYS],
};

/** A plan with a KMS key, or with an artifact that may be encrypted with one. */
export const withAnyKeyOrArtifact: Applicability<Target> = {
  accepts: (target): target is Target => withAnyKey.accepts(target) || withArtifact.accepts(target),
  otherwise: 'the plan names no KMS key, and no artifact that might be encrypted with one',
  fields: ['kmsKeyId', 'volumeKmsKeyId', 'outputKmsKeyId', ...TRAINING_KEYS, 'modelDataUrl'],
};

/** The keys that the plan names, each reference once, with the first place that names it. */
export const distinctKeys = (target: Target): readonly PlannedKey[] => {
  const keys = plannedKeys(target);
  return keys.filter(({ keyId }, place) => keys.findIndex((one) => one.keyId === keyId) === place);
};

/** What tells of each of these keys, in their order. */
export const keyRequests = (target: Target): readonly FactRequest<'kms.key'>[] => distinctKeys(target).map(({ keyId }) => keyBy(target, keyId));

/** The same, once `encryption/key-exists` has passed. */
export const existingKeys = (target: Target) => keyRequests(target).map((request) => existing(request, 'encryption/key-exists'));

/** The keys that are there, each with the place that names it. */
export const foundKeys = (target: Target, known: readonly KnownFact<'kms.key'>[]): readonly { readonly planned: PlannedKey; readonly key: Key }[] =>
  distinctKeys(target).flatMap((planned, place) => {
    const found = known[place];
    return found?.state === 'present' ? [{ planned, key: found.value }] : [];
  });

const PURPOSES: Readonly<Record<KeyPurpose, string>> = {
  'endpoint-volume': 'endpoint storage',
  'training-volume': 'training storage',
  'training-output': 'training output',
  'recommender-volume': 'storage of tested endpoints',
  'recommender-output': 'results of recommender jobs',
};

/** A new key in place of those that the plan names at these places. */
export const newKeyFor = (target: Target, places: readonly { readonly field: readonly string[] }[]): Fix => {
  const keys = plannedKeys(target);
  const replaced = keys.filter(({ field }) => places.some((place) => place.field.join('.') === field.join('.'))).map(({ keyId }) => keyId);
  const purposes = new Set(keys.filter(({ keyId }) => replaced.includes(keyId)).map(({ purpose }) => PURPOSES[purpose]));
  return { kind: 'create-key', region: target.region, account: target.account, purpose: [...purposes].join(' and ') };
};

/** The key that the artifact is encrypted with: none selected where S3 encrypts by itself. */
export const artifactKeyOf = (target: Target): FactRequest<'kms.key'> | undefined => {
  const location = withArtifact.accepts(target) ? artifactLocation(target) : undefined;
  return location?.via === 'bucket' ? keyBy(target, keyOfObjectAt(target, location)) : undefined;
};
