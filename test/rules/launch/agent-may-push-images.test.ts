import { agentMayPushImages } from '../../../rules/launch/agent-may-push-images.ts';
import { absent } from '../../../src/model/fact.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayPushImages, {
  target: launchQueue(),
  pass: {
    'what it needs': {
      ...asDeployer(
        allow(
          ['ecr:BatchCheckLayerAvailability', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
          'arn:aws:ecr:us-east-1:123456789012:repository/launch',
        ),
      ),
      repositoryPolicies: Array(5).fill(absent),
    },
    everything: { ...asDeployer(allow('*')), repositoryPolicies: Array(5).fill(absent) },
  },
  fail: {
    nothing: { ...asDeployer(), repositoryPolicies: Array(5).fill(absent) },
    'all but one': {
      ...asDeployer(
        allow(
          ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
          'arn:aws:ecr:us-east-1:123456789012:repository/launch',
        ),
      ),
      repositoryPolicies: Array(5).fill(absent),
    },
    elsewhere: {
      ...asDeployer(
        allow(
          ['ecr:BatchCheckLayerAvailability', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
          'arn:aws:ecr:us-east-1:123456789012:repository/other',
        ),
      ),
      repositoryPolicies: Array(5).fill(absent),
    },
    'a denial': { ...asDeployer(allow('*'), deny('ecr:BatchCheckLayerAvailability')), repositoryPolicies: Array(5).fill(absent) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
