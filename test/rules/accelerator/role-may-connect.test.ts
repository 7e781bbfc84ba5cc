import { roleMayConnect } from '../../../rules/accelerator/role-may-connect.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStart } from '../../support/targets.ts';

const BOTH = ['elastic-inference:Connect', 'ec2:DescribeVpcEndpoints'];
const { executionRoleArn: _, ...nobody } = elastic();

testRule(roleMayConnect, {
  target: elastic(),
  pass: { both: asExecutionRole(allow(BOTH)), 'all of either service': asExecutionRole(allow(['elastic-inference:*', 'ec2:Describe*'])) },
  fail: {
    'connecting only': asExecutionRole(allow('elastic-inference:Connect')),
    'describing only': asExecutionRole(allow('ec2:DescribeVpcEndpoints')),
    'one accelerator, which the right does not know': asExecutionRole(
      allow('ec2:DescribeVpcEndpoints'),
      allow('elastic-inference:Connect', 'arn:aws:elastic-inference:us-east-1:123456789012:elastic-inference-accelerator/eia-1'),
    ),
    'a denial': asExecutionRole(allow('*'), deny('elastic-inference:*')),
  },
  notApplicable: { 'no role': { target: nobody }, 'a JumpStart model': { target: jumpStart() } },
});
