import type { Fix } from '../../model/fix.ts';
import type { NetworkTrace } from '../../model/trace.ts';
import type { Judgement } from '../../model/verdict.ts';
import type { WithVpc } from '../planned.ts';
import { groupsWords, judgeTraces } from './judge-traces.ts';
import type { MemberTraffic } from './members.ts';
import { traceBetweenMembers } from './members.ts';
import type { Network } from './network.ts';
import { protocolNumber } from './protocols.ts';
import { trafficWords } from './traffic.ts';

/** A rule of the first group that names the group itself, in the direction in which the trace stops. */
const selfRule = ({ groups, region }: Network, { hops }: NetworkTrace, { traffic }: MemberTraffic): readonly Fix[] =>
  groups.slice(0, 1).map(({ id }) => ({
    kind: hops.at(-1)?.stage === 'security-group-egress' ? 'open-egress' : 'open-ingress',
    groupId: id,
    protocol: traffic.protocol === 'esp' || traffic.protocol === 'all' ? protocolNumber(traffic.protocol) : traffic.protocol,
    // Between members any port may be used: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
    ...(traffic.protocol === 'tcp' || traffic.protocol === 'udp' ? { ports: traffic.ports ?? { from: 0, to: 65_535 } } : {}),
    peer: { kind: 'group', groupId: id },
    region,
  }));

/** Judges whether the instances of one job reach each other with each of some kinds of traffic. */
export const judgeMembers = (target: WithVpc, network: Network, kinds: readonly MemberTraffic[]): Judgement => {
  const traced = new Map(kinds.map((kind) => [traceBetweenMembers(network, kind), kind] as const));
  const words = kinds.map(({ traffic }) => trafficWords(traffic)).join(' and ');
  return judgeTraces([...traced.keys()], {
    ...groupsWords(target, network),
    fixes: (trace) => {
      const kind = traced.get(trace);
      return kind === undefined ? [] : selfRule(network, trace, kind);
    },
    words: {
      passes: `the groups let ${words} pass between members`,
      stops: `The groups do not let ${words} pass between members`,
      expected: `${words} in and out between members of the groups`,
    },
  });
};
