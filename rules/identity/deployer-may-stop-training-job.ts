import { STOP_TRAINING_JOB } from '../../src/data/permissions/train.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withDeployerAndTraining } from '../../src/reason/training.ts';

export const deployerMayStopTrainingJob = permissionRule(
  {
    id: 'identity/deployer-may-stop-training-job',
    title: 'The deployer may stop the training job',
    severity: 'warning',
    basis: 'documented',
    why: 'A job that cannot be stopped runs, and costs, until it ends by itself or reaches its maximum runtime.',
    fix: 'Grant the deployer sagemaker:StopTrainingJob on its training jobs.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:StopTrainingJob'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withDeployerAndTraining,
  },
  STOP_TRAINING_JOB,
);
