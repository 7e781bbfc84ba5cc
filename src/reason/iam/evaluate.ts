import type { IamTrace } from '../../model/trace.ts';
import type { Answered } from './answered.ts';
import { type Asked, prepare } from './asked.ts';
import { type Decided, decide, settled } from './decision.ts';
import { accountOf } from './principal.ts';
import { repairOf } from './repair.ts';
import { settle } from './settle.ts';
import { traceOf } from './trace.ts';
import type { EvalRequest, EvalResult, Policies } from './types.ts';
import { type Weighed, weigh } from './weigh.ts';

const boundedBy = ({ boundary }: Policies): Asked['bounded'] => {
  if (boundary === undefined) return false;
  return 'state' in boundary && boundary.state === 'unknown' ? boundary : true;
};

// Nobody needs a permission for this one, and no policy takes it away. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
const isAlwaysAllowed = ({ action, request: { principal } }: Asked): boolean =>
  action === 'sts:getcalleridentity' && (accountOf(principal) !== undefined || principal.type === 'service');

const decisionOf = (policies: Policies, asked: Asked, weighed: Weighed): Decided => {
  if (isAlwaysAllowed(asked)) return settled('Allowed');
  const decided = decide(weighed);
  return decided.decision === 'Unknown' ? settle(decided, policies, asked) : decided;
};

const answer = (answered: Answered): EvalResult => {
  let trace: IamTrace | undefined;
  const { decided } = answered;
  return {
    decision: decided.decision,
    possible: decided.possible,
    missing: decided.missing,
    unread: decided.unread,
    get deciding() {
      return this.trace.deciding;
    },
    get repair() {
      return repairOf(answered, () => this.trace.gates);
    },
    get trace() {
      trace ??= traceOf(answered);
      return trace;
    },
  };
};

/** Decides whether policies let a request through. Pure and total: whatever a document holds, it answers. */
export const evaluate = (request: EvalRequest, policies: Policies): EvalResult => {
  const asked = prepare(request, boundedBy(policies));
  const weighed = weigh(policies, asked);
  return answer({ asked, policies, weighed, decided: decisionOf(policies, asked, weighed) });
};
