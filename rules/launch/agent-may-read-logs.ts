import { READ_JOB_LOGS } from '../../src/data/permissions/launch.ts';
import { withAgent } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayReadLogs = permissionRule(
  {
    id: 'launch/agent-may-read-logs',
    title: 'The agent may read the logs of its jobs',
    severity: 'warning',
    basis: 'documented',
    why: 'The agent fetches a job’s log from CloudWatch; without leave it only warns, and the log is missing in W&B. A grant on an ARN of SageMaker does not reach a log group.',
    fix: 'Grant the agent logs:DescribeLogStreams and logs:GetLogEvents on the log group /aws/sagemaker/TrainingJobs and what is below it.',
    docs: [
      'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html',
    ],
    predicts: ['Failed to handle logs for training job', 'is not authorized to perform: logs:DescribeLogStreams'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withAgent,
  },
  READ_JOB_LOGS,
);
