import ipaddr from 'ipaddr.js';
import { unknown } from '../../model/fact.ts';
import type { Applicability } from '../../model/rule.ts';
import type { WandbLaunchQueueTarget } from '../../model/target.ts';
import type { Judgement } from '../../model/verdict.ts';
import { cannotTell } from '../../model/verdict.ts';
import type { WithVpc } from '../planned.ts';
import { inVpc } from '../planned.ts';
import { tracesToInternet } from './internet.ts';
import { judgeSubnetTraces } from './judge-traces.ts';
import type { Network } from './network.ts';
import type { SubnetTrace } from './subnet-trace.ts';

/** A plan in a VPC whose containers talk to a server on the internet. */
export type NeedsInternet = WithVpc & WandbLaunchQueueTarget;

/** Isolated containers reach no server whatever the network lets through, which another rule says. */
export const needsInternet: Applicability<NeedsInternet> = {
  accepts: (target): target is NeedsInternet => target.scenario === 'wandb-launch-queue' && inVpc.accepts(target) && target.enableNetworkIsolation !== true,
  otherwise: 'the plan needs no server on the internet from inside a VPC',
  fields: ['vpcConfig', 'enableNetworkIsolation'],
};

/** The servers that W&B itself runs: others may stand in a private network. Source: https://docs.wandb.ai/guides/hosting */
const RUN_BY_WANDB = /(?:^|\.)wandb\.(?:ai|io)$/;
const HTTPS = 443;
const HTTP = 80;

/** Where containers send to. */
export interface Server {
  readonly host: string;
  readonly port: number;
  /** Undefined: its addresses are not known. */
  readonly cidr?: string;
}

const serverOf = ({ agent }: WandbLaunchQueueTarget): Server | undefined => {
  if (!URL.canParse(agent.baseUrl)) return undefined;
  const { hostname, port, protocol } = new URL(agent.baseUrl);
  return {
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? HTTP : HTTPS) : Number(port),
    ...(ipaddr.IPv4.isValid(hostname) && ipaddr.IPv4.parse(hostname).range() === 'unicast' && { cidr: `${hostname}/32` }),
  };
};

const cidrsOf = ({ cidr }: Server): readonly string[] => (cidr === undefined ? [] : [cidr]);

const notKnown = (baseUrl: string): Judgement =>
  cannotTell(unknown('unsupported', `whether ${baseUrl} is on the internet or in a private network cannot be read here — try it from one of the subnets`));

/** The server that a plan's containers talk to, and how each subnet gets there; undefined: its address cannot be understood. */
export const tracesToServer = (target: NeedsInternet, network: Network): { readonly server: Server; readonly traces: readonly SubnetTrace[] } | undefined => {
  const server = serverOf(target);
  return server && { server, traces: tracesToInternet(network, server.port, cidrsOf(server)) };
};

/** Judges whether every subnet reaches the server. A server of one's own that is not reached as a public host may be reached otherwise. */
export const judgeInternet = (target: NeedsInternet, network: Network): Judgement => {
  const traced = tracesToServer(target, network);
  if (traced === undefined) return notKnown(target.agent.baseUrl);
  const { server, traces } = traced;
  const where = `${server.host} on port ${server.port}`;
  const words = { passes: `${where} is reached from`, stops: `${where} is not reached from`, expected: `a way to ${where}` };
  const verdict = judgeSubnetTraces(target, { network, traces, asked: { port: server.port, cidrs: cidrsOf(server) } }, words);
  const isPublic = RUN_BY_WANDB.test(server.host) || server.cidr !== undefined;
  return verdict.outcome === 'fail' && !isPublic ? notKnown(target.agent.baseUrl) : verdict;
};
