import { agentRoleIsNotSagemakers } from '../../../rules/launch/agent-role-is-not-sagemakers.ts';
import { present } from '../../../src/model/fact.ts';
import { deployerRole, policy, trusting } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, launchQueue, serverless } from '../../support/targets.ts';

testRule(agentRoleIsNotSagemakers, {
  target: launchQueue(),
  pass: { 'a machine’s role': { role: present(deployerRole({ trust: trusting('ec2.amazonaws.com') })) } },
  fail: {
    'SageMaker’s': { role: present(deployerRole()) },
    both: {
      role: present(
        deployerRole({
          trust: policy('trust', { Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com', 'sagemaker.amazonaws.com'] }, Action: 'sts:AssumeRole' }),
        }),
      ),
    },
  },
  cannotTell: {
    'a condition that only AWS knows': {
      role: present(deployerRole({ trust: trusting('sagemaker.amazonaws.com', { StringEquals: { 'aws:SourceIp': '10.0.0.1' } }) })),
    },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'a user': { target: launchQueue({ deployer: `arn:aws:iam::${ACCOUNT}:user/agent` }), role: undefined },
  },
});
