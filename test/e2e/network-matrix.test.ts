import { AssociateDhcpOptionsCommand, CreateDhcpOptionsCommand } from '@aws-sdk/client-ec2';
import { allowEgress, reserveAddresses, tcp, turnDnsOff } from '../support/break-network.ts';
import { createGroup, readyVpc } from '../support/ready-network.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { describeMatrixOf } from './matrix.ts';
import type { Mutate, Mutation } from './network-mutations.ts';
import { BEHIND_S3, everythingTo, NO_S3, none, onlyOut, third } from './network-mutations.ts';

const ON_EVERY_PORT = 'network/groups-let-out-on-every-port';
const OF_GROUPS = ['network/security-groups-are-of-the-subnets-vpc', 'network/groups-let-out-to-own-subnets', ON_EVERY_PORT] as const;
const OF_ONE_VPC = ['network/vpc-resolves-names', 'network/names-are-resolved-by-aws', 'network/vpc-gives-hostnames'] as const;
const OF_S3 = ['network/s3-is-reachable-from-every-subnet', ...BEHIND_S3] as const;
const OF_SUBNETS = [
  'network/subnets-are-in-one-vpc',
  'network/subnets-together-have-addresses',
  'network/each-subnet-has-addresses',
  'network/tested-endpoints-span-two-zones',
  'network/hosting-vpc-has-default-tenancy',
] as const;

/** Another VPC of the account, as the plan would name it. */
const elsewhere = (account: Parameters<Mutate>[0], options: Parameters<typeof readyVpc>[1]) => readyVpc(account, { network: 21, ...options });

const groups =
  (count: number): Mutate =>
  async (account) => {
    const { target, vpc } = account;
    const further = await Promise.all(Array.from({ length: count - 1 }, (_, index) => createGroup(account, vpc.vpcId, `further-${index}`)));
    return { vpcConfig: { ...target.vpcConfig, securityGroupIds: [vpc.groupId, ...further] } };
  };

const tellDhcp =
  (...servers: readonly string[]): Mutate =>
  async ({ admin, vpc }) => {
    const { DhcpOptions } = await admin.ec2.send(new CreateDhcpOptionsCommand({ DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [...servers] }] }));
    await admin.ec2.send(new AssociateDhcpOptionsCommand({ VpcId: vpc.vpcId, DhcpOptionsId: DhcpOptions?.DhcpOptionsId ?? '' }));
    return undefined;
  };

/** Leaves a subnet of 256 addresses a few. */
const fill = async (account: Parameters<Mutate>[0], { subnetId, cidr }: { readonly subnetId: string; readonly cidr: string }): Promise<void> => {
  const base = cidr.replace('.0/24', '');
  for (const block of ['.0/25', '.128/26', '.192/27', '.224/28', '.240/29', '.248/30', '.252/31']) await reserveAddresses(account, subnetId, `${base}${block}`);
};

const FAILING: Readonly<Record<string, Mutation>> = {
  'a subnet does not exist': {
    mutate: async ({ target, vpc }) => ({ vpcConfig: { ...target.vpcConfig, subnets: [...vpc.subnetIds.slice(0, 2), 'subnet-0123456789abcdef0'] } }),
    changes: { 'network/subnets-exist': 'fail', ...none(...OF_SUBNETS, ...OF_GROUPS, ...OF_ONE_VPC, ...OF_S3) },
  },
  'a security group does not exist': {
    mutate: async ({ target }) => ({ vpcConfig: { ...target.vpcConfig, securityGroupIds: ['sg-0123456789abcdef0'] } }),
    changes: { 'network/security-groups-exist': 'fail', ...none(...OF_GROUPS, ...OF_S3) },
  },
  'a subnet of another VPC': {
    mutate: async (account) => {
      const { subnetIds } = await elsewhere(account, { subnets: 1, zones: ['b'] });
      return { vpcConfig: { ...account.target.vpcConfig, subnets: [...account.vpc.subnetIds, ...subnetIds] } };
    },
    changes: { 'network/subnets-are-in-one-vpc': 'fail', ...none(...OF_GROUPS, ...OF_ONE_VPC, ...OF_S3) },
  },
  'a security group of another VPC': {
    mutate: async (account) => {
      const { groupId } = await elsewhere(account, { subnets: 1 });
      return { vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [account.vpc.groupId, groupId] } };
    },
    changes: { 'network/security-groups-are-of-the-subnets-vpc': 'fail', ...none('network/groups-let-out-to-own-subnets', ON_EVERY_PORT, ...OF_S3) },
  },
  'a subnet is named twice': {
    mutate: async ({ target, vpc }) => ({ vpcConfig: { ...target.vpcConfig, subnets: [...vpc.subnetIds, vpc.subnetIds[0] ?? ''] } }),
    changes: { 'network/vpc-config-is-within-limits': 'fail' },
  },
  'six security groups': { mutate: groups(6), changes: { 'network/vpc-config-is-within-limits': 'fail' } },
  'one zone only': {
    mutate: async (account) => {
      const { subnetIds, groupId } = await elsewhere(account, { zones: ['b'] });
      return { vpcConfig: { subnets: subnetIds, securityGroupIds: [groupId] } };
    },
    changes: { 'network/tested-endpoints-span-two-zones': 'fail' },
  },
  'dedicated tenancy (a stub: the answer of EC2 is rewritten)': {
    mutate: async ({ account }, { proxy }) =>
      void proxy.rewrite({
        on: ['ec2:DescribeVpcs'],
        account,
        change: (body) => body.replace('<instanceTenancy>default<', '<instanceTenancy>dedicated<'),
      }),
    changes: { 'network/hosting-vpc-has-default-tenancy': 'fail' },
  },
  'the third subnet is full': {
    mutate: async (account) => void (await fill(account, third(account))),
    changes: { 'network/each-subnet-has-addresses': 'fail' },
  },
  'every subnet is full': {
    mutate: async (account) => {
      for (const subnet of account.vpc.subnets) await fill(account, subnet);
      return undefined;
    },
    changes: { 'network/subnets-together-have-addresses': 'fail', ...none('network/each-subnet-has-addresses') },
  },
  'DNS resolution is off': {
    mutate: async (account) => void (await turnDnsOff(account, account.vpc.vpcId, 'EnableDnsSupport')),
    changes: { 'network/vpc-resolves-names': 'fail', ...none(...OF_S3) },
  },
  'DNS hostnames are off': {
    mutate: async (account) => void (await turnDnsOff(account, account.vpc.vpcId, 'EnableDnsHostnames')),
    changes: { 'network/vpc-gives-hostnames': 'fail' },
  },
  'machines are told a foreign name server': { mutate: tellDhcp('192.168.7.7'), changes: { 'network/names-are-resolved-by-aws': 'fail' } },
  'the group lets out to S3 only': {
    mutate: (account) => onlyOut(account, tcp(443, account.vpc.s3PrefixListId)),
    changes: { 'network/groups-let-out-to-own-subnets': 'fail', ...none(ON_EVERY_PORT) },
  },
  'the group lets out to two of three subnets': {
    mutate: (account) => onlyOut(account, tcp(443, account.vpc.s3PrefixListId), ...account.vpc.subnets.slice(0, 2).map(({ cidr }) => everythingTo(cidr))),
    changes: { 'network/groups-let-out-to-own-subnets': 'fail', ...none(ON_EVERY_PORT) },
  },
  'the group lets out to the subnets on one port': {
    mutate: (account) =>
      onlyOut(account, tcp(443, account.vpc.s3PrefixListId), { ...everythingTo(account.vpc.cidr), IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }),
    changes: { 'network/groups-let-out-on-every-port': 'fail' },
  },
  'the group lets nothing out': {
    mutate: (account) => onlyOut(account),
    changes: { 'network/groups-let-out-to-own-subnets': 'fail', ...none(ON_EVERY_PORT), ...NO_S3 },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'five security groups': groups(5),
  'two subnets of two zones': async ({ target, vpc }) => ({ vpcConfig: { ...target.vpcConfig, subnets: vpc.subnetIds.slice(0, 2) } }),
  'sixteen subnets': async (account) => {
    const { subnetIds, groupId } = await elsewhere(account, { subnets: 16 });
    return { vpcConfig: { subnets: subnetIds, securityGroupIds: [groupId] } };
  },
  'AWS’s name server by its address in the VPC': tellDhcp('10.20.0.2'),
  'as little egress as suffices': (account) =>
    onlyOut(account, tcp(443, account.vpc.s3PrefixListId), ...account.vpc.subnets.map(({ cidr }) => everythingTo(cidr))),
  'egress to the group itself in place of the subnets': (account) =>
    onlyOut(account, tcp(443, account.vpc.s3PrefixListId), { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: account.vpc.groupId }] }),
  'one group opens what the other leaves out': async (account) => {
    const second = await createGroup(account, account.vpc.vpcId, 'second');
    await onlyOut(account, tcp(443, account.vpc.s3PrefixListId));
    return { vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [account.vpc.groupId, second] } };
  },
  'rules for IPv6 beside the others': async (account) =>
    void (await allowEgress(account, account.vpc.groupId, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: '::/0' }] })),
};

describeMatrixOf(readyRecommenderAccount, { failing: FAILING, harmless: HARMLESS });
