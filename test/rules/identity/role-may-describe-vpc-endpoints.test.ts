import { roleMayDescribeVpcEndpoints } from '../../../rules/identity/role-may-describe-vpc-endpoints.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, serverless } from '../../support/targets.ts';

testRule(roleMayDescribeVpcEndpoints, {
  target: elastic(),
  pass: { 'by name': asExecutionRole(allow('ec2:DescribeVpcEndpoints')), 'all descriptions': asExecutionRole(allow('ec2:Describe*')) },
  fail: { 'others only': asExecutionRole(allow(['ec2:DescribeVpcs', 'ec2:DescribeSubnets'])) },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
