import { roleMayUseNetwork } from '../../../rules/identity/role-may-use-network.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, elastic, serverless } from '../../support/targets.ts';

const NINE = [
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];
const { executionRoleArn: _, ...nobody } = elastic();
const { vpcConfig, ...outside } = elastic();

testRule(roleMayUseNetwork, {
  target: elastic(),
  pass: {
    'each of them': asExecutionRole(allow(NINE)),
    'all of EC2': asExecutionRole(allow('ec2:*')),
    'on any interface of the account, made in its subnets and with its groups': asExecutionRole(
      allow(
        NINE.slice(0, 4),
        ['network-interface', 'subnet', 'security-group'].map((type) => `arn:aws:ec2:us-east-1:${ACCOUNT}:${type}/*`),
      ),
      allow(NINE.slice(4)),
    ),
    'a denial in a subnet that the plan does not name': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/subnet-0fedcba9876543210`),
    ),
  },
  fail: {
    nothing: asExecutionRole(),
    'all but one': asExecutionRole(allow(NINE.slice(1))),
    'interfaces, but in no subnet and with no group': asExecutionRole(
      allow(NINE.slice(0, 4), `arn:aws:ec2:us-east-1:${ACCOUNT}:network-interface/*`),
      allow(NINE.slice(4)),
    ),
    'a denial in one of the planned subnets': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/${vpcConfig?.subnets[0]}`),
    ),
    'a denial with one of the planned groups': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:security-group/${vpcConfig?.securityGroupIds[0]}`),
    ),
    'a denial of one': asExecutionRole(allow('ec2:*'), deny('ec2:DeleteNetworkInterface')),
    'descriptions of one subnet, which AWS knows no such right for': asExecutionRole(
      allow(NINE.slice(0, 4)),
      allow(NINE.slice(4), `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/*`),
    ),
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'outside a VPC': { target: outside }, 'no role': { target: nobody } },
});
