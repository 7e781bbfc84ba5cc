import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';
import { CREATE_ENDPOINT, CREATE_ENDPOINT_CONFIG, CREATE_MODEL, UPDATE_ENDPOINT } from './deploy.ts';
import { PASS_EXECUTION_ROLE } from './pass-role.ts';
import { DESCRIBE_VPC_ENDPOINTS, USE_NETWORK } from './use-network.ts';
import { WRITE_LOGS } from './write-logs.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html';

/** A plan with the role that uses the accelerator. */
export type Accelerated = Target & { readonly executionRoleArn: string };

type Asked = Permission<Accelerated>;

const ANYTHING: PermissionResource = { kind: 'plain', arn: '*' };
const named = (service: string, before: string, field: string): PermissionResource => ({ kind: 'named', service, before, name: undefined, field });

const asRole = (actions: readonly IamAction[], resource: PermissionResource): readonly Asked[] =>
  actions.map((action) => ({ who: 'execution-role', action, resource: () => resource, source: SOURCE }));

/** What the execution role needs so that its instances find and use an accelerator. */
export const CONNECT_TO_ACCELERATOR: readonly Asked[] = asRole(['elastic-inference:Connect', 'ec2:DescribeVpcEndpoints'], ANYTHING);

// Which of these know resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsapplicationautoscaling.html
const SCALING: readonly Asked[] = [
  ...asRole(
    [
      'application-autoscaling:DeleteScalingPolicy',
      'application-autoscaling:DeleteScheduledAction',
      'application-autoscaling:DeregisterScalableTarget',
      'application-autoscaling:PutScalingPolicy',
      'application-autoscaling:PutScheduledAction',
      'application-autoscaling:RegisterScalableTarget',
    ],
    named('application-autoscaling', 'scalable-target/', 'endpointName'),
  ),
  ...asRole(
    [
      'application-autoscaling:DescribeScalableTargets',
      'application-autoscaling:DescribeScalingActivities',
      'application-autoscaling:DescribeScalingPolicies',
      'application-autoscaling:DescribeScheduledActions',
    ],
    ANYTHING,
  ),
];

const SCALING_ROLE = 'aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint';

const ROLE_FOR_SCALING: Asked = {
  who: 'execution-role',
  action: 'iam:CreateServiceLinkedRole',
  resource: ({ executionRoleArn }) => ({ kind: 'plain', arn: executionRoleArn.replace(/:role\/.*$/s, `:role/${SCALING_ROLE}`) }),
  context: () => ({ 'iam:AWSServiceName': 'sagemaker.application-autoscaling.amazonaws.com' }),
  source: SOURCE,
};

const ALARMS = asRole(['cloudwatch:PutMetricAlarm', 'cloudwatch:DescribeAlarms', 'cloudwatch:DeleteAlarms'], named('cloudwatch', 'alarm:', 'endpointName'));

const READ_LOGS: readonly Asked[] = WRITE_LOGS.filter(({ action }) => action === 'logs:PutLogEvents').map((one) => ({ ...one, action: 'logs:GetLogEvents' }));

const STORAGE = asRole(['s3:CreateBucket', 's3:ListAllMyBuckets'], ANYTHING);

const WATCHED: readonly Asked[] = (['sagemaker:DescribeEndpoint', 'sagemaker:InvokeEndpoint', 'sagemaker:DeleteEndpoint'] as const).map((action) => ({
  who: 'execution-role',
  action,
  resource: ({ endpointName }) => ({ kind: 'named', service: 'sagemaker', before: 'endpoint/', name: endpointName, field: 'endpointName' }),
  source: SOURCE,
}));

const BY_ROLE: readonly Asked[] = [...CREATE_MODEL, ...CREATE_ENDPOINT_CONFIG, ...CREATE_ENDPOINT, ...UPDATE_ENDPOINT, ...PASS_EXECUTION_ROLE].map((one) => ({
  ...one,
  who: 'execution-role',
}));

const inVpc = ({ vpcConfig }: Target): boolean => vpcConfig !== undefined;

/**
 * The whole policy that the guide prints for the role, asked on what the plan names. Its `sagemaker:*` is asked by the calls that make, use and remove
 * an endpoint; pulling an image and reading the artifact depend on where these lie and are asked by the rules about them.
 */
export const DOCUMENTED_FOR_ACCELERATORS: readonly Asked[] = [
  ...CONNECT_TO_ACCELERATOR,
  ...BY_ROLE,
  ...WATCHED,
  ...asRole(['ecr:GetAuthorizationToken'], ANYTHING),
  ...ALARMS,
  ...[...USE_NETWORK, ...DESCRIBE_VPC_ENDPOINTS].map((one): Asked => ({ ...one, when: inVpc })),
  ...SCALING,
  ...WRITE_LOGS,
  ...READ_LOGS,
  ...STORAGE,
  ROLE_FOR_SCALING,
];
