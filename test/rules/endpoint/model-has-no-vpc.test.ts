import { modelHasNoVpc } from '../../../rules/endpoint/model-has-no-vpc.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(modelHasNoVpc, {
  target: serverless(),
  pass: { 'nothing named': {} },
  fail: {
    'in subnets': { target: { ...serverless(), vpcConfig: { subnets: ['subnet-1'], securityGroupIds: ['sg-1'] } } },
    'in those of the configuration': { target: { ...serverless(), vpcConfig: { subnets: [], securityGroupIds: [] } } },
  },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { vpcConfig: REFUSED } } } },
});
