import { deployerMayCreateJob } from '../../../rules/recommender/deployer-may-create-job.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, recommender, serverless } from '../../support/targets.ts';

const ACTION = 'sagemaker:CreateInferenceRecommendationsJob';

testRule(deployerMayCreateJob, {
  target: recommender(),
  pass: {
    'on every job': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:inference-recommendations-job/*`)),
    'this job': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:inference-recommendations-job/sizing`)),
    'no name, and every job': { target: lacking('jobName'), ...asDeployer(allow(ACTION)) },
  },
  fail: {
    nothing: asDeployer(),
    'on endpoints': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/*`)),
    'with a tag that the plan does not set': asDeployer(allow(ACTION, '*', { StringEquals: { 'aws:RequestTag/team': 'ml' } })),
  },
  cannotTell: {
    'no name, and some jobs only': {
      target: lacking('jobName'),
      ...asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:inference-recommendations-job/ml-*`)),
    },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no deployer': { target: lacking('deployer') } },
});
