import type { FactRequest, KnownFacts } from '../../model/fact.ts';
import { existing, fact, from } from '../../model/fact.ts';
import type { InternetGateway, Vpc } from '../../model/facts/ec2.ts';
import type { WithVpc } from '../planned.ts';
import { subnetAt, vpcEndpointsOf, vpcIdOf } from '../vpc-requests.ts';
import type { Network } from './network.ts';
import { s3PrefixListName } from './s3-end.ts';

// The selection stands here once, by name: two requests that share a selection are one fact in the plan.
const dhcpOptionsOfVpc = ({ dhcpOptionsId }: Vpc): string | undefined => (dhcpOptionsId === 'default' || dhcpOptionsId === '' ? undefined : dhcpOptionsId);

const attachedGateway = (gateways: readonly InternetGateway[]): string | undefined => gateways.find(({ attached }) => attached)?.id;

const inPlannedVpc = (target: WithVpc) => ({ vpcId: vpcIdOf(target), region: target.region });

/** The subnets that the plan names, once `network/subnets-exist` has passed. */
export const subnetsOf = (target: WithVpc) => target.vpcConfig.subnets.map((subnetId) => existing(subnetAt(target, subnetId), 'network/subnets-exist'));

/** The security groups that the plan names, once `network/security-groups-exist` has passed. */
export const securityGroupsOf = ({ vpcConfig, region }: WithVpc) =>
  vpcConfig.securityGroupIds.map((groupId) => existing(fact('ec2.securityGroup', { groupId, region }), 'network/security-groups-exist'));

/** The VPC of the plan's subnets; a subnet that exists has one. */
export const vpcOf = (target: WithVpc) => existing(fact('ec2.vpc', inPlannedVpc(target)), 'network/subnets-exist');

/** DNS attributes of the plan's VPC. */
export const vpcDnsOf = (target: WithVpc) => existing(fact('ec2.vpcDns', inPlannedVpc(target)), 'network/subnets-exist');

/** What a rule needs that traces packets from the plan's subnets. Such a rule depends on `network/subnets-exist`, `network/security-groups-exist` and `network/subnets-are-in-one-vpc`. */
export const networkNeeds = (target: WithVpc) => ({
  subnets: subnetsOf(target),
  groups: securityGroupsOf(target),
  vpc: vpcOf(target),
  vpcDns: vpcDnsOf(target),
  routeTables: fact('ec2.routeTables', inPlannedVpc(target)),
  networkAcls: fact('ec2.networkAcls', inPlannedVpc(target)),
  vpcEndpoints: vpcEndpointsOf(target),
  natGateways: fact('ec2.natGateways', inPlannedVpc(target)),
  internetGateways: fact('ec2.internetGateways', inPlannedVpc(target)),
  publicAccessBlock: fact('ec2.publicAccessBlock', {
    internetGatewayId: from(fact('ec2.internetGateways', inPlannedVpc(target)), attachedGateway),
    region: target.region,
  }),
  s3PrefixList: fact('ec2.prefixList', { name: s3PrefixListName(target.region), region: target.region }),
});

/** Every security group of the plan's VPC: those of its endpoints among them. */
export const endpointGroupsNeeds = (target: WithVpc) => ({ endpointGroups: fact('ec2.securityGroups', inPlannedVpc(target)) });

/** The DHCP options of the plan's VPC; absent: it has none of its own. */
export const dhcpOptionsOf = (target: WithVpc): FactRequest<'ec2.dhcpOptions'> =>
  fact('ec2.dhcpOptions', { dhcpOptionsId: from(vpcOf(target), dhcpOptionsOfVpc), region: target.region });

/** The facts of `networkNeeds`, known. */
export type NetworkFacts = KnownFacts<ReturnType<typeof networkNeeds>>;

/** The network that the facts describe. */
export const networkOf = (facts: NetworkFacts, target: WithVpc): Network => ({
  account: target.account,
  region: target.region,
  vpc: facts.vpc.value,
  dns: facts.vpcDns.value,
  subnets: facts.subnets.map(({ value }) => value),
  groups: facts.groups.map(({ value }) => value),
  routeTables: facts.routeTables.value,
  networkAcls: facts.networkAcls.value,
  endpoints: facts.vpcEndpoints.value,
  natGateways: facts.natGateways.value,
  internetGateways: facts.internetGateways.value,
  publicAccess: facts.publicAccessBlock.state === 'absent' ? undefined : facts.publicAccessBlock.value,
  s3: facts.s3PrefixList.state === 'absent' ? undefined : facts.s3PrefixList.value,
});
