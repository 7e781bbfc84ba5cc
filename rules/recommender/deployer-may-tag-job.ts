import { TAG_RECOMMENDATIONS_JOB } from '../../src/data/permissions/recommend.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { taggedJobWithDeployer } from '../../src/reason/recommendation.ts';

export const deployerMayTagJob = permissionRule(
  {
    id: 'recommender/deployer-may-tag-job',
    title: 'The deployer may tag the job',
    severity: 'error',
    basis: 'documented',
    why: 'A job that is created with tags needs sagemaker:AddTags beside the right to create it.',
    fix: 'Grant the deployer sagemaker:AddTags on its recommendation jobs, or leave the tags out.',
    docs: [
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:AddTags on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: taggedJobWithDeployer,
  },
  TAG_RECOMMENDATIONS_JOB,
);
