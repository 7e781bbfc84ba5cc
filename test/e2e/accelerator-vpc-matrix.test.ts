import type { AcceleratorAccount } from '../support/accelerator-account.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import { removeEndpointFromTable, setEndpointPolicy, turnDnsOff } from '../support/break-network.ts';
import { createGroup, readyVpc } from '../support/ready-network.ts';
import { document } from '../support/seed.ts';
import type { Matrix } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';

const NO_WAY_TO_S3 = none(
  'network/bucket-policy-admits-the-vpc',
  'network/endpoint-policy-allows-listing',
  'network/endpoint-policy-allows-plan',
  'network/s3-goes-through-an-endpoint',
);
const NO_GROUPS = {
  ...NO_WAY_TO_S3,
  ...none('accelerator/interface-endpoint-admits-clients-only', 'network/interface-endpoints-are-reachable', 'network/s3-is-reachable-from-every-subnet'),
} as const;
const NO_VPC = {
  ...NO_GROUPS,
  ...none(
    'accelerator/clients-admit-nobody',
    'accelerator/groups-are-two',
    'accelerator/interface-endpoint-is-in-every-zone',
    'accelerator/interface-endpoint-is-in-planned-zones',
    'accelerator/interface-endpoint-spans-two-zones',
    'network/interface-endpoints-exist',
    'network/names-are-resolved-by-aws',
    'network/security-groups-are-of-the-subnets-vpc',
    'network/vpc-gives-hostnames',
    'network/vpc-resolves-names',
  ),
} as const;
const failing: Matrix<AcceleratorAccount>['failing'] = {
  'a subnet that there is not': {
    mutate: async ({ target }) => ({ vpcConfig: { ...target.vpcConfig, subnets: ['subnet-00000000000000000'] } }),
    changes: {
      ...NO_VPC,
      ...none(
        'network/each-subnet-has-addresses',
        'network/hosting-vpc-has-default-tenancy',
        'network/subnets-are-in-one-vpc',
        'network/subnets-span-two-zones',
        'network/subnets-together-have-addresses',
      ),
      'network/subnets-exist': 'fail',
    },
  },
  'a group that there is not': {
    mutate: async ({ target }) => ({ vpcConfig: { ...target.vpcConfig, securityGroupIds: ['sg-00000000000000000'] } }),
    changes: {
      ...NO_GROUPS,
      ...none('accelerator/clients-admit-nobody', 'accelerator/groups-are-two', 'network/security-groups-are-of-the-subnets-vpc'),
      'network/security-groups-exist': 'fail',
    },
  },
  'a group of another VPC': {
    mutate: async (account) => {
      const other = await readyVpc(account, { network: 30 });
      return { vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [other.groupId] } };
    },
    changes: { ...NO_GROUPS, 'network/security-groups-are-of-the-subnets-vpc': 'fail' },
  },
  'a subnet of another VPC': {
    mutate: async (account) => {
      const other = await readyVpc(account, { network: 30 });
      return { vpcConfig: { ...account.target.vpcConfig, subnets: [...account.vpc.subnetIds, ...other.subnetIds.slice(0, 1)] } };
    },
    changes: { ...NO_VPC, 'network/subnets-are-in-one-vpc': 'fail' },
  },
  'one zone only': {
    mutate: async ({ target, vpc }) => ({ vpcConfig: { ...target.vpcConfig, subnets: vpc.subnetIds.slice(0, 1) } }),
    changes: { 'network/subnets-span-two-zones': 'fail' },
  },
  'six groups': {
    mutate: async (account) => {
      const groups = [];
      for (const name of ['one', 'two', 'three', 'four', 'five']) groups.push(await createGroup(account, account.vpc.vpcId, name));
      return { vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [account.vpc.groupId, ...groups] } };
    },
    changes: { 'network/vpc-config-is-within-limits': 'fail' },
  },
  'the third subnet’s table leads nowhere': {
    mutate: async (account) => {
      const { s3EndpointId: endpointId, s3PrefixListId: prefixListId, subnets } = account.vpc;
      await removeEndpointFromTable(account, { endpointId, prefixListId, routeTableId: subnets[2]?.routeTableId ?? '' });
      return undefined;
    },
    changes: { ...NO_WAY_TO_S3, 'network/s3-is-reachable-from-every-subnet': 'fail' },
  },
  'the endpoint policy leaves the bucket out': {
    mutate: async (account) =>
      void (await setEndpointPolicy(
        account,
        account.vpc.s3EndpointId,
        document({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::another/*' }),
      )),
    changes: { 'network/endpoint-policy-allows-listing': 'fail', 'network/endpoint-policy-allows-plan': 'fail' },
  },
  'names are not resolved in the VPC': {
    mutate: async (account) => void (await turnDnsOff(account, account.vpc.vpcId, 'EnableDnsSupport')),
    changes: {
      ...NO_WAY_TO_S3,
      'network/s3-is-reachable-from-every-subnet': 'not-applicable',
      'network/vpc-resolves-names': 'fail',
      'network/interface-endpoints-are-reachable': 'fail',
    },
  },
};

const harmless: Matrix<AcceleratorAccount>['harmless'] = {
  'four of the VPC’s groups': async (account) => {
    const groups = [];
    for (const name of ['one', 'two', 'three']) groups.push(await createGroup(account, account.vpc.vpcId, name));
    return { vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [account.vpc.groupId, ...groups] } };
  },
  'an endpoint policy for this very bucket': async (account) =>
    void (await setEndpointPolicy(
      account,
      account.vpc.s3EndpointId,
      document({
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [`arn:aws:s3:::${account.bucket}`, `arn:aws:s3:::${account.bucket}/*`],
      }),
    )),
};

describeMatrixOf(readyAcceleratorAccount, { failing, harmless });
