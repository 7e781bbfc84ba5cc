import { LIKELY_LOCAL_STORAGE, LOCAL_STORAGE_FAMILIES } from '../data/instances.ts';

/** How sure we are that an instance type has local storage. */
export type LocalStorage = 'documented' | 'likely' | 'no';

/** The family of an instance type: `g5` of `ml.g5.2xlarge`. */
export const familyOf = (type: string): string => type.split('.')[1] ?? '';

/** Whether instances of a type keep their data on local NVMe storage. */
export const localStorageOf = (type: string): LocalStorage => {
  const family = familyOf(type);
  if (LOCAL_STORAGE_FAMILIES.values.includes(family)) return 'documented';
  return LIKELY_LOCAL_STORAGE.values.includes(family) ? 'likely' : 'no';
};
