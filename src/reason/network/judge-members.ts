import type { Judgement } from '../../model/verdict.ts';
import type { WithVpc } from '../planned.ts';
import { fixesBetweenMembers } from './fixes.ts';
import { groupsWords, judgeTraces } from './judge-traces.ts';
import type { MemberTraffic } from './members.ts';
import { traceBetweenMembers } from './members.ts';
import type { Network } from './network.ts';
import { trafficWords } from './traffic.ts';

/** Judges whether the instances of one job reach each other with each of some kinds of traffic. */
export const judgeMembers = (target: WithVpc, network: Network, kinds: readonly MemberTraffic[]): Judgement => {
  const traced = new Map(kinds.map((kind) => [traceBetweenMembers(network, kind), kind] as const));
  const words = kinds.map(({ traffic }) => trafficWords(traffic)).join(' and ');
  return judgeTraces([...traced.keys()], {
    ...groupsWords(target, network),
    fixes: (trace) => {
      const kind = traced.get(trace);
      return kind === undefined ? [] : fixesBetweenMembers(network, trace, kind);
    },
    words: {
      passes: `the groups let ${words} pass between members`,
      stops: `The groups do not let ${words} pass between members`,
      expected: `${words} in and out between members of the groups`,
    },
  });
};
