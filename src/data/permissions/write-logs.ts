import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';

type Named = Extract<PermissionResource, { readonly kind: 'named' }>;

// CloudWatch Logs checks these with what follows the group's name, so that a policy on the bare group does not apply.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
const group = (before: string, name: string | undefined, field: string): Named => ({
  kind: 'named',
  service: 'logs',
  before: `log-group:/aws/sagemaker/${before}`,
  name,
  after: ':log-stream:',
  field,
});

// Names of groups: https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html; of those that a recommender job makes:
// https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html
const groups = ({ scenario, trainingJob, endpointName }: Target): readonly Named[] => {
  if (trainingJob !== undefined) return [group('', 'TrainingJobs', 'trainingJob')];
  if (scenario !== 'inference-recommender-vpc') return [group('Endpoints/', endpointName, 'endpointName')];
  return [group('', 'InferenceRecommendationsJobs', 'jobName'), group('Endpoints/sm-epc-', undefined, 'jobName')];
};

/**
 * The name of a training job's log stream, of one instance and one time for all of them; undefined where the plan does not name the job.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 */
export const streamOf = ({ trainingJob }: Target): string | undefined =>
  trainingJob?.trainingJobName === undefined ? undefined : `${trainingJob.trainingJobName}/algo-1-1767225600`;

/** The streams are what is written to: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
const streams = (target: Target): readonly PermissionResource[] => groups(target).map((one) => ({ ...one, below: { name: streamOf(target) } }));

const ON_LOGS: readonly (readonly [IamAction, Permission<Target>['resource']])[] = [
  ['logs:CreateLogGroup', groups],
  ['logs:CreateLogStream', streams],
  ['logs:PutLogEvents', streams],
  ['logs:DescribeLogStreams', groups],
];

/** What the execution role needs so that a container can be watched. */
export const WRITE_LOGS: readonly Permission<Target>[] = [
  ...ON_LOGS.map(([action, resource]): Permission<Target> => ({ who: 'execution-role', action, resource, source: SOURCE })),
  { who: 'execution-role', action: 'cloudwatch:PutMetricData', resource: () => ({ kind: 'plain', arn: '*' }), source: SOURCE },
];
