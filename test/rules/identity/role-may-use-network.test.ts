import { roleMayUseNetwork } from '../../../rules/identity/role-may-use-network.ts';
import { present } from '../../../src/model/fact.ts';
import { group, subnet } from '../../reason/network/networks.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, elastic, serverless } from '../../support/targets.ts';

const NINE = [
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];
const OWNER = '210987654321';
const [SUBNETS, GROUPS] = [elastic().vpcConfig?.subnets ?? [], elastic().vpcConfig?.securityGroupIds ?? []];
const vpcArn = (owner: string, id = 'vpc-1'): string => `arn:aws:ec2:us-east-1:${owner}:vpc/${id}`;
const subnetArn = (owner: string, id: string | undefined): string => `arn:aws:ec2:us-east-1:${owner}:subnet/${id}`;

/** The plan's network as it was read, of this account or shared by another. */
const within = (owner: string) => ({
  subnets: SUBNETS.map((id) => present({ ...subnet('a', '10.0.1.0/24'), id, owner, arn: subnetArn(owner, id) })),
  groups: GROUPS.map((id) => present(group({ id }))),
});
const onEverythingOf = (owner: string) => [
  `arn:aws:ec2:us-east-1:${ACCOUNT}:network-interface/*`,
  `arn:aws:ec2:us-east-1:${ACCOUNT}:security-group/*`,
  subnetArn(owner, '*'),
];
const inVpcOf = (owner: string) => ({ ArnEquals: { 'ec2:Vpc': vpcArn(owner) } });

const { executionRoleArn: _, ...nobody } = elastic();
const { vpcConfig, ...outside } = elastic();

testRule(roleMayUseNetwork, {
  target: elastic(),
  pass: {
    'each of them': asExecutionRole(allow(NINE)),
    'all of EC2': asExecutionRole(allow('ec2:*')),
    'on any interface of the account, made in its subnets and with its groups': asExecutionRole(
      allow(
        NINE.slice(0, 4),
        ['network-interface', 'subnet', 'security-group'].map((type) => `arn:aws:ec2:us-east-1:${ACCOUNT}:${type}/*`),
      ),
      allow(NINE.slice(4)),
    ),
    'in the plan’s VPC, whose subnets tell which it is': {
      ...asExecutionRole(allow(NINE.slice(0, 4), '*', inVpcOf(ACCOUNT)), allow(NINE.slice(4))),
      ...within(ACCOUNT),
    },
    'in each of the plan’s subnets, by the key of the interface': {
      ...asExecutionRole(
        allow(NINE.slice(0, 4), onEverythingOf(ACCOUNT).slice(0, 1), { ArnEquals: { 'ec2:Subnet': SUBNETS.map((id) => subnetArn(ACCOUNT, id)) } }),
        allow(NINE.slice(0, 1), onEverythingOf(ACCOUNT).slice(1)),
        allow(NINE.slice(4)),
      ),
      ...within(ACCOUNT),
    },
    'in subnets of the account that shares them': {
      ...asExecutionRole(allow(NINE.slice(0, 4), onEverythingOf(OWNER)), allow(NINE.slice(4))),
      ...within(OWNER),
    },
    'a denial in a subnet that the plan does not name': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/subnet-0fedcba9876543210`),
    ),
  },
  fail: {
    'in another VPC': { ...asExecutionRole(allow(NINE.slice(0, 4), '*', inVpcOf(OWNER)), allow(NINE.slice(4))), ...within(ACCOUNT) },
    'a denial in one subnet, by the key of the interface': {
      ...asExecutionRole(allow('ec2:*'), deny('ec2:CreateNetworkInterface', '*', { ArnEquals: { 'ec2:Subnet': subnetArn(ACCOUNT, SUBNETS.at(-1)) } })),
      ...within(ACCOUNT),
    },
    'in subnets of this account, where another shares its own': {
      ...asExecutionRole(allow(NINE.slice(0, 4), onEverythingOf(ACCOUNT)), allow(NINE.slice(4))),
      ...within(OWNER),
    },
    nothing: asExecutionRole(),
    'all but one': asExecutionRole(allow(NINE.slice(1))),
    'interfaces, but in no subnet and with no group': asExecutionRole(
      allow(NINE.slice(0, 4), `arn:aws:ec2:us-east-1:${ACCOUNT}:network-interface/*`),
      allow(NINE.slice(4)),
    ),
    'a denial in one of the planned subnets': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/${vpcConfig?.subnets[0]}`),
    ),
    'a denial with one of the planned groups': asExecutionRole(
      allow('ec2:*'),
      deny('ec2:CreateNetworkInterface', `arn:aws:ec2:us-east-1:${ACCOUNT}:security-group/${vpcConfig?.securityGroupIds[0]}`),
    ),
    'a denial of one': asExecutionRole(allow('ec2:*'), deny('ec2:DeleteNetworkInterface')),
    'descriptions of one subnet, which AWS knows no such right for': asExecutionRole(
      allow(NINE.slice(0, 4)),
      allow(NINE.slice(4), `arn:aws:ec2:us-east-1:${ACCOUNT}:subnet/*`),
    ),
  },
  cannotTell: { 'in a VPC, where subnets may not be read': asExecutionRole(allow(NINE.slice(0, 4), '*', inVpcOf(ACCOUNT)), allow(NINE.slice(4))) },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'outside a VPC': { target: outside }, 'no role': { target: nobody } },
});
