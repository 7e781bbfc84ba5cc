import { deployerMayReadHub } from '../../../rules/jumpstart/deployer-may-read-hub.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

const HERE = 'arn:aws:sagemaker:us-east-1:123456789012:';

testRule(deployerMayReadHub, {
  target: jumpStart({ hub: 'team-models' }),
  pass: {
    everywhere: asDeployer(allow('sagemaker:DescribeHubContent')),
    'hub and content': asDeployer(allow('sagemaker:DescribeHubContent', [`${HERE}hub/team-models`, `${HERE}hub-content/team-models/*`])),
    'named by its ARN': { target: jumpStart({ hub: `${HERE}hub/team-models` }), ...asDeployer(allow('sagemaker:*')) },
  },
  fail: { nothing: asDeployer(), 'another hub': asDeployer(allow('sagemaker:DescribeHubContent', [`${HERE}hub/other`, `${HERE}hub-content/other/*`])) },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'the public hub': { target: jumpStart() } },
});
