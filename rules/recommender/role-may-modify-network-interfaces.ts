import { MODIFY_NETWORK_INTERFACE } from '../../src/data/permissions/use-network.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { jobWithRoleInVpc } from '../../src/reason/recommendation.ts';

export const roleMayModifyNetworkInterfaces = permissionRule(
  {
    id: 'recommender/role-may-modify-network-interfaces',
    title: 'The execution role may change network interfaces',
    severity: 'warning',
    basis: 'documented',
    why: 'The page on jobs in a VPC lists this right beside those that every plan in a VPC needs, and says that AmazonSageMakerFullAccess holds them all; it does not hold this one.',
    fix: 'Grant the role ec2:ModifyNetworkInterfaceAttribute on every resource.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
      'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html',
    ],
    predicts: ['is not authorized to perform: ec2:ModifyNetworkInterfaceAttribute'],
    dependsOn: ['identity/role-exists'],
    appliesTo: jobWithRoleInVpc,
  },
  MODIFY_NETWORK_INTERFACE,
);
