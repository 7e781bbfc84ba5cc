import type { Fact, FactRequest } from '../../model/fact.ts';
import { fact } from '../../model/fact.ts';
import type { SecurityGroup, Subnet } from '../../model/facts/ec2.ts';
import type { PermissionResource, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { partitionOf } from '../arn.ts';
import { inVpc } from '../planned.ts';
import { subnetAt } from '../vpc-requests.ts';

type Named = Extract<PermissionResource, { readonly kind: 'named' }>;

/** What is known of the plan's subnets and security groups. */
export interface NetworkFacts {
  readonly subnets: readonly Fact<'ec2.subnet'>[];
  readonly groups: readonly Fact<'ec2.securityGroup'>[];
}

/** One way in which a request to EC2 may look: the thing under its own ARN, and the condition keys that it brings. */
export interface Circumstance {
  readonly arn?: string;
  readonly further: RequestContext;
}

const isOfEc2 = (resource: PermissionResource): resource is Named => resource.kind === 'named' && resource.service === 'ec2';

/** What tells of the network that questions to EC2 are about; nothing for any other question. */
export const networkRequests = (
  asked: readonly { readonly resource: PermissionResource }[],
  target: Target,
): { readonly subnets: readonly FactRequest<'ec2.subnet'>[]; readonly groups: readonly FactRequest<'ec2.securityGroup'>[] } => {
  if (!asked.some(({ resource }) => isOfEc2(resource)) || !inVpc.accepts(target)) return { subnets: [], groups: [] };
  const { vpcConfig, region } = target;
  return {
    subnets: vpcConfig.subnets.map((subnetId) => subnetAt(target, subnetId)),
    groups: vpcConfig.securityGroupIds.map((groupId) => fact('ec2.securityGroup', { groupId, region })),
  };
};

// The condition keys of EC2's resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
const vpcArn = ({ owner, vpcId }: Pick<Subnet, 'owner' | 'vpcId'>, { region }: Target): string =>
  `arn:${partitionOf(region)}:ec2:${region}:${owner}:vpc/${vpcId}`;

const ofSubnet = (subnet: Subnet, target: Target): Circumstance => ({
  arn: subnet.arn,
  further: { 'ec2:SubnetID': subnet.id, 'ec2:AvailabilityZone': subnet.zone, 'ec2:Vpc': vpcArn(subnet, target) },
});

const inSubnet = (subnet: Subnet, target: Target): Circumstance => ({
  further: { 'ec2:Subnet': subnet.arn, 'ec2:AvailabilityZone': subnet.zone, 'ec2:Vpc': vpcArn(subnet, target) },
});

/** A VPC that is shared keeps its owner, whose groups and those of this account lie in it: the plan's subnets tell the owner. */
const ofGroup = (group: SecurityGroup, subnets: readonly Subnet[], target: Target): Circumstance => {
  const { owner } = subnets.find(({ vpcId }) => vpcId === group.vpcId) ?? group;
  return { arn: group.arn, further: { 'ec2:SecurityGroupID': group.id, 'ec2:Vpc': vpcArn({ owner, vpcId: group.vpcId }, target) } };
};

const NOTHING_KNOWN: readonly [Circumstance] = [{ further: {} }];

const known = <T>(facts: readonly (Fact & { readonly state: string })[]): readonly T[] =>
  facts.flatMap((one) => (one.state === 'present' ? [one.value as T] : []));

/** The ways in which a request about a thing of EC2 may look: an interface is made in each of the plan's subnets. */
export const circumstancesOf = (resource: Named, { subnets, groups }: NetworkFacts, target: Target): readonly Circumstance[] => {
  if (!isOfEc2(resource)) return NOTHING_KNOWN;
  const places = known<Subnet>(subnets);
  const { before, name } = resource;
  if (before === 'network-interface/') {
    const each = places.map((subnet) => inSubnet(subnet, target));
    return places.length === subnets.length && each.length > 0 ? each : [...each, ...NOTHING_KNOWN];
  }
  const subnet = places.find(({ id }) => id === name);
  if (before === 'subnet/' && subnet !== undefined) return [ofSubnet(subnet, target)];
  const group = known<SecurityGroup>(groups).find(({ id }) => id === name);
  return before === 'security-group/' && group !== undefined ? [ofGroup(group, places, target)] : NOTHING_KNOWN;
};
