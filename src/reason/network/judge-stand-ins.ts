import type { Fix } from '../../model/fix.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { fail, noted, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { WithVpc } from '../planned.ts';
import { distinctFixes } from './judge-traces.ts';
import type { Network } from './network.ts';
import { routeTableOf, s3Gateways } from './network.ts';
import { subnetField } from './places.ts';
import { s3PrefixListName } from './s3-end.ts';
import { natGatewayOf } from './s3-notes.ts';
import type { SubnetTrace } from './subnet-trace.ts';

const evidenceOf = (target: WithVpc, { subnet, trace }: SubnetTrace): Evidence => ({
  subject: subnet.arn,
  observed: `${subnet.id} reaches Amazon S3 through ${natGatewayOf(trace)}`,
  expected: 'a gateway endpoint for S3',
  field: subnetField(target, subnet.id),
  trace,
});

const remedyFor = (network: Network, standIns: readonly SubnetTrace[]): readonly Fix[] => {
  const tables = [...new Set(standIns.flatMap(({ subnet }) => routeTableOf(network, subnet.id)?.id ?? []))];
  const [endpoint] = s3Gateways(network);
  const { region, vpc } = network;
  if (!isNonEmpty(tables)) return [];
  return endpoint === undefined
    ? [{ kind: 'create-endpoint', service: s3PrefixListName(region), vpcId: vpc.id, region, place: { type: 'Gateway', routeTableIds: tables } }]
    : [{ kind: 'associate-route-table', endpointId: endpoint.id, routeTableIds: tables, region }];
};

/** Judges whether a NAT gateway carries what a gateway endpoint would carry for nothing. */
export const judgeStandIns = (target: WithVpc, network: Network, traces: readonly SubnetTrace[]): Judgement => {
  const standIns = traces.filter(({ trace }) => natGatewayOf(trace) !== undefined);
  const evidence = standIns.map((one) => evidenceOf(target, one));
  if (!isNonEmpty(evidence)) return pass('no subnet reaches Amazon S3 through a NAT gateway');
  const notes = [...new Set(standIns.flatMap(({ trace }) => trace.notes))];
  const summary = `A NAT gateway carries the traffic with S3 of ${standIns.map(({ subnet }) => subnet.id).join(', ')}`;
  return noted(fail(summary, evidence, distinctFixes(remedyFor(network, standIns))), notes);
};
