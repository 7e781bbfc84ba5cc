import { CREATE_RECOMMENDATIONS_JOB } from '../../src/data/permissions/recommend.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { jobWithDeployer } from '../../src/reason/recommendation.ts';

export const deployerMayCreateJob = permissionRule(
  {
    id: 'recommender/deployer-may-create-job',
    title: 'The deployer may create the job',
    severity: 'error',
    basis: 'documented',
    why: 'CreateInferenceRecommendationsJob is allowed on the job’s ARN, to whoever calls.',
    fix: 'Grant the deployer sagemaker:CreateInferenceRecommendationsJob on arn:<partition>:sagemaker:<region>:<account>:inference-recommendations-job/*.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:CreateInferenceRecommendationsJob on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: jobWithDeployer,
  },
  CREATE_RECOMMENDATIONS_JOB,
);
