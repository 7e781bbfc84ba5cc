import { CREATE_TRAINING_JOB } from '../../src/data/permissions/train.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withDeployerAndTraining } from '../../src/reason/training.ts';

export const deployerMayCreateTrainingJob = permissionRule(
  {
    id: 'identity/deployer-may-create-training-job',
    title: 'The deployer may create the training job',
    severity: 'error',
    basis: 'documented',
    why: 'CreateTrainingJob is allowed on the job’s ARN, often under conditions on instance types, keys or a VPC; organisation policies limit it as well.',
    fix: 'Grant the deployer sagemaker:CreateTrainingJob on arn:<partition>:sagemaker:<region>:<account>:training-job/*, or plan what its conditions ask for.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:CreateTrainingJob on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withDeployerAndTraining,
  },
  CREATE_TRAINING_JOB,
);
