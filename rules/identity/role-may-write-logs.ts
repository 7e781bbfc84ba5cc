import { WRITE_LOGS } from '../../src/data/permissions/write-logs.ts';
import { withRole } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayWriteLogs = permissionRule(
  {
    id: 'identity/role-may-write-logs',
    title: 'The execution role may write the container’s logs and metrics',
    severity: 'warning',
    basis: 'documented',
    why: 'What the container prints and measures reaches CloudWatch as the execution role; without these actions it works unseen, and a failing container leaves nothing to read.',
    fix: 'Grant the role the four log actions on the log group of the endpoint or job and cloudwatch:PutMetricData on every resource.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
    ],
    predicts: ['is not authorized to perform: logs:', 'is not authorized to perform: cloudwatch:PutMetricData'],
    dependsOn: ['identity/role-exists'],
    appliesTo: withRole,
  },
  WRITE_LOGS,
);
