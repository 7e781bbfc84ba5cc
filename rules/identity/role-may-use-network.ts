import { USE_NETWORK } from '../../src/data/permissions/use-network.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withRoleInVpc } from '../../src/reason/planned.ts';

export const roleMayUseNetwork = permissionRule(
  {
    id: 'identity/role-may-use-network',
    title: 'The execution role may use the network that the plan names',
    severity: 'error',
    basis: 'documented',
    why: 'As this role SageMaker makes network interfaces in the plan’s subnets and removes them again; without these rights the endpoint or the job fails when it starts.',
    fix: 'Grant the role the EC2 actions on every resource, without conditions.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    ],
    predicts: ['is not authorized to perform: ec2:CreateNetworkInterface', 'The execution role does not have the required EC2 permissions'],
    dependsOn: ['identity/role-exists'],
    appliesTo: withRoleInVpc,
  },
  USE_NETWORK,
);
