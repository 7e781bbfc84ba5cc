import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Fix } from '../../model/fix.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { cannotTell, fail, notApplicable, noted, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { WithVpc } from '../planned.ts';
import { fixesForAll } from './fixes.ts';
import type { Network } from './network.ts';
import { groupField, subnetField, vpcArn } from './places.ts';
import type { Asked } from './remedies.ts';
import type { SubnetTrace } from './subnet-trace.ts';

/** What is said of traces: on pass, before the places that fail, and what each of them should show. */
export interface TraceWords {
  readonly passes: string;
  readonly stops: string;
  readonly expected: string;
}

const decidingHop = ({ hops, verdict }: NetworkTrace): NetworkHop | undefined => hops.findLast((hop) => hop.verdict === verdict);

/** Why a trace ends where it ends: the place, and what decided there. */
const becauseOf = (trace: NetworkTrace): string => {
  const hop = decidingHop(trace);
  return hop === undefined ? trace.question : `${hop.from}: ${hop.decidedBy}`;
};

/** What keeps a trace from being decided; none where it is. */
const openIn = (trace: NetworkTrace): readonly Unknown[] =>
  trace.verdict === 'unknown' ? [unknown('unsupported', `${trace.question} ${becauseOf(trace)}`)] : [];

/** Each fix once. */
export const distinctFixes = (fixes: readonly Fix[]): readonly Fix[] => [...new Map(fixes.map((fix) => [JSON.stringify(fix), fix])).values()];

const evidenceOf = (target: WithVpc, { subnet, trace }: SubnetTrace, expected: string): Evidence => ({
  subject: subnet.arn,
  observed: becauseOf(trace),
  expected,
  field: subnetField(target, subnet.id),
  trace,
});

const notesOf = (traces: readonly SubnetTrace[]): readonly string[] => [...new Set(traces.flatMap(({ trace }) => trace.notes))];

/** The traces of a plan's network with what they were asked for. */
export interface Traced {
  readonly network: Network;
  readonly traces: readonly SubnetTrace[];
  readonly asked?: Asked;
}

/** Judges the traces of all planned subnets: any that stops fails, whatever else is unknown; one finding a subnet. */
export const judgeSubnetTraces = (target: WithVpc, { network, traces, asked = {} }: Traced, words: TraceWords): Judgement => {
  const stopped = traces.filter(({ trace }) => trace.verdict === 'stops');
  const evidence = stopped.map((one) => evidenceOf(target, one, words.expected));
  if (isNonEmpty(evidence)) {
    const fixes = fixesForAll(
      network,
      stopped.map(({ trace }) => trace),
      asked,
    );
    return noted(fail(`${words.stops} ${stopped.map(({ subnet }) => subnet.id).join(', ')}`, evidence, fixes), notesOf(stopped));
  }
  const open: readonly Unknown[] = traces.flatMap(({ trace }) => openIn(trace));
  if (isNonEmpty(open)) return cannotTell(...open);
  if (traces.length === 0) return notApplicable('the plan names no subnet');
  return pass(`${words.passes} ${traces.map(({ subnet }) => subnet.id).join(', ')}`);
};

/** Judges traces that are about the plan's groups as a whole; the finding is about the place where it ends. */
export const judgeTraces = (traces: readonly NetworkTrace[], { subjectOf, fixes, words }: GroupTraces): Judgement => {
  const stopped = traces.filter(({ verdict }) => verdict === 'stops');
  const evidence = stopped.map((trace): Evidence => ({ ...subjectOf(trace), observed: becauseOf(trace), expected: words.expected, trace }));
  if (isNonEmpty(evidence)) return fail(words.stops, evidence, distinctFixes(stopped.flatMap(fixes)));
  const open: readonly Unknown[] = traces.flatMap(openIn);
  return isNonEmpty(open) ? cannotTell(...open) : noted(pass(words.passes), [...new Set(traces.flatMap(({ notes }) => notes))]);
};

/** How findings on such traces are named and mended. */
export interface GroupTraces {
  readonly subjectOf: (trace: NetworkTrace) => Pick<Evidence, 'subject' | 'field'>;
  readonly fixes: (trace: NetworkTrace) => readonly Fix[];
  readonly words: TraceWords;
}

/** Findings on security groups: each is about the group where the trace ends, or about the plan's first one. */
export const groupsWords = (target: WithVpc, { groups }: Network): Pick<GroupTraces, 'subjectOf'> => ({
  subjectOf: (trace) => {
    const named = groups.find(({ id }) => trace.hops.at(-1)?.from === id) ?? groups[0];
    return named === undefined
      ? { subject: vpcArn(target, trace.hops.at(-1)?.from ?? ''), field: ['vpcConfig', 'securityGroupIds'] }
      : { subject: named.arn, field: groupField(target, named.id) };
  },
});
