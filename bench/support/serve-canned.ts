import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from '../../test/support/aws-error.ts';
import { errorAnswer, refusalAnswer } from '../../test/support/aws-error.ts';
import type { AwsRequest } from '../../test/support/aws-request.ts';
import { awsRequest } from '../../test/support/aws-request.ts';
import type { Loopback } from '../../test/support/loopback.ts';
import { serveLoopback } from '../../test/support/loopback.ts';
import { jsonAnswer } from '../../test/support/stub-quotas.ts';

/** A server that knows one account by heart and answers after a fixed time, so that a benchmark measures sageready alone. */
export interface CannedServer extends Loopback {
  /** Calls since the last `forget`, by `service:Operation`; those that were throttled are not among them. */
  readonly calls: () => Readonly<Record<string, number>>;
  /** Calls that were made more than once with the same input, as `service:Operation` and input. */
  readonly repeated: () => readonly string[];
  /** How many calls of each service were open at once, at most. */
  readonly mostAtOnce: () => Readonly<Record<string, number>>;
  /** Calls that were throttled since the last `forget`. */
  readonly throttled: () => number;
  readonly forget: () => void;
}

/** An account by heart: what it answers, and how fast. */
export interface CannedAccount {
  /** From the request's last byte to the answer's first, ms. */
  readonly latency: number;
  /** Undefined: the account has no answer to this call. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
  /** Whether the service lets this call through. Default: every one. */
  readonly admits?: (request: AwsRequest) => boolean;
}

/** The name of a call, `service:Operation`. */
export const nameOf = ({ service, operation }: AwsRequest): string => `${service}:${operation}`;

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Members as XML elements; in lists each stands in an element of this name. */
const xmlOf = (value: unknown, item: string): string => {
  if (Array.isArray(value)) return value.map((one) => `<${item}>${xmlOf(one, item)}</${item}>`).join('');
  if (typeof value !== 'object' || value === null) return escaped(`${value}`);
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${xmlOf(member, item)}</${name}>`)
    .join('');
};

const xmlAnswer = (body: string): HttpAnswer => ({ status: 200, headers: { 'content-type': 'text/xml' }, body });

/** A result in the form of the request's protocol. Source: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export const resultAnswer = ({ operation, protocol }: AwsRequest, result: unknown): HttpAnswer => {
  switch (protocol) {
    case 'query':
      return xmlAnswer(`<${operation}Response><${operation}Result>${xmlOf(result, 'member')}</${operation}Result></${operation}Response>`);
    case 'ec2':
      return xmlAnswer(`<${operation}Response>${xmlOf(result, 'item')}</${operation}Response>`);
    case 'json':
      return jsonAnswer(result);
    case 'rest-xml':
      return xmlAnswer(xmlOf(result, 'member'));
    default:
      return protocol satisfies never;
  }
};

const NOT_CANNED = { status: 400, code: 'InvalidAction', message: 'The canned account has no answer to this call' };

const callOf = (request: AwsRequest): string => `${nameOf(request)} ${JSON.stringify(Object.entries(request.input).sort())}`;

/** Counts calls: all together, of the same input, and open at once. */
const counter = () => {
  const total = new Map<string, number>();
  const equal = new Map<string, number>();
  const open = new Map<string, number>();
  const most = new Map<string, number>();
  let throttled = 0;
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
    refuse: (): void => {
      throttled += 1;
    },
    forget: (): void => {
      total.clear();
      equal.clear();
      most.clear();
      throttled = 0;
    },
    throttled: () => throttled,
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
export const serveCanned = async ({ latency, answer, admits = () => true }: CannedAccount): Promise<CannedServer> => {
  const counts = counter();
  const answered = async (request: AwsRequest): Promise<HttpAnswer> => {
    if (!admits(request)) {
      counts.refuse();
      return refusalAnswer(request, 'throttled');
    }
    counts.begin(request);
    await sleep(latency);
    counts.end(request);
    return answer(request) ?? errorAnswer(request, NOT_CANNED);
  };
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answered(await read(message));
    response.writeHead(status, headers).end(body);
  };
  const { total: calls, repeated, most: mostAtOnce, throttled, forget } = counts;
  return { ...(await serveLoopback(handle)), calls, repeated, mostAtOnce, throttled, forget };
};
