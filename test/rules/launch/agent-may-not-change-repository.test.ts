import { agentMayNotChangeRepository } from '../../../rules/launch/agent-may-not-change-repository.ts';
import { absent } from '../../../src/model/fact.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayNotChangeRepository, {
  target: launchQueue(),
  pass: {
    'a push': {
      ...asDeployer(allow(['ecr:PutImage', 'ecr:UploadLayerPart'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch')),
      repositoryPolicies: Array(6).fill(absent),
    },
    'everything, but for what is denied': {
      ...asDeployer(allow('ecr:*'), deny(['ecr:Delete*', 'ecr:PutLifecyclePolicy', 'ecr:PutImageTagMutability', 'ecr:PutImageScanningConfiguration'])),
      repositoryPolicies: Array(6).fill(absent),
    },
    'another repository': { ...asDeployer(allow('ecr:*', 'arn:aws:ecr:us-east-1:123456789012:repository/other')), repositoryPolicies: Array(6).fill(absent) },
  },
  fail: {
    'what older guides grant': {
      ...asDeployer(allow(['ecr:DeleteRepository', 'ecr:DeleteRepositoryPolicy'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch')),
      repositoryPolicies: Array(6).fill(absent),
    },
    everything: { ...asDeployer(allow('ecr:*')), repositoryPolicies: Array(6).fill(absent) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
