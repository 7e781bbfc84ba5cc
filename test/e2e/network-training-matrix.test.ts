import { allowEgress, allowIngress, tcp } from '../support/break-network.ts';
import type { JumpStartAccount } from '../support/jumpstart-account.ts';
import { readyJumpStartTraining } from '../support/jumpstart-account.ts';
import { createGroup, readyVpc } from '../support/ready-network.ts';
import type { Stage } from '../support/stage.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';

type Mutate = MutateIn<JumpStartAccount>;
type Mutation = MutationIn<JumpStartAccount>;

const everythingFrom = (groupId: string) => ({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: groupId }] });

/** Two instances that reach each other. */
const distributed = async (stage: Stage): Promise<JumpStartAccount> => {
  const account = await readyJumpStartTraining(stage);
  const { target, vpc } = account;
  const { trainingJob } = target;
  await allowIngress(account, vpc.groupId, everythingFrom(vpc.groupId));
  return { ...account, target: { ...target, trainingJob: { ...trainingJob, resourceConfig: { ...trainingJob?.resourceConfig, instanceCount: 2 } } } };
};

/** The plan with a group of its own in place of the ready one. */
const withGroup =
  (open: (account: JumpStartAccount, groupId: string) => Promise<unknown>): Mutate =>
  async (account) => {
    const groupId = await createGroup(account, account.vpc.vpcId, 'own');
    await open(account, groupId);
    return { vpcConfig: { subnets: account.vpc.subnetIds, securityGroupIds: [groupId] } };
  };

const encrypting =
  (mutate: Mutate): Mutate =>
  async (account, stage) => ({
    ...(await mutate(account, stage)),
    trainingJob: { ...account.target.trainingJob, enableInterContainerTrafficEncryption: true },
  });

/** The plan on instances with an Elastic Fabric Adapter, whose disks take no key. */
const onFabric =
  (mutate: Mutate): Mutate =>
  async (account, stage) => {
    const { trainingJob } = account.target;
    const { volumeKmsKeyId: _, ...resources } = trainingJob?.resourceConfig ?? {};
    return { ...(await mutate(account, stage)), trainingJob: { ...trainingJob, resourceConfig: { ...resources, instanceType: 'ml.p4d.24xlarge' } } };
  };
/** The disks' key is planned no more. */
const WITHOUT_VOLUME_KEY = none(
  'encryption/key-likely-suits-instance-type',
  'encryption/key-suits-instance-type',
  'encryption/volume-key-may-be-granted',
  'training/volume-key-is-named-itself',
);

const nothing: Mutate = async () => undefined;
const fromItself = (permission: (groupId: string) => Parameters<typeof allowIngress>[2]): Mutate =>
  withGroup((account, groupId) => allowIngress(account, groupId, permission(groupId)));
const anyTcp = (groupId: string) => ({ ...tcp(0, groupId), ToPort: 65_535 });

const FAILING: Readonly<Record<string, Mutation>> = {
  'the group lets nobody in': { mutate: withGroup(async () => undefined), changes: { 'network/members-reach-each-other': 'fail' } },
  'the group lets another group in': {
    mutate: withGroup(async (account, groupId) => allowIngress(account, groupId, everythingFrom(account.vpc.groupId))),
    changes: { 'network/members-reach-each-other': 'fail' },
  },
  'the group lets itself in on one port': { mutate: fromItself((groupId) => tcp(443, groupId)), changes: { 'network/members-reach-each-other': 'fail' } },
  'traffic is encrypted, and the group opens TCP only': {
    mutate: encrypting(fromItself(anyTcp)),
    changes: { 'network/encrypting-members-reach-each-other': 'fail' },
  },
  'fabric adapters, and the group names itself only on the way in': {
    mutate: onFabric(nothing),
    changes: { 'network/fabric-members-reach-each-other': 'fail', ...WITHOUT_VOLUME_KEY },
  },
  'fabric adapters, and the group opens TCP only to itself': {
    mutate: onFabric(
      withGroup(async (account, groupId) => {
        await allowIngress(account, groupId, anyTcp(groupId));
        await allowEgress(account, groupId, everythingFrom(groupId));
      }),
    ),
    changes: { 'network/fabric-members-reach-each-other': 'fail', ...WITHOUT_VOLUME_KEY },
  },
  'dedicated tenancy (a stub: the answer of EC2 is rewritten)': {
    mutate: async ({ account }, { proxy }) =>
      void proxy.rewrite({
        on: ['ec2:DescribeVpcs'],
        account,
        change: (body) => body.replace('<instanceTenancy>default<', '<instanceTenancy>dedicated<'),
      }),
    changes: { 'network/vpc-has-default-tenancy': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'traffic is encrypted, and the group opens everything to itself': encrypting(nothing),
  'fabric adapters, and the group opens everything to itself in both directions': onFabric(async (account) => {
    await allowEgress(account, account.vpc.groupId, everythingFrom(account.vpc.groupId));
    return undefined;
  }),
  'the group opens TCP to itself': fromItself(anyTcp),
  'one zone, which is enough to train': async (account) => {
    const { subnetIds, groupId } = await readyVpc(account, { network: 21, subnets: 1 });
    await allowIngress(account, groupId, everythingFrom(groupId));
    return { vpcConfig: { subnets: subnetIds, securityGroupIds: [groupId] } };
  },
  'members are let in by their addresses': withGroup((account, groupId) =>
    allowIngress(account, groupId, { IpProtocol: '-1', IpRanges: [{ CidrIp: account.vpc.cidr }] }),
  ),
};

describeMatrixOf(distributed, { failing: FAILING, harmless: HARMLESS });
