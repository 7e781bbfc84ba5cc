import { CREATE_MODEL } from '../../src/data/permissions/deploy.ts';
import { withHostingDeployer } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayCreateModel = permissionRule(
  {
    id: 'identity/deployer-may-create-model',
    title: 'The deployer may create the model',
    severity: 'error',
    basis: 'documented',
    why: 'Deploying begins with CreateModel, which the deployer calls; policies may tie it to names, tags, subnets or isolation.',
    fix: 'Grant the deployer sagemaker:CreateModel on the model’s ARN, or plan what its conditions ask for.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:CreateModel on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withHostingDeployer,
  },
  CREATE_MODEL,
);
