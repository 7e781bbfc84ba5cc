import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Evidence } from '../model/verdict.ts';
import type { LocalStorage } from './instance-types.ts';
import { localStorageOf } from './instance-types.ts';
import { TRAINING_KEYS, TRAINING_TYPES } from './open-fields.ts';
import type { KeyPurpose } from './planned.ts';
import { plannedInstances, plannedKeys } from './planned.ts';

const keysFor = (target: Target, purposes: readonly KeyPurpose[]) => plannedKeys(target).filter(({ purpose }) => purposes.includes(purpose));

const TRAINING: readonly KeyPurpose[] = ['training-volume'];
const HOSTING: readonly KeyPurpose[] = ['endpoint-volume', 'recommender-volume'];

const trains = ({ trainingJob }: Target): boolean => trainingJob !== undefined;

/** A plan that names a key for the storage volume of training instances whose types are known. */
export const withKeyOfTrainingInstances: Applicability<Target> = {
  accepts: (target): target is Target => keysFor(target, TRAINING).length > 0 && plannedInstances(target).length > 0,
  otherwise: 'the plan names no key for the storage volume of training instances, or no instance type',
  fields: [TRAINING_KEYS[0], ...TRAINING_TYPES],
};

/** A plan that names a key for the storage volume of instances that host, and their types. */
export const withKeyOfHostingInstances: Applicability<Target> = {
  accepts: (target): target is Target => !trains(target) && keysFor(target, HOSTING).length > 0 && plannedInstances(target).length > 0,
  otherwise: 'the plan names no key for the storage volume of instances that host, or no instance type',
  fields: ['kmsKeyId', 'volumeKmsKeyId', 'instanceType'],
};

/** The volume keys of a plan that has instances with local storage, each with those types. */
export const keysOnLocalStorage = (target: Target, ...certainties: readonly LocalStorage[]): readonly (Evidence & { readonly field: readonly string[] })[] => {
  const types = [...new Set(plannedInstances(target).map(({ type }) => type))].filter((type) => certainties.includes(localStorageOf(type)));
  if (types.length === 0) return [];
  return keysFor(target, trains(target) ? TRAINING : HOSTING).map(({ keyId, field }) => ({
    subject: keyId,
    observed: `a key for the volume of ${types.join(', ')}, whose storage is local`,
    expected: 'no key',
    field,
  }));
};
