import { DescribePrefixListsCommand, ModifyVpcEndpointCommand } from '@aws-sdk/client-ec2';
import {
  addAclEntry,
  addDefaultRoute,
  allowIngress,
  attachInternetGateway,
  createInterfaceEndpoint,
  createNat,
  deleteEndpoint,
  disassociateTable,
  replaceAclEntry,
  tcp,
} from '../support/break-network.ts';
import { createGroup, createSubnet } from '../support/ready-network.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { blackhole, endpointState, sharedBy } from '../support/rewrite-ec2.ts';
import { describeMatrixOf } from './matrix.ts';
import type { Mutate, Mutation } from './network-mutations.ts';
import { BEHIND_S3, everythingTo, NO_S3, none, onlyOut, third, withoutEndpoint } from './network-mutations.ts';

type Account = Parameters<Mutate>[0];

const natOf = (account: Account): Promise<string> =>
  createNat(account, { vpcId: account.vpc.vpcId, cidr: '10.20.200.0/24', mainRouteTableId: account.vpc.mainRouteTableId });

/** A NAT gateway for everything that leaves the third subnet. */
const natForThird = async (account: Account): Promise<string> => {
  const nat = await natOf(account);
  await addDefaultRoute(account, third(account).routeTableId, nat);
  return nat;
};

const inPlaceOfEndpoint = async (account: Account): Promise<string> => {
  await withoutEndpoint(account, third(account));
  return natForThird(account);
};

/** The addresses of DynamoDB, which are not those of S3. */
const otherList = async ({ admin, region }: Account): Promise<string> => {
  const { PrefixLists } = await admin.ec2.send(
    new DescribePrefixListsCommand({ Filters: [{ Name: 'prefix-list-name', Values: [`com.amazonaws.${region}.dynamodb`] }] }),
  );
  return PrefixLists?.[0]?.PrefixListId ?? '';
};

const openOnly = async (account: Account, direction: 'in' | 'out', ports: readonly [number, number]): Promise<undefined> => {
  await replaceAclEntry(account, account.vpc.networkAclId, { number: 100, direction, action: 'allow', protocol: '6', ports });
};

const interfaceForS3 = async (account: Account, ...from: readonly string[]): Promise<string> => {
  const { vpc, region } = account;
  const door = await createGroup(account, vpc.vpcId, 'door');
  for (const peer of from) await allowIngress(account, door, tcp(443, peer));
  return createInterfaceEndpoint(account, { vpcId: vpc.vpcId, service: `com.amazonaws.${region}.s3`, subnetIds: vpc.subnetIds, groupIds: [door] });
};

const THROUGH_NAT = { 'network/s3-goes-through-an-endpoint': 'fail' } as const;
const NOT_KNOWN = Object.fromEntries(['network/s3-is-reachable-from-every-subnet', ...BEHIND_S3].map((rule) => [rule, 'cannot-tell' as const]));

const FAILING: Readonly<Record<string, Mutation>> = {
  'the table of the third subnet lacks the endpoint': { mutate: async (account) => void (await withoutEndpoint(account, third(account))), changes: NO_S3 },
  'the third subnet falls back to the main table': {
    mutate: async (account) => void (await disassociateTable(account, third(account).associationId)),
    changes: NO_S3,
  },
  'there is no endpoint': { mutate: async (account) => void (await deleteEndpoint(account, account.vpc.s3EndpointId)), changes: NO_S3 },
  'the endpoint is pending (a stub: the answer of EC2 is rewritten)': {
    mutate: async ({ account, vpc }, { proxy }) => void proxy.rewrite(endpointState(account, vpc.s3EndpointId, 'pending')),
    changes: NO_S3,
  },
  'the endpoint is broken, and a NAT gateway does not help (a stub: the answer of EC2 is rewritten)': {
    mutate: async (account, { proxy }) => {
      await natForThird(account);
      proxy.rewrite(endpointState(account.account, account.vpc.s3EndpointId, 'failed'));
      return undefined;
    },
    changes: NO_S3,
  },
  'a NAT gateway stands in for the endpoint': { mutate: async (account) => void (await inPlaceOfEndpoint(account)), changes: THROUGH_NAT },
  'NAT gateways stand in everywhere': {
    mutate: async (account) => {
      await deleteEndpoint(account, account.vpc.s3EndpointId);
      const nat = await natOf(account);
      for (const { routeTableId } of account.vpc.subnets) await addDefaultRoute(account, routeTableId, nat);
      return undefined;
    },
    changes: { ...THROUGH_NAT, ...none('network/endpoint-policy-allows-plan', 'network/endpoint-policy-allows-listing') },
  },
  'the NAT gateway is gone (a stub: the answer of EC2 is rewritten)': {
    mutate: async (account, { proxy }) => void proxy.rewrite(blackhole(account.account, await inPlaceOfEndpoint(account))),
    changes: NO_S3,
  },
  'the NAT gateway has no way out itself': {
    mutate: async (account) => {
      const { vpc } = account;
      await withoutEndpoint(account, third(account));
      await createSubnet(account, { vpcId: vpc.vpcId, cidr: '10.20.201.0/24', zone: 'a' });
      const nat = await createNat(account, { vpcId: vpc.vpcId, cidr: '10.20.200.0/24', mainRouteTableId: third(account).routeTableId });
      return void (await addDefaultRoute(account, vpc.mainRouteTableId, nat));
    },
    changes: NO_S3,
  },
  'a public subnet is mistaken for a way out': {
    mutate: async (account) => {
      await withoutEndpoint(account, third(account));
      return void (await addDefaultRoute(account, third(account).routeTableId, await attachInternetGateway(account, account.vpc.vpcId)));
    },
    changes: NO_S3,
  },
  'answers are not let back in': { mutate: (account) => openOnly(account, 'in', [443, 443]), changes: NO_S3 },
  'answers are let back in to some ports only': {
    mutate: async (account) =>
      void (await addAclEntry(account, account.vpc.networkAclId, { number: 90, direction: 'in', action: 'deny', protocol: '6', ports: [32_768, 65_535] })),
    changes: NO_S3,
  },
  'the network ACL denies HTTPS out': {
    mutate: async (account) =>
      void (await addAclEntry(account, account.vpc.networkAclId, { number: 90, direction: 'out', action: 'deny', protocol: '6', ports: [443, 443] })),
    changes: NO_S3,
  },
  'the network ACL lets out to the VPC only': {
    mutate: async (account) =>
      void (await replaceAclEntry(account, account.vpc.networkAclId, { number: 100, direction: 'out', action: 'allow', cidr: '10.20.0.0/16' })),
    changes: NO_S3,
  },
  'egress to the addresses of another service': {
    mutate: async (account) => onlyOut(account, tcp(443, await otherList(account)), everythingTo('10.20.0.0/16')),
    changes: NO_S3,
  },
  'egress to the VPC only': { mutate: (account) => onlyOut(account, everythingTo('10.20.0.0/16')), changes: NO_S3 },
  'egress to some of the addresses of S3': {
    mutate: (account) => onlyOut(account, tcp(443, '52.216.0.0/15'), everythingTo('10.20.0.0/16')),
    changes: NO_S3,
  },
  'egress to S3 on another port': {
    mutate: (account) => onlyOut(account, tcp(80, account.vpc.s3PrefixListId), everythingTo('10.20.0.0/16')),
    changes: NO_S3,
  },
  'an interface endpoint takes the name of S3 over, and lets nobody in': { mutate: async (account) => void (await interfaceForS3(account)), changes: NO_S3 },
  'the VPC is shared, and its tables cannot be seen (a stub: the answers of EC2 are rewritten)': {
    mutate: async ({ account }, { proxy }) => {
      for (const rewriting of sharedBy(account, '210987654321')) proxy.rewrite(rewriting);
      return undefined;
    },
    changes: NOT_KNOWN,
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'a NAT gateway beside the endpoint': async (account) => void (await natForThird(account)),
  'the endpoint serves the main table, which the third subnet uses': async (account) => {
    const { admin, vpc } = account;
    await disassociateTable(account, third(account).associationId);
    await admin.ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: vpc.s3EndpointId, AddRouteTableIds: [vpc.mainRouteTableId] }));
    return undefined;
  },
  'a network ACL that opens what S3 takes and no more': async (account) => {
    await openOnly(account, 'in', [1024, 65_535]);
    return openOnly(account, 'out', [443, 443]);
  },
  'a network ACL that denies what nobody sends': async (account) =>
    void (await addAclEntry(account, account.vpc.networkAclId, { number: 90, direction: 'in', action: 'deny', protocol: '6', ports: [22, 22] })),
  'a denial behind the allowance': async (account) =>
    void (await addAclEntry(account, account.vpc.networkAclId, { number: 110, direction: 'out', action: 'deny' })),
  'egress to all addresses of S3, block by block': (account) =>
    onlyOut(account, ...['52.216.0.0/15', '3.5.0.0/19', '54.231.0.0/16'].map((cidr) => tcp(443, cidr)), everythingTo('10.20.0.0/16')),
  'egress to wider blocks': (account) => onlyOut(account, everythingTo('0.0.0.0/1'), everythingTo('128.0.0.0/1')),
  'another subnet of the VPC without any way out': async (account) =>
    void (await createSubnet(account, { vpcId: account.vpc.vpcId, cidr: '10.20.202.0/24', zone: 'c' })),
  'an interface endpoint takes the name of S3 over, and lets the group in': async (account) => void (await interfaceForS3(account, account.vpc.groupId)),
};

describeMatrixOf(readyRecommenderAccount, { failing: FAILING, harmless: HARMLESS });
