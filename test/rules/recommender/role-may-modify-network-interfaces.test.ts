import { roleMayModifyNetworkInterfaces } from '../../../rules/recommender/role-may-modify-network-interfaces.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, recommender, serverless } from '../../support/targets.ts';

testRule(roleMayModifyNetworkInterfaces, {
  target: recommender(),
  pass: {
    'on everything': asExecutionRole(allow('ec2:ModifyNetworkInterfaceAttribute')),
    'on any interface': asExecutionRole(allow('ec2:*', `arn:aws:ec2:us-east-1:${ACCOUNT}:network-interface/*`)),
  },
  fail: { 'as much as AmazonSageMakerFullAccess holds': asExecutionRole(allow(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:Describe*'])) },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no VPC': { target: lacking('vpcConfig') },
    'no role': { target: lacking('executionRoleArn') },
  },
});
