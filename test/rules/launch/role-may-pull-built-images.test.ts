import { roleMayPullBuiltImages } from '../../../rules/launch/role-may-pull-built-images.ts';
import { absent } from '../../../src/model/fact.ts';
import { changedBuilder, lacking } from '../../support/launch.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(roleMayPullBuiltImages, {
  target: launchQueue(),
  pass: {
    'pull and token': {
      ...asExecutionRole(
        allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch'),
        allow('ecr:GetAuthorizationToken'),
      ),
      repositoryPolicies: Array(3).fill(absent),
    },
  },
  fail: {
    'no token': {
      ...asExecutionRole(
        allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch'),
      ),
      repositoryPolicies: Array(3).fill(absent),
    },
    'another repository': {
      ...asExecutionRole(
        allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], 'arn:aws:ecr:us-east-1:123456789012:repository/other'),
        allow('ecr:GetAuthorizationToken'),
      ),
      repositoryPolicies: Array(3).fill(absent),
    },
    'a denial': { ...asExecutionRole(allow('*'), deny('ecr:BatchGetImage')), repositoryPolicies: Array(3).fill(absent) },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) },
    'no role': { target: lacking('executionRoleArn') },
    'an image of the queue’s own': { target: launchQueue({ image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/own:1' }) },
  },
});
