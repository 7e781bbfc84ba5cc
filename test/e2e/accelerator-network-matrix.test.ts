import type { AcceleratorAccount } from '../support/accelerator-account.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import { replaceEndpoint } from '../support/break-accelerator.ts';
import { addAclEntry, allowEgress, allowIngress, deleteEndpoint, revokeEgress, tcp, turnDnsOff } from '../support/break-network.ts';
import { createGroup } from '../support/ready-network.ts';
import { endpointState } from '../support/rewrite-ec2.ts';
import type { Matrix } from './matrix.ts';
import { describeMatrixOf } from './matrix.ts';

type Case = Matrix<AcceleratorAccount>['harmless'][string];

const UNREACHABLE = { 'network/interface-endpoints-are-reachable': 'fail' } as const;
const NO_ENDPOINT = {
  'network/interface-endpoints-exist': 'fail',
  'network/interface-endpoints-are-reachable': 'not-applicable',
  'accelerator/interface-endpoint-spans-two-zones': 'not-applicable',
  'accelerator/interface-endpoint-is-in-planned-zones': 'not-applicable',
  'accelerator/interface-endpoint-is-in-every-zone': 'not-applicable',
  'accelerator/groups-are-two': 'not-applicable',
  'accelerator/interface-endpoint-admits-clients-only': 'not-applicable',
} as const;
const ZONES = { 'accelerator/interface-endpoint-is-in-planned-zones': 'fail', 'accelerator/interface-endpoint-is-in-every-zone': 'fail' } as const;

const lettingOut =
  (...peers: readonly ((account: AcceleratorAccount) => string)[]): Case =>
  async (account) => {
    await revokeEgress(account, account.vpc.groupId);
    for (const peer of peers) await allowEgress(account, account.vpc.groupId, tcp(443, peer(account)));
    return undefined;
  };
const toS3 = ({ vpc }: AcceleratorAccount): string => vpc.s3PrefixListId;
const toEndpoint = ({ endpointGroupId }: AcceleratorAccount): string => endpointGroupId;

const failing: Matrix<AcceleratorAccount>['failing'] = {
  'the interface endpoint is gone': { mutate: async (account) => void (await deleteEndpoint(account, account.endpointId)), changes: NO_ENDPOINT },
  // STUB: moto's endpoints are available at once.
  'the interface endpoint waits to be accepted': {
    mutate: async ({ account, endpointId }, { proxy }) => void proxy.rewrite(endpointState(account, endpointId, 'pendingAcceptance')),
    changes: UNREACHABLE,
  },
  'the interface endpoint has no private DNS': { mutate: (account) => replaceEndpoint(account, { privateDns: false }), changes: UNREACHABLE },
  'the interface endpoint stands in one zone': {
    mutate: (account) => replaceEndpoint(account, { subnetIds: account.vpc.subnetIds.slice(0, 1) }),
    changes: { 'accelerator/interface-endpoint-spans-two-zones': 'fail', ...ZONES },
  },
  'the interface endpoint stands in two of the three planned zones': {
    mutate: (account) => replaceEndpoint(account, { subnetIds: account.vpc.subnetIds.slice(0, 2) }),
    changes: ZONES,
  },
  'the plan and the endpoint are in two of three zones': {
    mutate: async (account) => {
      const subnets = account.vpc.subnetIds.slice(0, 2);
      await replaceEndpoint(account, { subnetIds: subnets });
      return { vpcConfig: { ...account.target.vpcConfig, subnets } };
    },
    changes: { 'accelerator/interface-endpoint-is-in-every-zone': 'fail' },
  },
  'the endpoint’s group lets nobody in': {
    mutate: async (account) => replaceEndpoint(account, { groupIds: [await createGroup(account, account.vpc.vpcId, 'closed')] }),
    changes: UNREACHABLE,
  },
  'the endpoint’s group lets another group in': {
    mutate: async (account) => {
      const [other, closed] = [await createGroup(account, account.vpc.vpcId, 'other'), await createGroup(account, account.vpc.vpcId, 'closed')];
      await allowIngress(account, closed, tcp(443, other));
      return replaceEndpoint(account, { groupIds: [closed] });
    },
    changes: { ...UNREACHABLE, 'accelerator/interface-endpoint-admits-clients-only': 'fail' },
  },
  'the endpoint’s group lets the clients in on another port': {
    mutate: async (account) => {
      const group = await createGroup(account, account.vpc.vpcId, 'http');
      await allowIngress(account, group, tcp(80, account.vpc.groupId));
      return replaceEndpoint(account, { groupIds: [group] });
    },
    changes: { ...UNREACHABLE, 'accelerator/interface-endpoint-admits-clients-only': 'fail' },
  },
  'the endpoint’s group lets in a whole network as well': {
    mutate: async (account) => void (await allowIngress(account, account.endpointGroupId, tcp(443, '10.0.0.0/8'))),
    changes: { 'accelerator/interface-endpoint-admits-clients-only': 'fail' },
  },
  'instances and endpoint share one group': {
    mutate: async (account) => {
      await allowIngress(account, account.vpc.groupId, tcp(443, account.vpc.groupId));
      return replaceEndpoint(account, { groupIds: [account.vpc.groupId] });
    },
    changes: { 'accelerator/groups-are-two': 'fail' },
  },
  'the instances’ group lets somebody in': {
    mutate: async (account) => void (await allowIngress(account, account.vpc.groupId, tcp(8080, '10.0.0.0/8'))),
    changes: { 'accelerator/clients-admit-nobody': 'fail' },
  },
  'the instances’ group lets out to S3 only': { mutate: lettingOut(toS3), changes: UNREACHABLE },
  'the instances’ group lets out to the endpoint only': {
    mutate: lettingOut(toEndpoint),
    changes: {
      'network/s3-is-reachable-from-every-subnet': 'fail',
      'network/bucket-policy-admits-the-vpc': 'not-applicable',
      'network/endpoint-policy-allows-plan': 'not-applicable',
      'network/endpoint-policy-allows-listing': 'not-applicable',
      'network/s3-goes-through-an-endpoint': 'not-applicable',
    },
  },
  'DNS hostnames are off in the VPC': {
    mutate: async (account) => void (await turnDnsOff(account, account.vpc.vpcId, 'EnableDnsHostnames')),
    changes: { ...UNREACHABLE, 'network/vpc-gives-hostnames': 'fail' },
  },
  'a network ACL denies HTTPS between two subnets': {
    mutate: async (account) => {
      const cidr = account.vpc.subnets[2]?.cidr ?? '';
      await addAclEntry(account, account.vpc.networkAclId, { number: 50, direction: 'out', action: 'deny', protocol: '6', cidr, ports: [443, 443] });
      return undefined;
    },
    changes: UNREACHABLE,
  },
};

const harmless: Matrix<AcceleratorAccount>['harmless'] = {
  'the endpoint’s group lets nothing out': async (account) => void (await revokeEgress(account, account.endpointGroupId)),
  'the instances’ group lets out to S3 and the endpoint only': lettingOut(toS3, toEndpoint),
  'the plan is in fewer zones than the endpoint': async ({ target, vpc }) => ({ vpcConfig: { ...target.vpcConfig, subnets: vpc.subnetIds.slice(0, 2) } }),
  'a second group of the instances without rules': async (account) => ({
    vpcConfig: { ...account.target.vpcConfig, securityGroupIds: [account.vpc.groupId, await createGroup(account, account.vpc.vpcId, 'second')] },
  }),
  'a deny for HTTPS to elsewhere': async (account) =>
    void (await addAclEntry(account, account.vpc.networkAclId, {
      number: 50,
      direction: 'out',
      action: 'deny',
      protocol: '6',
      cidr: '192.0.2.0/24',
      ports: [443, 443],
    })),
};

describeMatrixOf(readyAcceleratorAccount, { failing, harmless });
