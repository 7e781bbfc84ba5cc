import type { KnownFact, Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import type { Fix } from '../../model/fix.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { EvalResult } from '../iam/types.ts';
import { whyOpen } from '../permission/judge-answers.ts';
import { mergedFixes } from '../permission/remedies.ts';
import { withoutStandIn } from '../permission/stand-in.ts';
import { bucketArn } from '../references.ts';
import { entranceOf, throughResourcePolicy } from './bucket-policy.ts';
import { throughEndpointPolicy } from './endpoint-policy.ts';
import { fixesForEndpointPolicy } from './fixes.ts';
import type { Network } from './network.ts';
import type { BucketUse } from './s3-uses.ts';
import type { SubnetTrace } from './subnet-trace.ts';
import type { Entrance } from './use.ts';

/** One use, asked of one policy. */
interface Asked {
  readonly use: BucketUse;
  readonly result: EvalResult;
  readonly subject: string;
  /** Which endpoint or way in is asked. */
  readonly by: string;
  readonly observed: string;
  readonly fixes: readonly Fix[];
}

const isDenied = ({ possible }: EvalResult): boolean => !possible.includes('Allowed');

const evidenceOf = ({ use, result, subject, observed }: Asked): Evidence => ({
  subject,
  observed,
  expected: `${use.action} on ${use.resourceArn}`,
  trace: result.trace,
});

const openIn = ({ use, result }: Asked): readonly Unknown[] =>
  result.decision === 'Unknown' && !isDenied(result) ? whyOpen(result, `${use.action} on ${use.resourceArn}`) : [];

/** Whether the channel may as well mean what is not denied. */
const isOtherwise = ({ use, by }: Asked, asked: readonly Asked[]): boolean =>
  use.either !== undefined && asked.some((other) => other.by === by && other.use.either === use.either && !isDenied(other.result));

const whatLiesThere = ({ use, observed }: Asked): Unknown => unknown('context', `${observed}, and whether ${use.either} is an object or a folder was not seen`);

const judged = (asked: readonly Asked[], words: { readonly passes: string; readonly fails: string }): Judgement => {
  const refused = asked.filter(({ result }) => isDenied(result));
  const doubtful = refused.filter((one) => isOtherwise(one, asked));
  const denied = refused.filter((one) => !doubtful.includes(one));
  const evidence = denied.map(evidenceOf);
  if (isNonEmpty(evidence)) {
    const actions = [...new Set(denied.map(({ use }) => `${use.action} on ${use.bucket}`))].join(', ');
    return fail(`${words.fails} ${actions}`, evidence, mergedFixes(denied.flatMap(({ fixes }) => fixes)));
  }
  const open: readonly Unknown[] = [...asked.flatMap(openIn), ...doubtful.map(whatLiesThere)];
  return isNonEmpty(open) ? cannotTell(...open) : pass(words.passes);
};

const crossed = (network: Network, traces: readonly SubnetTrace[]): readonly VpcEndpoint[] => {
  const ids = new Set(
    traces.flatMap(({ trace }) => {
      const entrance = entranceOf(network, trace);
      return entrance === undefined || entrance === 'none' ? [] : [entrance.id];
    }),
  );
  return network.endpoints.filter(({ id }) => ids.has(id));
};

/** The way from the plan's subnets to S3. */
export interface WayToS3 {
  readonly network: Network;
  readonly traces: readonly SubnetTrace[];
}

/** Judges whether the policies of the endpoints that the plan's subnets use let its uses of S3 through. */
export const judgeEndpointPolicies = ({ network, traces }: WayToS3, uses: readonly BucketUse[]): Judgement => {
  const endpoints = crossed(network, traces);
  if (endpoints.length === 0) return notApplicable('no subnet reaches Amazon S3 through an endpoint');
  const asked = endpoints.flatMap((endpoint) =>
    uses.map((use): Asked => {
      const result = throughEndpointPolicy(endpoint, use);
      const observed = `the policy of ${endpoint.id} does not let ${use.action} on ${use.resourceArn} through`;
      return {
        use,
        result,
        subject: endpoint.arn,
        by: endpoint.id,
        observed,
        fixes: fixesForEndpointPolicy(endpoint, result, { region: network.region, standIn: use.standIn }),
      };
    }),
  );
  const names = endpoints.map(({ id }) => id).join(', ');
  return judged(asked, { passes: `${names} lets the plan's uses of S3 through`, fails: `${names} does not let through:` });
};

const bucketFixes = (use: BucketUse, { trace: { repair } }: EvalResult, region: string): readonly Fix[] => {
  if (repair === undefined) return [];
  return repair.change === 'amend-denial'
    ? [{ kind: 'amend-denial', statement: repair.statement, holder: bucketArn(use.bucket, region), why: repair.why }]
    : [{ kind: 'allow-in-bucket-policy', bucket: use.bucket, statement: withoutStandIn(repair.statement, use.standIn) }];
};

/** Subnets whose requests come in alike. */
interface Gate {
  readonly entrance: Entrance;
  readonly subnetIds: readonly string[];
}

const gatesOf = ({ network, traces }: WayToS3): readonly Gate[] => {
  const gates = new Map<string, Gate>();
  for (const { subnet, trace } of traces) {
    const entrance = entranceOf(network, trace);
    const key = JSON.stringify(entrance ?? null);
    gates.set(key, { entrance, subnetIds: [...(gates.get(key)?.subnetIds ?? []), subnet.id] });
  }
  return [...gates.values()];
};

const wayWords = ({ entrance, subnetIds }: Gate): string => {
  const from = `from ${subnetIds.join(', ')}`;
  if (entrance === undefined) return from;
  return entrance === 'none' ? `${from}, through no VPC endpoint` : `${from}, through ${entrance.id} of ${entrance.vpc}`;
};

type Policies = readonly KnownFact<'s3.bucketPolicy'>[];

const policyOf = (bucket: string, buckets: readonly string[], policies: Policies) => {
  const policy = policies[buckets.indexOf(bucket)];
  return policy?.state === 'present' ? policy.value : undefined;
};

/** Whether the way in decides: some other way would be admitted. */
const isForTheWay = (use: BucketUse, policy: ReturnType<typeof policyOf>, result: EvalResult): boolean =>
  isDenied(result) && !isDenied(throughResourcePolicy(policy, use, undefined));

/** The plan's own buckets, in the order of their policies. */
export interface OwnBuckets {
  readonly names: readonly string[];
  readonly policies: Policies;
}

/** Judges whether bucket policies admit requests by the way that each subnet takes. What they refuse whichever way is judged by the role's own rules. */
export const judgeWaysIn = (way: WayToS3, uses: readonly BucketUse[], { names, policies }: OwnBuckets): Judgement => {
  const asked = gatesOf(way).flatMap((gate) =>
    uses.flatMap((use): readonly Asked[] => {
      if (!names.includes(use.bucket)) return [];
      const policy = policyOf(use.bucket, names, policies);
      const result = throughResourcePolicy(policy, use, gate.entrance);
      if (isDenied(result) && !isForTheWay(use, policy, result)) return [];
      const by = wayWords(gate);
      const observed = `${use.action} ${by}, is refused by the bucket's policy`;
      return [{ use, result, subject: bucketArn(use.bucket, way.network.region), by, observed, fixes: bucketFixes(use, result, way.network.region) }];
    }),
  );
  if (asked.length === 0) return notApplicable('the buckets refuse the plan whichever way it comes, which other rules judge');
  return judged(asked, { passes: 'the bucket policies admit requests from every subnet', fails: 'A bucket policy refuses the way in:' });
};
