import { agentMayPullCachedLayers } from '../../../rules/launch/agent-may-pull-cached-layers.ts';
import { absent } from '../../../src/model/fact.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayPullCachedLayers, {
  target: launchQueue(),
  pass: {
    'what it needs': {
      ...asDeployer(allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch')),
      repositoryPolicies: Array(2).fill(absent),
    },
    everything: { ...asDeployer(allow('*')), repositoryPolicies: Array(2).fill(absent) },
  },
  fail: {
    nothing: { ...asDeployer(), repositoryPolicies: Array(2).fill(absent) },
    'all but one': {
      ...asDeployer(allow(['ecr:GetDownloadUrlForLayer'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch')),
      repositoryPolicies: Array(2).fill(absent),
    },
    elsewhere: {
      ...asDeployer(allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], 'arn:aws:ecr:us-east-1:123456789012:repository/other')),
      repositoryPolicies: Array(2).fill(absent),
    },
    'a denial': { ...asDeployer(allow('*'), deny('ecr:BatchGetImage')), repositoryPolicies: Array(2).fill(absent) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, docker: { target: changedBuilder({ type: 'docker' }) } },
});
