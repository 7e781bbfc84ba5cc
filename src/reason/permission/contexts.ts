import { requestContext } from '../iam/context.ts';
import type { RequestFacts } from '../iam/request-facts.ts';
import type { EvalContext } from '../iam/types.ts';
import { remembered } from '../network/remembered.ts';

/** Contexts that are remembered of one principal, or beside one of these: plans that name things of their own have contexts of their own. */
const MOST_KEPT = 200;

type Contexts = Map<string, EvalContext>;

const keptOrMade = (contexts: Contexts, key: string, make: () => EvalContext): EvalContext => {
  const kept = contexts.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  if (contexts.size < MOST_KEPT) contexts.set(key, made);
  return made;
};

// A principal's tags are a frozen fact of its own: they stand for it, and live as long.
const ofPrincipal = remembered((_: Readonly<Record<string, string>>): Contexts => new Map());
const beside = remembered((_: EvalContext): Contexts => new Map());

/** The context of a request, with what the plan tells beside it. The same for equal requests, so that it is prepared for matching once. */
export const contextOf = ({ principalTags = {}, ...request }: RequestFacts, planned: EvalContext): EvalContext => {
  const context = keptOrMade(ofPrincipal(principalTags), JSON.stringify(request), () => requestContext({ ...request, principalTags }));
  const more = JSON.stringify(planned);
  return more === '{}' ? context : keptOrMade(beside(context), more, () => Object.freeze({ ...context, ...planned }));
};
