import { deployerMayTagJob } from '../../../rules/recommender/deployer-may-tag-job.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, recommender, serverless } from '../../support/targets.ts';

testRule(deployerMayTagJob, {
  target: recommender({ tags: { team: 'ml' } }),
  pass: {
    'on every job': asDeployer(allow('sagemaker:AddTags', `arn:aws:sagemaker:us-east-1:${ACCOUNT}:inference-recommendations-job/*`)),
    'while creating only': asDeployer(allow('sagemaker:AddTags', '*', { StringEquals: { 'sagemaker:TaggingAction': 'CreateInferenceRecommendationsJob' } })),
  },
  fail: { nothing: asDeployer(), 'another tag': asDeployer(allow('sagemaker:AddTags', '*', { StringEquals: { 'aws:RequestTag/team': 'web' } })) },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no tags': { target: recommender() },
    'no deployer': { target: { ...lacking('deployer'), tags: { team: 'ml' } } },
  },
});
