import type { NetworkTrace } from '../../model/trace.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { EvalResult, Readable } from '../iam/types.ts';
import type { Network } from './network.ts';
import type { Entrance, Use } from './use.ts';
import { ANYTHING, atGate, requestOf } from './use.ts';

/** How requests that take a traced path come in; undefined where the path does not pass. Behind a NAT gateway no endpoint is crossed. */
export const entranceOf = ({ vpc, endpoints }: Network, { verdict, hops }: NetworkTrace): Entrance => {
  if (verdict !== 'passes') return undefined;
  const endpoint = endpoints.find(({ id }) => hops.some(({ stage, from }) => stage === 'endpoint' && from === id));
  return endpoint === undefined ? 'none' : { id: endpoint.id, vpc: vpc.id };
};

/** What the policy of a bucket or repository says of a use that comes in this way. No policy: a resource of the requester's own account is open. */
export const throughResourcePolicy = (policy: Readable | undefined, use: Use, entrance: Entrance): EvalResult =>
  atGate(
    evaluate(requestOf(use, entrance, 'owned'), {
      identity: [ANYTHING],
      scpLevels: [],
      rcpLevels: [],
      ...(policy !== undefined && { resource: policy }),
    }),
    'resource-policy',
  );

/**
 * Whether a resource is for requests from a VPC only. `restricted`: a request from outside is refused, and one from some VPC may pass;
 * `refused`: it is refused wherever it comes from, which is no restriction to a VPC.
 */
export interface VpcRestriction {
  readonly verdict: 'open' | 'restricted' | 'refused' | 'unknown';
  /** The request from outside. */
  readonly outside: EvalResult;
}

const isPossible = ({ possible }: EvalResult): boolean => possible.includes('Allowed');

/**
 * Evaluates a request that crosses no VPC endpoint, as Inference Recommender's own requests do.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html
 */
export const vpcRestriction = (policy: Readable | undefined, use: Use): VpcRestriction => {
  const outside = throughResourcePolicy(policy, use, 'none');
  if (outside.decision === 'Allowed') return { verdict: 'open', outside };
  if (isPossible(outside)) return { verdict: 'unknown', outside };
  return { verdict: isPossible(throughResourcePolicy(policy, use, undefined)) ? 'restricted' : 'refused', outside };
};
