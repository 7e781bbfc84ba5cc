import type { Addresses } from '../data/permissions/storage.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { withRole } from './applicability.ts';
import { TRAINING_PLACES } from './open-fields.ts';
import type { PlacePurpose } from './places.ts';
import { plannedPlaces } from './places.ts';

// What SageMaker writes below a training job's output: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html
const STAND_INS: Readonly<Partial<Record<PlacePurpose, (target: Target) => string>>> = {
  'training-output': ({ trainingJob }) => `${trainingJob?.trainingJobName ?? 'job'}/output/model.tar.gz`,
};

const within = (key: string, name: string): string => {
  if (key === '') return name;
  return key.endsWith('/') ? `${key}${name}` : `${key}/${name}`;
};

/** What SageMaker reads begins with the address, slash or none: the stand-in takes the slash along that the plan has not written. */
const standInOf = (purpose: PlacePurpose, key: string, name: string): string =>
  purpose === 'training-input' && key !== '' && !key.endsWith('/') ? `/${name}` : name;

/** S3Object is the address of one object: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html */
const isOne = (purpose: PlacePurpose, { modelDataSource }: Target): boolean =>
  purpose === 'artifact' || purpose === 'payload' || (purpose === 'model-prefix' && modelDataSource?.s3DataType === 'S3Object');

/** The addresses of some purposes in general purpose buckets; for a prefix, an object below it. */
export const addressesFor =
  (...purposes: readonly PlacePurpose[]): Addresses =>
  (target) =>
    plannedPlaces(target).flatMap(({ purpose, location }) => {
      if (location?.via !== 'bucket' || !purposes.includes(purpose)) return [];
      const name = STAND_INS[purpose]?.(target) ?? 'object';
      const at = { bucket: location.bucket, uri: `s3://${location.bucket}/` };
      if (isOne(purpose, target)) return [{ ...at, uri: `${at.uri}${location.key}` }];
      return [{ ...at, uri: `${at.uri}${within(location.key, name)}`, standIn: standInOf(purpose, location.key, name) }];
    });

/** A plan with a role and an address of one of these purposes. */
export const withRoleAndPlace = (otherwise: string, ...purposes: readonly PlacePurpose[]): Applicability<Target> => ({
  accepts: (target): target is Target => withRole.accepts(target) && plannedPlaces(target).some(({ purpose }) => purposes.includes(purpose)),
  otherwise,
  fields: ['executionRoleArn', 'modelDataUrl', 'modelDataSource', ...TRAINING_PLACES, 'containerConfig', 'outputPath'],
});
