import type { FactRequest } from '../model/fact.ts';
import { existing } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import type { WithKey } from './applicability.ts';
import { withArtifact, withKey } from './applicability.ts';
import { artifactLocation, keyBy, keyOfObjectAt, plannedKey } from './requests.ts';

/** The key that the plan names, once `encryption/key-exists` has passed. */
export const existingKey = (target: WithKey) => existing(plannedKey(target), 'encryption/key-exists');

/** The key that the plan names, if it names one. */
export const plannedKeyOf = (target: Target): FactRequest<'kms.key'> | undefined => (withKey.accepts(target) ? plannedKey(target) : undefined);

/** The key that the artifact is encrypted with: none selected where S3 encrypts by itself. */
export const artifactKeyOf = (target: Target): FactRequest<'kms.key'> | undefined => {
  const location = withArtifact.accepts(target) ? artifactLocation(target) : undefined;
  return location?.via === 'bucket' ? keyBy(target, keyOfObjectAt(target, location)) : undefined;
};
