import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Evidence } from '../model/verdict.ts';
import { localStorageOf } from './instance-types.ts';
import { TRAINING_KEYS, TRAINING_TYPES } from './open-fields.ts';
import type { KeyPurpose } from './planned.ts';
import { plannedInstances, plannedKeys } from './planned.ts';

const VOLUMES: readonly KeyPurpose[] = ['endpoint-volume', 'training-volume', 'recommender-volume'];

const volumeKeys = (target: Target) => plannedKeys(target).filter(({ purpose }) => VOLUMES.includes(purpose));

/** A plan that names a key for the storage volume of instances whose types are known. */
export const withVolumeKey: Applicability<Target> = {
  accepts: (target): target is Target => volumeKeys(target).length > 0 && plannedInstances(target).length > 0,
  otherwise: 'the plan names no key for the storage volume of instances, or no instance type',
  fields: ['kmsKeyId', 'volumeKmsKeyId', TRAINING_KEYS[0], ...TRAINING_TYPES, 'instanceType'],
};

/** The volume keys of a plan that has instances with local storage, each with those types. */
export const keysOnLocalStorage = (target: Target, certainty: 'documented' | 'likely'): readonly (Evidence & { readonly field: readonly string[] })[] => {
  const types = [...new Set(plannedInstances(target).map(({ type }) => type))].filter((type) => localStorageOf(type) === certainty);
  if (types.length === 0) return [];
  return volumeKeys(target).map(({ keyId, field }) => ({
    subject: keyId,
    observed: `a key for the volume of ${types.join(', ')}, whose storage is local`,
    expected: 'no key',
    field,
  }));
};
