import { TAG_TRAINING_JOB } from '../../src/data/permissions/train.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withTaggedTraining } from '../../src/reason/training.ts';

export const deployerMayTagTrainingJob = permissionRule(
  {
    id: 'identity/deployer-may-tag-training-job',
    title: 'The deployer may tag the training job',
    severity: 'error',
    basis: 'documented',
    why: 'A job that is created with tags needs sagemaker:AddTags beside sagemaker:CreateTrainingJob; the agent of W&B Launch always adds a tag.',
    fix: 'Grant the deployer sagemaker:AddTags on its training jobs.',
    docs: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
      'https://docs.wandb.ai/launch/setup-launch-sagemaker',
    ],
    predicts: ['is not authorized to perform: sagemaker:AddTags on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withTaggedTraining,
  },
  TAG_TRAINING_JOB,
);
