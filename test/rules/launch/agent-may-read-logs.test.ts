import { agentMayReadLogs } from '../../../rules/launch/agent-may-read-logs.ts';
import { lacking } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayReadLogs, {
  target: launchQueue(),
  pass: {
    'what it needs': {
      ...asDeployer(allow(['logs:DescribeLogStreams', 'logs:GetLogEvents'], 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:*')),
    },
    'streams of whatever name': {
      ...asDeployer(allow('logs:DescribeLogStreams'), allow('logs:GetLogEvents', 'arn:aws:logs:*:*:log-group:/aws/sagemaker/TrainingJobs:log-stream:*/*')),
    },
    everything: { ...asDeployer(allow('*')) },
  },
  fail: {
    nothing: { ...asDeployer() },
    'all but one': { ...asDeployer(allow(['logs:GetLogEvents'], 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:*')) },
    elsewhere: { ...asDeployer(allow(['logs:DescribeLogStreams', 'logs:GetLogEvents'], 'arn:aws:sagemaker:us-east-1:123456789012:*')) },
    'a denial': { ...asDeployer(allow('*'), deny('logs:DescribeLogStreams')) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no agent role': { target: lacking('deployer') } },
});
