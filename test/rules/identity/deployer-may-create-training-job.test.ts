import { deployerMayCreateTrainingJob } from '../../../rules/identity/deployer-may-create-training-job.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, launchQueue, serverless } from '../../support/targets.ts';

const ACTION = 'sagemaker:CreateTrainingJob';
const { deployer: _, ...nobody } = launchQueue();

testRule(deployerMayCreateTrainingJob, {
  target: launchQueue(),
  pass: {
    'on every job': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:training-job/*`)),
    'on everything': asDeployer(allow(ACTION)),
  },
  fail: {
    nothing: asDeployer(),
    'on endpoints': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/*`)),
    'a malformed ARN of five fields': asDeployer(allow(ACTION, `arn:aws:sagemaker:us-east-1:${ACCOUNT}/*`)),
  },
  notApplicable: { 'nothing is trained': { target: serverless() }, 'no deployer': { target: nobody } },
});
