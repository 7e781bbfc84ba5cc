import { DESCRIBE_VPC_ENDPOINTS } from '../../src/data/permissions/use-network.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withRoleInVpc } from '../../src/reason/planned.ts';

export const roleMayDescribeVpcEndpoints = permissionRule(
  {
    id: 'identity/role-may-describe-vpc-endpoints',
    title: 'The execution role may describe VPC endpoints',
    severity: 'warning',
    basis: 'documented',
    why: 'The pages on VPC access of endpoints and of Inference Recommender list this right beside those that every plan in a VPC needs; plans were seen to work without it.',
    fix: 'Grant the role ec2:DescribeVpcEndpoints on every resource.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    ],
    dependsOn: ['identity/role-exists'],
    appliesTo: withRoleInVpc,
  },
  DESCRIBE_VPC_ENDPOINTS,
);
