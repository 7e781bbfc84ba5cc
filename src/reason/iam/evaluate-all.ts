import type { Unknown } from '../../model/fact.ts';
import type { IamDecision } from '../../model/trace.ts';
import { evaluate } from './evaluate.ts';
import type { EvalRequest, EvalResult, Policies } from './types.ts';

/** One resource that an action needs, with the policies that decide about it. */
export interface Question {
  readonly request: EvalRequest;
  readonly policies: Policies;
}

/** The answer for an action that needs several resources. */
export interface CombinedResult {
  /** The worst of all: a denial anywhere is final, whatever else is unknown. */
  readonly decision: IamDecision;
  readonly missing: readonly string[];
  readonly unread: readonly Unknown[];
  /** One per question, in their order; each with its own trace. */
  readonly results: readonly EvalResult[];
}

const WORST_FIRST: readonly IamDecision[] = ['ExplicitlyDenied', 'ImplicitlyDenied', 'Unknown', 'Allowed'];

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/**
 * Decides about an action that needs several resources at once, such as sagemaker:CreateEndpoint on the endpoint and on its configuration:
 * all must be allowed. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export const evaluateAll = (questions: readonly Question[]): CombinedResult => {
  const results = questions.map(({ request, policies }) => evaluate(request, policies));
  const decision = WORST_FIRST.find((worst) => results.some((result) => result.decision === worst)) ?? 'Unknown';
  const open = decision === 'Unknown' ? results : [];
  return { decision, missing: unique(open.flatMap(({ missing }) => missing)), unread: unique(open.flatMap(({ unread }) => unread)), results };
};
