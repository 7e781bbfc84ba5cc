import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

const PASSED_TO = { 'iam:PassedToService': 'sagemaker.amazonaws.com' } as const;

/** What the deployer needs so that SageMaker gets the role. */
export const PASS_EXECUTION_ROLE: readonly Permission<Target & { readonly executionRoleArn: string }>[] = [
  {
    who: 'deployer',
    action: 'iam:PassRole',
    resource: ({ executionRoleArn }) => ({ kind: 'plain', arn: executionRoleArn }),
    context: () => PASSED_TO,
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
];
