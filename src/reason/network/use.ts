import type { RequestContext } from '../../model/permission.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { GateName, IamTrace } from '../../model/trace.ts';
import type { IamAction } from '../../model/words.ts';
import { requestContext } from '../iam/context.ts';
import { accountOf } from '../iam/principal.ts';
import type { RequestFacts } from '../iam/request-facts.ts';
import type { EvalRequest, EvalResult, Principal } from '../iam/types.ts';

/** Who makes a request, as far as it decides on the way. */
export interface Requester {
  readonly principal: Principal;
  readonly region: string;
  /** ISO 8601. */
  readonly time?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Undefined: not known. */
  readonly organisation?: RequestFacts['principalOrganisation'];
}

/** One thing that the plan does with a resource behind a gate. */
export interface Use {
  readonly action: IamAction;
  /** ARN of a bucket, an object or a repository. */
  readonly resourceArn: string;
  readonly who: Requester;
  /** The account that owns the resource; `other`: another one than the requester's, not known which. */
  readonly owner: string;
  /** Condition keys that the request carries, as the plan tells them. */
  readonly context?: RequestContext;
}

/** How a request comes in: by a VPC endpoint, or by none. Undefined: not known. */
export type Entrance = RequestFacts['endpoint'];

/** A number that no account has, for an owner that is not told: any other account decides alike. */
const SOME_OTHER_ACCOUNT = '000000000000';

const ownerNumber = ({ owner }: Use): string => (owner === 'other' ? SOME_OTHER_ACCOUNT : owner);

const contextOf = ({ who, owner, context }: Use, entrance: Entrance): EvalRequest['context'] =>
  requestContext({
    principal: who.principal,
    region: who.region,
    assumedBy: 'service',
    ...(who.time !== undefined && { time: who.time }),
    ...(who.tags !== undefined && { principalTags: who.tags }),
    ...(who.organisation !== undefined && { principalOrganisation: who.organisation }),
    ...(owner !== 'other' && { resourceAccount: owner }),
    ...(entrance !== undefined && { endpoint: entrance }),
    ...(context !== undefined && { plan: context }),
  });

/** The request that a use makes. `as: 'own'` leaves out that the owner's side must agree as well. */
export const requestOf = (use: Use, entrance: Entrance, as: 'own' | 'owned'): EvalRequest => ({
  principal: use.who.principal,
  action: use.action,
  resource: use.resourceArn,
  resourceAccount: as === 'own' ? (accountOf(use.who.principal) ?? ownerNumber(use)) : ownerNumber(use),
  context: contextOf(use, entrance),
  unlisted: 'unknown',
});

/** Stands in for what the requester may do by itself, which other rules judge. */
export const ANYTHING: PolicySource = Object.freeze({
  kind: 'inline',
  name: 'assumed',
  text: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
});

const gateOnly = (trace: IamTrace, gate: GateName): IamTrace => ({
  ...trace,
  gates: trace.gates.filter((one) => one.gate === gate),
  deciding: trace.deciding.filter(({ policy }) => policy !== ANYTHING.name),
});

/** The answer of one gate alone: what stands in for the others is left out of its trace. */
export const atGate = (result: EvalResult, gate: GateName): EvalResult => ({
  decision: result.decision,
  possible: result.possible,
  missing: result.missing,
  unread: result.unread,
  get deciding() {
    return this.trace.deciding;
  },
  get repair() {
    return result.repair;
  },
  get trace() {
    return gateOnly(result.trace, gate);
  },
});
