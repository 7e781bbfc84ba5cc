import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
const ON_LOGS: readonly IamAction[] = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'];

// CloudWatch Logs checks these with what follows the group's name, so that a policy on the bare group does not apply.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
const group = (before: string, name: string | undefined, field: string): PermissionResource => ({
  kind: 'named',
  service: 'logs',
  before: `log-group:/aws/sagemaker/${before}`,
  name,
  after: ':log-stream:',
  field,
});

// Names of groups: https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html; of those that a recommender job makes:
// https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html
const groups = ({ scenario, trainingJob, endpointName }: Target): readonly PermissionResource[] => {
  if (trainingJob !== undefined) return [group('', 'TrainingJobs', 'trainingJob')];
  if (scenario !== 'inference-recommender-vpc') return [group('Endpoints/', endpointName, 'endpointName')];
  return [group('', 'InferenceRecommendationsJobs', 'jobName'), group('Endpoints/sm-epc-', undefined, 'jobName')];
};

/** What the execution role needs so that a container can be watched. */
export const WRITE_LOGS: readonly Permission<Target>[] = [
  ...ON_LOGS.map((action): Permission<Target> => ({ who: 'execution-role', action, resource: groups, source: SOURCE })),
  { who: 'execution-role', action: 'cloudwatch:PutMetricData', resource: () => ({ kind: 'plain', arn: '*' }), source: SOURCE },
];
