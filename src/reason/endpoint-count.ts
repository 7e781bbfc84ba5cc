import type { Unknown } from '../model/fact.ts';
import { fact } from '../model/fact.ts';
import type { ExistingEndpoint } from '../model/facts/sagemaker.ts';
import type { ServerlessEndpointTarget } from '../model/target.ts';
import type { Judgement } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';

/** What is needed to count serverless endpoints: all that run in the Region. */
export const runningEndpoints = ({ region }: ServerlessEndpointTarget) => ({ endpoints: fact('sagemaker.endpoints', { region }) });

const isServerless = ({ serverless }: ExistingEndpoint): boolean => serverless.state === 'present' && serverless.value.length > 0;

/** Judges whether one more serverless endpoint fits; one of the same name is replaced. Those that could not be read count only where they might decide. */
export const judgeEndpointCount = (
  { account, region, endpointName = '' }: ServerlessEndpointTarget,
  endpoints: readonly ExistingEndpoint[],
  most: number,
): Judgement => {
  // Names are unique whatever their case: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  const others = endpoints.filter(({ name }) => name.toLowerCase() !== endpointName.toLowerCase());
  const running = others.filter(isServerless).length;
  const unread: readonly Unknown[] = others.flatMap(({ serverless }) => (serverless.state === 'unknown' ? [serverless] : []));
  const hidden = isNonEmpty(unread) ? ` and ${unread.length} that could not be read` : '';
  const observed = `${running} serverless endpoints${hidden} beside the planned one`;
  if (running >= most) {
    const subject = { account, region, kind: 'service-quota', name: 'serverless endpoints' };
    return fail(`${observed}, ${most} allowed in all`, [{ subject, observed, expected: `at most ${most - 1}` }]);
  }
  return isNonEmpty(unread) && running + unread.length >= most ? cannotTell(...unread) : pass(`${observed}, ${most} allowed in all`);
};
