import { expect, test } from '@jest/globals';
import type { Derived } from '../../../src/model/fact.ts';
import { absent, fact, type from, present } from '../../../src/model/fact.ts';
import type { NetworkFacts } from '../../../src/reason/network/needs.ts';
import { dhcpOptionsOf, endpointGroupsNeeds, networkNeeds, networkOf } from '../../../src/reason/network/needs.ts';
import type { WithVpc } from '../../../src/reason/planned.ts';
import { ACCOUNT, REGION, recommender } from '../../support/targets.ts';
import { network } from './networks.ts';

const target = recommender({ vpcConfig: { subnets: ['subnet-a', 'subnet-b'], securityGroupIds: ['sg-jobs'] } }) as WithVpc;
const needs = networkNeeds(target);

test('subnets and groups are those of the plan, proven by the rules that find them', () => {
  expect(needs.subnets.map(({ params, provenBy }) => [params.subnetId, provenBy])).toEqual([
    ['subnet-a', 'network/subnets-exist'],
    ['subnet-b', 'network/subnets-exist'],
  ]);
  expect(needs.groups.map(({ params, provenBy }) => [params.groupId, provenBy])).toEqual([['sg-jobs', 'network/security-groups-exist']]);
  expect(needs.s3PrefixList).toEqual(fact('ec2.prefixList', { name: `com.amazonaws.${REGION}.s3`, region: REGION }));
});

test('all else is of the first subnet’s VPC, by one selection, so that more subnets cost no more', () => {
  const { subnets: _, groups: __, s3PrefixList: ___, publicAccessBlock: ____, ...ofVpc } = needs;
  const listed = [...Object.values(ofVpc), endpointGroupsNeeds(target).endpointGroups];
  const selections = listed.map(({ params }) => params.vpcId as Derived<string>);
  expect(listed.map(({ kind }) => kind).sort()).toEqual(
    ['internetGateways', 'natGateways', 'networkAcls', 'routeTables', 'securityGroups', 'vpc', 'vpcDns', 'vpcEndpoints'].map((noun) => `ec2.${noun}`),
  );
  expect(new Set(selections.map(({ select }) => select)).size).toBe(1);
  expect(selections.map(({ derivedFrom }) => derivedFrom.params['subnetId'])).toEqual(listed.map(() => 'subnet-a'));
});

test('what blocks internet gateways is asked for where one is attached', () => {
  const selection = needs.publicAccessBlock.params.internetGatewayId as ReturnType<typeof from<'ec2.internetGateways', string>>;
  const select = selection.select as unknown as (gateways: readonly object[]) => string | undefined;
  expect([
    select([{ id: 'igw-0', attached: false }]),
    select([
      { id: 'igw-0', attached: false },
      { id: 'igw-1', attached: true },
    ]),
  ]).toEqual([undefined, 'igw-1']);
});

test('DHCP options are asked for where the VPC has its own', () => {
  const selection = dhcpOptionsOf(target).params.dhcpOptionsId as ReturnType<typeof from<'ec2.vpc', string>>;
  const select = selection.select as unknown as (vpc: object) => string | undefined;
  expect([select({ dhcpOptionsId: 'dopt-1' }), select({ dhcpOptionsId: 'default' })]).toEqual(['dopt-1', undefined]);
});

test('the network holds what the facts say', () => {
  const wanted = network();
  const facts: NetworkFacts = {
    subnets: wanted.subnets.map(present),
    groups: wanted.groups.map(present),
    vpc: present(wanted.vpc),
    vpcDns: present(wanted.dns),
    routeTables: present(wanted.routeTables),
    networkAcls: present(wanted.networkAcls),
    vpcEndpoints: present(wanted.endpoints),
    natGateways: present(wanted.natGateways),
    internetGateways: present(wanted.internetGateways),
    publicAccessBlock: absent,
    s3PrefixList: wanted.s3 === undefined ? absent : present(wanted.s3),
  };
  expect(networkOf(facts, target)).toEqual({ ...wanted, account: ACCOUNT, region: REGION });
  expect(networkOf({ ...facts, s3PrefixList: absent }, target).s3).toBeUndefined();
});
