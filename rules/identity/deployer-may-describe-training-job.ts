import { DESCRIBE_TRAINING_JOB } from '../../src/data/permissions/train.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withDeployerAndTraining } from '../../src/reason/training.ts';

export const deployerMayDescribeTrainingJob = permissionRule(
  {
    id: 'identity/deployer-may-describe-training-job',
    title: 'The deployer may describe the training job',
    severity: 'error',
    basis: 'documented',
    why: 'Whoever starts a job asks for its state until it ends; without the right the run is lost sight of and counts as failed.',
    fix: 'Grant the deployer sagemaker:DescribeTrainingJob on its training jobs.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:DescribeTrainingJob'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withDeployerAndTraining,
  },
  DESCRIBE_TRAINING_JOB,
);
