import { roleMayPassItself } from '../../../rules/recommender/role-may-pass-itself.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ROLE, recommender, serverless } from '../../support/targets.ts';

testRule(roleMayPassItself, {
  target: recommender(),
  pass: {
    itself: asExecutionRole(allow('iam:PassRole', ROLE)),
    'to SageMaker only': asExecutionRole(allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } })),
  },
  fail: {
    nothing: asExecutionRole(),
    'another role': asExecutionRole(allow('iam:PassRole', `${ROLE}2`)),
    'to another service': asExecutionRole(allow('iam:PassRole', ROLE, { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } })),
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no role': { target: lacking('executionRoleArn') } },
});
