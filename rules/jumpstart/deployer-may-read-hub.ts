import { READ_HUB } from '../../src/data/permissions/jumpstart.ts';
import { withDeployerAndHub } from '../../src/reason/jumpstart.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayReadHub = permissionRule(
  {
    id: 'jumpstart/deployer-may-read-hub',
    title: 'The deployer may read the model in the private hub',
    severity: 'warning',
    basis: 'documented',
    why: 'Deploying from a private hub begins with DescribeHubContent, which the deployer calls on the hub’s content.',
    fix: 'Grant the deployer sagemaker:DescribeHubContent on the hub and its content.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:DescribeHubContent'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withDeployerAndHub,
  },
  READ_HUB,
);
