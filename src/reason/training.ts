import type { Training } from '../data/permissions/train.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';
import type { WithDeployer } from './applicability.ts';
import { withDeployer } from './applicability.ts';
import { TRAINING_KEYS, TRAINING_TYPES } from './open-fields.ts';
import { plannedInstances } from './planned.ts';

/** A plan that trains. */
export const withTraining: Applicability<Training> = {
  accepts: (target): target is Training => target.trainingJob !== undefined,
  otherwise: 'the plan trains nothing',
  fields: ['trainingJob'],
};

/** A plan that trains, with a deployer to be judged. */
export const withDeployerAndTraining: Applicability<Training & WithDeployer> = {
  accepts: (target): target is Training & WithDeployer => withTraining.accepts(target) && withDeployer.accepts(target),
  otherwise: 'the plan trains nothing, or no deployer is named',
  fields: ['trainingJob'],
};

const isTagged = ({ scenario, tags = {} }: Target): boolean => scenario === 'wandb-launch-queue' || Object.keys(tags).length > 0;

/** The same, where the job is given tags: always by an agent of W&B Launch. */
export const withTaggedTraining: Applicability<Training & WithDeployer> = {
  accepts: (target): target is Training & WithDeployer => withDeployerAndTraining.accepts(target) && isTagged(target),
  otherwise: 'the plan trains nothing, sets no tags, or no deployer is named',
  fields: ['trainingJob'],
};

/** A plan that trains on spot instances. */
export const withSpotTraining: Applicability<Training> = {
  accepts: (target): target is Training => withTraining.accepts(target) && target.trainingJob.enableManagedSpotTraining === true,
  otherwise: 'the plan trains nothing on spot instances (enableManagedSpotTraining)',
  fields: ['trainingJob.enableManagedSpotTraining'],
};

/** A plan that trains on instances whose types are named. */
export const withTrainingInstanceType: Applicability<Training> = {
  accepts: (target): target is Training => withTraining.accepts(target) && plannedInstances(target).length > 0,
  otherwise: 'the plan trains nothing, or names no instance type',
  fields: [...TRAINING_TYPES],
};

/** A plan that names a key for the training volume. */
export const withTrainingVolumeKey: Applicability<Training & { readonly trainingJob: { readonly resourceConfig: { readonly volumeKmsKeyId: string } } }> = {
  accepts: (target): target is Training & { readonly trainingJob: { readonly resourceConfig: { readonly volumeKmsKeyId: string } } } =>
    target.trainingJob?.resourceConfig?.volumeKmsKeyId !== undefined,
  otherwise: 'the plan names no key for a training volume',
  fields: [TRAINING_KEYS[0]],
};

/** The training job, as reports name it. */
export const jobSubject = ({ account, region, trainingJob, name }: Training): Subject => ({
  account,
  region,
  kind: 'training-job',
  name: trainingJob.trainingJobName ?? name,
});
