import { PASS_EXECUTION_ROLE } from '../../src/data/permissions/pass-role.ts';
import { withDeployerAndRole } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayPassRole = permissionRule(
  {
    id: 'identity/deployer-may-pass-role',
    title: 'The deployer may pass the execution role to SageMaker',
    severity: 'error',
    basis: 'documented',
    why: 'CreateModel hands the execution role to SageMaker, which IAM allows only to a caller with iam:PassRole on that very role.',
    fix: 'Grant the deployer iam:PassRole on the role’s full ARN, best with iam:PassedToService = sagemaker.amazonaws.com.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    ],
    predicts: ['is not authorized to perform: iam:PassRole on resource'],
    dependsOn: ['identity/role-exists', 'identity/deployer-exists'],
    appliesTo: withDeployerAndRole,
  },
  PASS_EXECUTION_ROLE,
);
