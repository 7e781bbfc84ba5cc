import type { KnownFacts } from '../../model/fact.ts';
import type { NetworkPicture } from '../../model/picture.ts';
import type { Finding } from '../../model/report.ts';
import type { RuleId } from '../../model/rule-id.ts';
import type { NetworkHop, NetworkTrace } from '../../model/trace.ts';
import type { WithVpc } from '../planned.ts';
import { inVpc, recommendsInVpc, trainsTogetherInVpc } from '../planned.ts';
import { tracesToEndpoint } from './interface-endpoint.ts';
import { interfaceEndpointFor, servicesBehindEndpoints } from './judge-endpoints.ts';
import { needsInternet, tracesToServer } from './judge-internet.ts';
import { DISTRIBUTED, traceBetweenMembers, traceToOwnSubnets } from './members.ts';
import { endpointGroupsNeeds, networkNeeds, networkOf } from './needs.ts';
import type { Network } from './network.ts';
import type { TracedPath } from './picture.ts';
import { pictureOf } from './picture.ts';
import { tracesToS3 } from './s3.ts';
import type { SubnetTrace } from './subnet-trace.ts';

const needs = (target: WithVpc) => ({ ...networkNeeds(target), ...endpointGroupsNeeds(target) });

type SketchFacts = KnownFacts<ReturnType<typeof needs>>;

const S3 = 'Amazon S3';
const POLICY_RULE: RuleId = 'network/endpoint-policy-allows-plan';

const from = (to: string, traces: readonly SubnetTrace[]): readonly TracedPath[] => traces.map(({ subnet, trace }) => ({ from: subnet.id, to, trace }));

/** The hop that a rule has judged already: what the policy of the endpoint lets through. */
const policyHop = (endpointId: string, finding: Finding | undefined): readonly NetworkHop[] => {
  if (finding === undefined) return [];
  const { verdict } = finding;
  if (verdict.outcome === 'pass') return [{ stage: 'endpoint-policy', from: endpointId, decidedBy: verdict.summary, verdict: 'passes' }];
  if (verdict.outcome !== 'fail') return [];
  const against = verdict.evidence.find(({ subject }) => typeof subject === 'string' && subject.endsWith(`/${endpointId}`));
  return against === undefined ? [] : [{ stage: 'endpoint-policy', from: endpointId, decidedBy: against.observed, verdict: 'stops' }];
};

/** A way to S3 with what the endpoint's policy says of the plan, where the way crosses one. */
const withPolicy = (path: TracedPath, finding: Finding | undefined): TracedPath => {
  const { trace } = path;
  const at = trace.hops.findIndex(({ stage }) => stage === 'endpoint');
  const endpointId = trace.hops[at]?.from;
  if (endpointId === undefined || trace.verdict !== 'passes') return path;
  const policy = policyHop(endpointId, finding);
  const stopped = policy.some(({ verdict }) => verdict === 'stops');
  const hops = [...trace.hops.slice(0, at + 1), ...policy, ...(stopped ? [] : trace.hops.slice(at + 1))];
  return { ...path, trace: { ...trace, hops, verdict: stopped ? 'stops' : trace.verdict } };
};

const toServices = (network: Network, target: WithVpc, groups: SketchFacts['endpointGroups']): readonly TracedPath[] =>
  servicesBehindEndpoints(target).flatMap((service) => {
    const endpoint = interfaceEndpointFor(network.endpoints, service);
    return endpoint === undefined ? [] : from(service, tracesToEndpoint(network, endpoint, groups.value));
  });

const toServer = (network: Network, target: WithVpc): readonly TracedPath[] => {
  if (!needsInternet.accepts(target)) return [];
  const traced = tracesToServer(target, network);
  return traced === undefined ? [] : from(traced.server.host, traced.traces);
};

/** One hop for each thing that decides: to several blocks the same rule may lead. */
const saidOnce = (trace: NetworkTrace): NetworkTrace => ({
  ...trace,
  hops: [...new Map(trace.hops.map((hop) => [`${hop.from} ${hop.decidedBy} ${hop.verdict}`, hop])).values()],
});

const amongMembers = (network: Network, target: WithVpc): readonly TracedPath[] => {
  const [group] = network.groups;
  if (group === undefined) return [];
  return [
    ...(recommendsInVpc.accepts(target) ? [{ from: group.id, to: 'the job’s own subnets', trace: saidOnce(traceToOwnSubnets(network)) }] : []),
    ...(trainsTogetherInVpc.accepts(target) ? [{ from: group.id, to: 'other members', trace: traceBetweenMembers(network, DISTRIBUTED) }] : []),
  ];
};

/** Draws the network of a plan with every path that its rules ask for. */
export const networkSketch = {
  appliesTo: inVpc,
  needs,
  draw: (facts: SketchFacts, target: WithVpc, findings: readonly Finding[]): NetworkPicture | undefined => {
    const network = networkOf(facts, target);
    if (network.subnets.some(({ vpcId }) => vpcId !== network.vpc.id)) return undefined;
    const policy = findings.find(({ rule }) => rule === POLICY_RULE);
    const toS3 = from(S3, tracesToS3(network, facts.endpointGroups.value)).map((path) => withPolicy(path, policy));
    return pictureOf(network, [...toS3, ...toServices(network, target, facts.endpointGroups), ...toServer(network, target), ...amongMembers(network, target)]);
  },
};
