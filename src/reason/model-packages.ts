import { existing } from '../model/fact.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { packageNamed } from './deployed.ts';

/** A target whose model is made from a model package. */
export type WithModelPackage = Target & { readonly modelPackageName: string };
export const withModelPackage: Applicability<WithModelPackage> = {
  accepts: (target): target is WithModelPackage => target.modelPackageName !== undefined,
  otherwise: 'the plan names no model package (modelPackageName)',
  fields: ['modelPackageName'],
};

/** A serverless endpoint whose model is made from a model package. */
export const withServerlessPackage: Applicability<WithModelPackage> = {
  accepts: (target): target is WithModelPackage => withModelPackage.accepts(target) && target.scenario === 'serverless-endpoint',
  otherwise: 'this is no serverless endpoint, or names no model package (modelPackageName)',
  fields: ['modelPackageName'],
};

/** The package. */
export const packageRequest = (target: WithModelPackage) => packageNamed(target, target.modelPackageName);

/** The package, once `registry/model-package-exists` has passed. */
export const existingPackage = (target: WithModelPackage) => existing(packageRequest(target), 'registry/model-package-exists');
