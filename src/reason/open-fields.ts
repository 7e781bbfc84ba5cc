import type { Unknown } from '../model/fact.ts';
import type { Target } from '../model/target.ts';

/** The keys of a training job. */
export const TRAINING_KEYS = ['trainingJob.resourceConfig.volumeKmsKeyId', 'trainingJob.outputDataConfig.kmsKeyId'] as const;
/** Where a training job reads and writes in Amazon S3. */
export const TRAINING_PLACES = ['trainingJob.inputs', 'trainingJob.outputDataConfig.s3OutputPath', 'trainingJob.checkpointUri'] as const;
/** Which instances a training job takes. */
export const TRAINING_TYPES = ['trainingJob.resourceConfig.instanceType', 'trainingJob.resourceConfig.instanceGroups'] as const;
/** How many of them. */
export const TRAINING_COUNTS = ['trainingJob.resourceConfig.instanceCount', 'trainingJob.resourceConfig.instanceGroups'] as const;

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** Why it is not known what stands at a path of the plan: a template there, around it or inside it. */
export const openAt = ({ unresolved = {} }: Target, ...path: readonly string[]): readonly Unknown[] => {
  const at = path.join('.');
  // A field at the top only says that some part of it is open; which one the longer paths tell.
  return Object.entries(unresolved).flatMap(([field, why]) => (field.includes('.') && (isWithin(at, field) || isWithin(field, at)) ? [why] : []));
};
