import { errorAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';
import { SCALE_ANSWERS, scaleAbsence, scaleS3Answer } from './scale-account.ts';
import { NETWORK_ANSWERS } from './scale-network.ts';
import type { CannedServer } from './serve-canned.ts';
import { nameOf, resultAnswer, serveCanned } from './serve-canned.ts';
import { tokenBucket } from './token-bucket.ts';

/** Calls a second that a service allows; those that are not named allow many. */
const RATES: Readonly<Record<string, number>> = { ec2: 20, iam: 10 };
const HIGH_RATE = 1000;

/** Calls a second that a service of the account allows when it is throttled by this factor. */
export const rateOf = (service: string, share: number): number => (RATES[service] ?? HIGH_RATE) * share;

const answerTo = (request: AwsRequest) => {
  const absence = scaleAbsence(request);
  if (absence !== undefined) return errorAnswer(request, absence);
  if (request.protocol === 'rest-xml') return scaleS3Answer(request);
  const answer = request.protocol === 'ec2' ? NETWORK_ANSWERS[request.operation] : SCALE_ANSWERS[nameOf(request)];
  return answer && resultAnswer(request, answer(request.input));
};

const limitsOf = (share: number): ((request: AwsRequest) => boolean) => {
  const buckets = new Map<string, ReturnType<typeof tokenBucket>>();
  return ({ service }) => {
    const rate = rateOf(service, share);
    const bucket = buckets.get(service) ?? tokenBucket({ rate, size: Math.max(1, rate) });
    buckets.set(service, bucket);
    return bucket.take();
  };
};

/** Starts the account that many targets share: `share` of the usual rates, from 0 to 1. */
export const startScaleServer = ({ latency, share }: { readonly latency: number; readonly share: number }): Promise<CannedServer> =>
  serveCanned({ latency, answer: answerTo, admits: limitsOf(share) });
