import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
const ON_LOGS: readonly IamAction[] = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'];

// CloudWatch Logs checks these with what follows the group's name, so that a policy on the bare group does not apply.
// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
const logGroup = ({ endpointName }: Target): PermissionResource => ({
  kind: 'named',
  service: 'logs',
  before: 'log-group:/aws/sagemaker/Endpoints/',
  name: endpointName,
  after: ':log-stream:',
  field: 'endpointName',
});

/** What the execution role needs so that an endpoint's container can be watched. */
export const WRITE_LOGS: readonly Permission<Target>[] = [
  ...ON_LOGS.map((action): Permission<Target> => ({ who: 'execution-role', action, resource: logGroup, source: SOURCE })),
  { who: 'execution-role', action: 'cloudwatch:PutMetricData', resource: () => ({ kind: 'plain', arn: '*' }), source: SOURCE },
];
