import { addAclEntry, addDefaultRoute, attachInternetGateway, createNat, tcp } from '../support/break-network.ts';
import type { LaunchAccount } from '../support/launch-account.ts';
import { allow, readyLaunchAccount } from '../support/launch-account.ts';
import type { ReadyVpc } from '../support/ready-network.ts';
import { readyVpc } from '../support/ready-network.ts';
import { RECOMMENDER_ACTIONS } from '../support/recommender-account.ts';
import { blackhole } from '../support/rewrite-ec2.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf } from './matrix.ts';
import { putInline } from './mutations.ts';
import { onlyOut } from './network-mutations.ts';

type QueueInVpc = LaunchAccount & { readonly vpc: ReadyVpc; readonly nat: string };
type Mutate = MutateIn<QueueInVpc>;
type Mutation = MutationIn<QueueInVpc>;

const ANYWHERE = '0.0.0.0/0';

/** A queue whose jobs run in a VPC: S3 through its endpoint, and everything else through a NAT gateway. */
const queueInVpc = async (stage: Stage): Promise<QueueInVpc> => {
  const account = await readyLaunchAccount(stage, 'noop');
  const vpc = await readyVpc(account);
  const nat = await createNat(account, { vpcId: vpc.vpcId, cidr: '10.20.200.0/24', mainRouteTableId: vpc.mainRouteTableId });
  for (const { routeTableId } of vpc.subnets) await addDefaultRoute(account, routeTableId, nat);
  const { network, describeEndpoints } = RECOMMENDER_ACTIONS;
  await putInline(account, account.executionRole.name, 'Network', document(allow([...network, ...describeEndpoints])));
  return { ...account, vpc, nat, target: { ...account.target, vpcConfig: { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] } } };
};

/** The plan in another VPC, where nothing but the endpoint of S3 leads out. */
const elsewhere =
  (open: (account: QueueInVpc, vpc: ReadyVpc) => Promise<unknown>): Mutate =>
  async (account) => {
    const vpc = await readyVpc(account, { network: 21 });
    await open(account, vpc);
    return { vpcConfig: { subnets: vpc.subnetIds, securityGroupIds: [vpc.groupId] } };
  };

const ofServer =
  (baseUrl: string, mutate: Mutate = async () => undefined): Mutate =>
  async (account, stage) => ({ ...(await mutate(account, stage)), agent: { ...account.target.agent, baseUrl } });

const UNREACHED = { 'network/internet-is-reachable': 'fail' } as const;

const FAILING: Readonly<Record<string, Mutation>> = {
  'nothing leads to the internet': { mutate: elsewhere(async () => undefined), changes: UNREACHED },
  'public subnets are mistaken for a way out': {
    mutate: elsewhere(async (account, vpc) => {
      const gateway = await attachInternetGateway(account, vpc.vpcId);
      for (const { routeTableId } of vpc.subnets) await addDefaultRoute(account, routeTableId, gateway);
    }),
    changes: UNREACHED,
  },
  'VPC Block Public Access closes the internet gateway in both directions (a stub: moto lacks it)': {
    mutate: async ({ account, region }, { proxy }) => void proxy.blockPublicAccess({ account, region, mode: 'block-bidirectional' }),
    changes: UNREACHED,
  },
  'VPC Block Public Access may not be read': {
    mutate: async ({ account }, { proxy }) => void proxy.refuse(['ec2:DescribeVpcBlockPublicAccessOptions'], { account }),
    changes: { 'network/internet-is-reachable': 'cannot-tell' },
  },
  'the NAT gateway is gone (a stub: the answer of EC2 is rewritten)': {
    mutate: async ({ account, nat }, { proxy }) => void proxy.rewrite(blackhole(account, nat)),
    changes: UNREACHED,
  },
  'the group lets out to S3 only': {
    mutate: (account) => onlyOut(account, tcp(443, account.vpc.s3PrefixListId)),
    changes: UNREACHED,
  },
  'a server of one’s own, which may be private': {
    mutate: ofServer(
      'https://wandb.example.internal',
      elsewhere(async () => undefined),
    ),
    changes: { 'network/internet-is-reachable': 'cannot-tell' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the network ACL denies HTTPS to a quarter of the internet': async (account) =>
    void (await addAclEntry(account, account.vpc.networkAclId, {
      number: 90,
      direction: 'out',
      action: 'deny',
      protocol: '6',
      cidr: '64.0.0.0/2',
      ports: [443, 443],
    })),
  'no VPC': async () => ({ vpcConfig: undefined }) as never,
  'the group lets out HTTPS and nothing else': (account) => onlyOut(account, tcp(443, ANYWHERE)),
  'VPC Block Public Access blocks what comes in alone (a stub)': async ({ account, region }, { proxy }) =>
    void proxy.blockPublicAccess({ account, region, mode: 'block-ingress' }),
  'VPC Block Public Access excludes the VPC (a stub)': async ({ account, region, vpc }, { proxy }) => {
    const excluded = [`arn:aws:ec2:${region}:${account}:vpc/${vpc.vpcId}`];
    proxy.blockPublicAccess({ account, region, mode: 'block-bidirectional', excluded });
    return undefined;
  },
  'a server of one’s own on the internet': ofServer('https://wandb.example.com'),
};

describeMatrixOf(queueInVpc, { failing: FAILING, harmless: HARMLESS });
