import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

const ROLES = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
const HOSTING = 'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html';
const RECOMMENDER = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html';

const ANYTHING: PermissionResource = { kind: 'plain', arn: '*' };
const SOME_INTERFACE: PermissionResource = { kind: 'named', service: 'ec2', before: 'network-interface/', name: undefined, field: 'vpcConfig' };

// Actions of EC2 that know no resources, so that a policy must name all: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
const DESCRIBES: readonly IamAction[] = [
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];
const ON_INTERFACES: readonly IamAction[] = ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface', 'ec2:DeleteNetworkInterfacePermission'];

const asRole = (action: IamAction, resource: PermissionResource, source: Permission['source']): Permission<Target> => ({
  who: 'execution-role',
  action,
  resource: () => resource,
  source,
});

const named = (type: string, names: readonly string[]): readonly PermissionResource[] =>
  [...new Set(names)].map((name) => ({ kind: 'named', service: 'ec2', before: `${type}/`, name, field: 'vpcConfig' }));

// An interface is made in a subnet and with groups, and each of them must be allowed as well: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
const CREATE_INTERFACE: Permission<Target> = {
  ...asRole('ec2:CreateNetworkInterface', SOME_INTERFACE, ROLES),
  resource: ({ vpcConfig }) => [SOME_INTERFACE, ...named('subnet', vpcConfig?.subnets ?? []), ...named('security-group', vpcConfig?.securityGroupIds ?? [])],
};

/** What the execution role needs so that SageMaker can put network interfaces into the plan's subnets, and find its way there. */
export const USE_NETWORK: readonly Permission<Target>[] = [
  CREATE_INTERFACE,
  ...ON_INTERFACES.map((action) => asRole(action, SOME_INTERFACE, ROLES)),
  ...DESCRIBES.map((action) => asRole(action, ANYTHING, ROLES)),
];

/** One more that the pages for hosting and for Inference Recommender ask for. */
export const DESCRIBE_VPC_ENDPOINTS: readonly Permission<Target>[] = [asRole('ec2:DescribeVpcEndpoints', ANYTHING, HOSTING)];

/** One that only the page for Inference Recommender asks for, and AmazonSageMakerFullAccess does not hold. */
export const MODIFY_NETWORK_INTERFACE: readonly Permission<Target>[] = [asRole('ec2:ModifyNetworkInterfaceAttribute', SOME_INTERFACE, RECOMMENDER)];
