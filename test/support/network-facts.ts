import { absent, present } from '../../src/model/fact.ts';
import type { SecurityGroup } from '../../src/model/facts/ec2.ts';
import type { VpcConfig } from '../../src/model/target.ts';
import type { Network } from '../../src/reason/network/network.ts';
import { network } from '../reason/network/networks.ts';

/** The two private subnets and the group of `network()`. */
export const TWO_SUBNETS: VpcConfig = { subnets: ['subnet-a', 'subnet-b'], securityGroupIds: ['sg-jobs'] };

/** A network as the facts that rules about it need, by their names. */
export const networkFacts = (changes: Partial<Network> = {}) => {
  const whole = network(changes);
  return {
    subnets: whole.subnets.map(present),
    groups: whole.groups.map(present),
    vpc: present(whole.vpc),
    vpcDns: present(whole.dns),
    routeTables: present(whole.routeTables),
    networkAcls: present(whole.networkAcls),
    vpcEndpoints: present(whole.endpoints),
    natGateways: present(whole.natGateways),
    internetGateways: present(whole.internetGateways),
    publicAccessBlock: whole.publicAccess === undefined ? absent : present(whole.publicAccess),
    s3PrefixList: whole.s3 === undefined ? absent : present(whole.s3),
  };
};

/** The same with the groups of the whole VPC. */
export const networkAndGroups = (changes: Partial<Network> = {}, others: readonly SecurityGroup[] = []) => {
  const facts = networkFacts(changes);
  return { ...facts, endpointGroups: present([...facts.groups.map(({ value }) => value), ...others]) };
};
