import type { Present, Unknown } from '../model/fact.ts';
import { fact } from '../model/fact.ts';
import type { ExistingEndpoint } from '../model/facts/sagemaker.ts';
import type { ServerlessEndpointTarget } from '../model/target.ts';
import type { Judgement, Subject } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import { askersOf, demandsOf, withDemands } from './together.ts';

/** What is needed to count serverless endpoints: all that run in the Region. */
export const runningEndpoints = ({ region }: ServerlessEndpointTarget) => ({ endpoints: fact('sagemaker.endpoints', { region }) });

interface Running {
  readonly endpoints: Present<readonly ExistingEndpoint[]>;
}

const endpointsOf = ({ account, region }: Pick<ServerlessEndpointTarget, 'account' | 'region'>): Subject => ({
  account,
  region,
  kind: 'service-quota',
  name: 'serverless endpoints',
});

const isServerless = ({ serverless }: ExistingEndpoint): boolean => serverless.state === 'present' && serverless.value.length > 0;

const beside = (planned: NonEmpty<ServerlessEndpointTarget>): string => (planned.length > 1 ? `the ${planned.length} planned ones` : 'the planned one');

/** Judges whether the planned serverless endpoints fit; those of the same name are replaced. What could not be read counts only where it might decide. */
export const judgeEndpointCount = (planned: NonEmpty<ServerlessEndpointTarget>, endpoints: readonly ExistingEndpoint[], most: number): Judgement => {
  const [{ account, region }] = planned;
  // Names are unique whatever their case: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  const replaced = new Set(planned.map(({ endpointName }) => endpointName?.toLowerCase()));
  const others = endpoints.filter(({ name }) => !replaced.has(name.toLowerCase()));
  const running = others.filter(isServerless).length;
  const unread: readonly Unknown[] = others.flatMap(({ serverless }) => (serverless.state === 'unknown' ? [serverless] : []));
  const hidden = isNonEmpty(unread) ? ` and ${unread.length} that could not be read` : '';
  const observed = `${running} serverless endpoints${hidden} beside ${beside(planned)}`;
  const left = most - planned.length;
  if (running > left) {
    const expected = `at most ${Math.max(left, 0)}`;
    return fail(`${observed}, ${most} allowed in all`, [{ subject: endpointsOf({ account, region }), observed, expected }]);
  }
  return isNonEmpty(unread) && running + unread.length > left ? cannotTell(...unread) : pass(`${observed}, ${most} allowed in all`);
};

/** Judges whether all the planned serverless endpoints of a Region fit; an endpoint that is planned more than once is one. */
export const judgeEndpointsTogether = (plans: NonEmpty<{ readonly target: ServerlessEndpointTarget; readonly facts: Running }>, most: number): Judgement => {
  const [{ target, facts }] = plans;
  const demands = demandsOf(plans, () => 1);
  return withDemands(judgeEndpointCount(askersOf(demands), facts.endpoints.value, most), demands, endpointsOf(target));
};
