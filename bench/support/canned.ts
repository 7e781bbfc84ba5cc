import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from '../../test/support/aws-error.ts';
import { errorAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';
import { awsRequest } from '../../test/support/aws-request.ts';
import type { Loopback } from '../../test/support/loopback.ts';
import { serveLoopback } from '../../test/support/loopback.ts';
import { jsonAnswer } from '../../test/support/stub-quotas.ts';
import { cannedAbsence, cannedAnswers, S3_ANSWERS } from './canned-account.ts';

/** A server that knows one ready account by heart and answers after a fixed time, so that a benchmark measures sageready alone. */
export interface CannedServer extends Loopback {
  /** Calls since the last `forget`, by `service:Operation`. */
  readonly calls: () => Readonly<Record<string, number>>;
  /** Calls that were made more than once with the same input, as `service:Operation` and input. */
  readonly repeated: () => readonly string[];
  /** How many calls of each service were open at once, at most. */
  readonly mostAtOnce: () => Readonly<Record<string, number>>;
  readonly forget: () => void;
}

/** What a benchmark chooses. */
export interface CannedOptions {
  /** From the request's last byte to the answer's first, ms. */
  readonly latency: number;
  /** Endpoints that run already. */
  readonly endpoints: number;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Members as XML elements; lists hold `member` elements. Source: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
const xmlOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => `<member>${xmlOf(item)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return escaped(`${value}`);
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${xmlOf(member)}</${name}>`)
    .join('');
};

const queryAnswer = (operation: string, result: unknown): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${operation}Response><${operation}Result>${xmlOf(result)}</${operation}Result></${operation}Response>`,
});

const NOT_CANNED = { status: 400, code: 'InvalidAction', message: 'The canned account has no answer to this call' };

const nameOf = ({ service, operation }: AwsRequest): string => `${service}:${operation}`;

const answerTo = (request: AwsRequest, answers: ReturnType<typeof cannedAnswers>): HttpAnswer => {
  const absence = cannedAbsence(request);
  if (absence !== undefined) return errorAnswer(request, absence);
  if (request.protocol === 'rest-xml') return S3_ANSWERS[nameOf(request)] ?? errorAnswer(request, NOT_CANNED);
  const answer = answers[nameOf(request)];
  if (answer === undefined) return errorAnswer(request, NOT_CANNED);
  const result = answer(request.input);
  return request.protocol === 'query' ? queryAnswer(request.operation, result) : jsonAnswer(result);
};

const callOf = (request: AwsRequest): string => `${nameOf(request)} ${JSON.stringify(Object.entries(request.input).sort())}`;

/** Counts calls: all together, of the same input, and open at once. */
const counter = () => {
  const total = new Map<string, number>();
  const equal = new Map<string, number>();
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string, step: number): number => {
    const sum = (counts.get(name) ?? 0) + step;
    counts.set(name, sum);
    return sum;
  };
  return {
    begin: (request: AwsRequest): void => {
      add(total, nameOf(request), 1);
      add(equal, callOf(request), 1);
      most.set(request.service, Math.max(most.get(request.service) ?? 0, add(open, request.service, 1)));
    },
    end: (request: AwsRequest): void => void add(open, request.service, -1),
    forget: (): void => {
      total.clear();
      equal.clear();
      most.clear();
    },
    total: () => Object.fromEntries([...total].sort()),
    repeated: () => [...equal].filter(([, count]) => count > 1).map(([call]) => call),
    most: () => Object.fromEntries([...most].sort()),
  };
};

const read = async (message: IncomingMessage): Promise<AwsRequest> => {
  const { method = 'GET', url: path = '/', headers } = message;
  return awsRequest({ method, path, headers, body: Buffer.concat(await message.toArray()).toString('utf8') });
};

/** Starts the server on a free loopback port. */
export const startCannedServer = async ({ latency, endpoints }: CannedOptions): Promise<CannedServer> => {
  const answers = cannedAnswers(endpoints);
  const counts = counter();
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(message);
    counts.begin(request);
    await sleep(latency);
    counts.end(request);
    const { status, headers, body } = answerTo(request, answers);
    response.writeHead(status, headers).end(body);
  };
  return { ...(await serveLoopback(handle)), calls: counts.total, repeated: counts.repeated, mostAtOnce: counts.most, forget: counts.forget };
};
