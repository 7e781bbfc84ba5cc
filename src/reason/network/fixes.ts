import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import type { Fix } from '../../model/fix.ts';
import type { NetworkTrace } from '../../model/trace.ts';
import type { NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { EvalResult } from '../iam/types.ts';
import { withoutStandIn } from '../permission/stand-in.ts';
import type { MemberTraffic } from './members.ts';
import type { Network } from './network.ts';
import { protocolNumber } from './protocols.ts';
import type { Asked } from './remedies.ts';
import { fixesFor } from './remedies.ts';

type FixOfKind<K extends Fix['kind']> = Extract<Fix, { readonly kind: K }>;

const ofKind = <K extends Fix['kind']>(fixes: readonly Fix[], kind: K): readonly FixOfKind<K>[] =>
  fixes.filter((fix): fix is FixOfKind<K> => fix.kind === kind);

const union = (lists: readonly NonEmpty<string>[]): readonly string[] => [...new Set(lists.flat())];

/** One call associates several tables. */
const associations = (fixes: readonly Fix[]): readonly Fix[] => {
  const all = ofKind(fixes, 'associate-route-table');
  const [first] = all;
  const routeTableIds = union(all.map((fix) => fix.routeTableIds));
  return first === undefined || !isNonEmpty(routeTableIds) ? [] : [{ ...first, routeTableIds }];
};

const JOINED: readonly Fix['kind'][] = ['associate-route-table'];

/** What would let all paths pass, each thing said once: tables of several subnets are associated together. */
export const fixesForAll = (network: Network, traces: readonly NetworkTrace[], asked: Asked = {}): readonly Fix[] => {
  const fixes = traces.flatMap((trace) => fixesFor(network, trace, asked));
  const others = fixes.filter(({ kind }) => !JOINED.includes(kind));
  return [...associations(fixes), ...new Map(others.map((fix) => [JSON.stringify(fix), fix])).values()];
};

const EVERY_PORT = { from: 0, to: 65_535 };

/** What would let the members of a job reach each other: the group that names itself. */
export const fixesBetweenMembers = ({ groups, region }: Network, { verdict, hops }: NetworkTrace, { traffic }: MemberTraffic): readonly Fix[] => {
  const stage = hops.at(-1)?.stage;
  const [group] = groups;
  if (verdict !== 'stops' || group === undefined) return [];
  return [
    {
      kind: stage === 'security-group-egress' ? 'open-egress' : 'open-ingress',
      groupId: group.id,
      protocol: traffic.protocol === 'esp' || traffic.protocol === 'all' ? protocolNumber(traffic.protocol) : traffic.protocol,
      // Between members any port may be used: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
      ...((traffic.protocol === 'tcp' || traffic.protocol === 'udp') && { ports: traffic.ports ?? EVERY_PORT }),
      peer: { kind: 'group', groupId: group.id },
      region,
    },
  ];
};

/** What would let a use through an endpoint's policy. */
export const fixesForEndpointPolicy = (
  { id, arn }: VpcEndpoint,
  { trace: { repair } }: EvalResult,
  { region, standIn }: { readonly region: string; readonly standIn?: string | undefined },
): readonly Fix[] => {
  if (repair === undefined) return [];
  return repair.change === 'add-statement'
    ? [{ kind: 'amend-endpoint-policy', endpointId: id, statement: withoutStandIn(repair.statement, standIn), region }]
    : [{ kind: 'amend-denial', statement: repair.statement, holder: arn, why: repair.why }];
};
