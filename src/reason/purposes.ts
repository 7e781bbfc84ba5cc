import type { KeyIds } from '../data/permissions/use-key.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { withRole } from './applicability.ts';
import type { KeyPurpose } from './planned.ts';
import { plannedKeys } from './planned.ts';

/** The keys that a plan names for some purposes, each once. */
export const keyIdsFor =
  (...purposes: readonly KeyPurpose[]): KeyIds =>
  (target) => [
    ...new Set(
      plannedKeys(target)
        .filter(({ purpose }) => purposes.includes(purpose))
        .map(({ keyId }) => keyId),
    ),
  ];

/** A plan with a role and a key for one of these purposes. */
export const withRoleAndKeyFor = (otherwise: string, ...purposes: readonly KeyPurpose[]): Applicability<Target> => ({
  accepts: (target): target is Target => withRole.accepts(target) && keyIdsFor(...purposes)(target).length > 0,
  otherwise,
  fields: ['executionRoleArn', 'kmsKeyId', 'volumeKmsKeyId', 'outputKmsKeyId', 'trainingJob'],
});
