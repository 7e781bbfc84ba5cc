import { agentMaySignInToEcr } from '../../../rules/launch/agent-may-sign-in-to-ecr.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMaySignInToEcr, {
  target: launchQueue(),
  pass: {
    'what it needs': { ...asDeployer(allow(['ecr:GetAuthorizationToken'], '*')) },
    everything: { ...asDeployer(allow('*')) },
  },
  fail: {
    nothing: { ...asDeployer() },
    'all but one': { ...asDeployer(allow('s3:ListAllMyBuckets', '*')) },
    elsewhere: { ...asDeployer(allow(['ecr:GetAuthorizationToken'], 'arn:aws:ecr:us-east-1:123456789012:repository/launch')) },
    'a denial': { ...asDeployer(allow('*'), deny('ecr:GetAuthorizationToken')) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});
