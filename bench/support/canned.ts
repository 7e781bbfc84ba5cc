import type { HttpAnswer } from '../../test/support/aws-error.ts';
import { errorAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';
import { cannedAbsence, cannedAnswers, S3_ANSWERS } from './canned-account.ts';
import type { CannedServer } from './serve-canned.ts';
import { nameOf, resultAnswer, serveCanned } from './serve-canned.ts';

/** What a benchmark chooses. */
export interface CannedOptions {
  /** From the request's last byte to the answer's first, ms. */
  readonly latency: number;
  /** Endpoints that run already. */
  readonly endpoints: number;
}

const answerTo = (request: AwsRequest, answers: ReturnType<typeof cannedAnswers>): HttpAnswer | undefined => {
  const absence = cannedAbsence(request);
  if (absence !== undefined) return errorAnswer(request, absence);
  if (request.protocol === 'rest-xml') return S3_ANSWERS[nameOf(request)];
  const answer = answers[nameOf(request)];
  return answer && resultAnswer(request, answer(request.input));
};

/** Starts the ready account on a free loopback port. */
export const startCannedServer = ({ latency, endpoints }: CannedOptions): Promise<CannedServer> => {
  const answers = cannedAnswers(endpoints);
  return serveCanned({ latency, answer: (request) => answerTo(request, answers) });
};
