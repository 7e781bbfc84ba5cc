import type { KeyIds } from '../data/permissions/use-key.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { withRole } from './applicability.ts';
import { TRAINING_KEYS } from './open-fields.ts';
import type { KeyPurpose } from './planned.ts';
import { plannedKeys } from './planned.ts';

const [TRAINING_VOLUME, TRAINING_OUTPUT] = TRAINING_KEYS;
const FIELDS: Readonly<Record<KeyPurpose, string>> = {
  'endpoint-volume': 'kmsKeyId',
  'training-volume': TRAINING_VOLUME,
  'training-output': TRAINING_OUTPUT,
  'recommender-volume': 'volumeKmsKeyId',
  'recommender-output': 'outputKmsKeyId',
};

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
  fields: ['executionRoleArn', ...purposes.map((purpose) => FIELDS[purpose])],
});
