import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from './aws-error.ts';
import { refusalAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';
import { awsRequest } from './aws-request.ts';
import type { Fault, Interference } from './interference.ts';
import type { Loopback } from './loopback.ts';
import { serveLoopback } from './loopback.ts';
import type { BucketHome, Payer } from './stub-buckets.ts';
import type { Ec2Stub, OfferedService } from './stub-ec2.ts';
import type { ImageStub } from './stub-images.ts';
import type { Rewriting, StubMemory, Stubs } from './stub-memory.ts';
import { makeStubMemory } from './stub-memory.ts';
import type { QuotaSetting } from './stub-quotas.ts';
import type { SageMakerStub } from './stub-sagemaker.ts';
import type { SimulatorStub } from './stub-simulator.ts';
import type { TrailStub } from './stub-trail.ts';

/** One call that came through. */
interface LoggedCall extends AwsRequest {
  /** Who answered: moto, a stub, or an interference. */
  readonly answeredBy: 'moto' | 'stub' | 'fault';
  /** 0: no answer was sent. */
  readonly status: number;
}

/**
 * STUB, in front of moto on loopback. It plays what moto lacks (quotas other than `vpc`, bucket owners and payers, redirects between Regions, layers, ECR’s archive, images of other accounts, the policy simulator, user profiles, spaces, hubs, Inference Recommender jobs, training jobs in progress, names of endpoint services, CloudTrail’s event history)
 * and what a real network and a real account do (refusals in AWS's own shapes, throttling, failures, silence). All else is moto's answer.
 */
export interface StubProxy extends Loopback {
  /** Refuses IAM actions as AWS does, by protocol. */
  readonly refuse: (actions: readonly string[], narrowed?: Pick<Interference, 'account' | 'where'>) => void;
  readonly interfere: (interference: Interference) => void;
  /** STUB: changes the bodies of moto's good answers, until the next `calm`. */
  readonly rewrite: (rewriting: Rewriting) => void;
  /** Ends the interferences of one account, or all; and all rewriting. */
  readonly calm: (account?: string) => void;
  readonly setQuota: (quota: QuotaSetting) => void;
  readonly ownBucket: (bucket: string, home: BucketHome) => void;
  /** Says what the policy simulator answers in an account; default: it is not implemented. */
  readonly simulate: SimulatorStub['set'];
  readonly setPayer: (bucket: string, payer: Payer) => void;
  /** Makes an object as large as it is said to be, in bytes. */
  readonly setSize: (uri: string, bytes: number) => void;
  /** Archives every image of a repository of an account. */
  readonly archiveImages: (account: string, repository: string) => void;
  /** Puts an image into another account's registry, for everybody to see: a repository of AWS's own. */
  readonly publishImage: ImageStub['publish'];
  /** Puts the text of a layer under its digest, into every repository. */
  readonly putLayer: (digest: string, text: string) => void;
  /** Says in which zones endpoints reach a service of a Region; no zones: not offered there. */
  readonly offerService: (offered: OfferedService) => void;
  readonly blockPublicAccess: Ec2Stub['blockPublicAccess'];
  readonly setUserProfile: SageMakerStub['setUserProfile'];
  readonly setSpace: SageMakerStub['setSpace'];
  readonly setHubContent: SageMakerStub['setHubContent'];
  readonly setTrainingJob: SageMakerStub['setTrainingJob'];
  readonly setRecommenderJob: SageMakerStub['setRecommenderJob'];
  /** Says what happened in an account; default: nothing. */
  readonly addEvent: TrailStub['add'];
  /** The calls since the last `forget`, of one account or all. */
  readonly calls: (account?: string) => readonly LoggedCall[];
  readonly forget: () => void;
  /** Notes what the stubs were told up to now. Called, what is returned lets them forget all that came after, and hands on to that moto. */
  readonly remember: () => (moto: string) => Promise<void>;
}

type Played = Pick<LoggedCall, 'answeredBy'> & { readonly answer: HttpAnswer | 'none' | 'silence' };
type Arrived = { readonly request: AwsRequest; readonly headers: IncomingHttpHeaders; readonly method: string; readonly path: string; readonly body: Buffer };

const UNDECODABLE: HttpAnswer = { status: 500, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>500</title><p>not what AWS says' };
const CHANGES_BUCKETS = new Set(['CreateBucket', 'DeleteBucket']);
// Set anew on the way, or meant for one connection only.
const OWN_HEADERS = new Set(['connection', 'expect', 'keep-alive', 'transfer-encoding', 'content-length']);

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => Buffer.concat(await message.toArray());

const arrive = async (message: IncomingMessage): Promise<Arrived> => {
  const { method = 'GET', url: path = '/', headers } = message;
  const body = await bodyOf(message);
  return { request: awsRequest({ method, path, headers, body: body.toString('utf8') }), headers, method, path, body };
};

const passedOn = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (OWN_HEADERS.has(name) || value === undefined ? [] : [[name, [value].flat().join(', ')]])),
  );

/** Hands a request to moto unchanged, `Host` included: it is signed. */
const forward = (moto: string, { method, path, headers, body }: Arrived): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const outgoing = send(new URL(moto), { method, path, headers: { ...passedOn(headers), 'content-length': body.length } }, async (answer) => {
      // moto's content length belongs to HEAD answers, which have no body to count.
      const length = method === 'HEAD' ? { 'content-length': answer.headers['content-length'] ?? '0' } : {};
      resolve({ status: answer.statusCode ?? 502, headers: { ...passedOn(answer.headers), ...length }, body: await bodyOf(answer) });
    });
    outgoing.once('error', reject).end(body);
  });

const playFault = (request: AwsRequest, fault: Exclude<Fault, object>): Played['answer'] => {
  if (fault === 'reset') return 'none';
  if (fault === 'silence') return 'silence';
  return fault === 'undecodable' ? UNDECODABLE : refusalAnswer(request, fault);
};

const reply = (answer: Played['answer'], response: ServerResponse): void => {
  if (answer === 'silence') return;
  if (answer === 'none') response.socket?.resetAndDestroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
};

/** What stands behind a proxy: the address of its moto, and its stubs. */
interface Behind {
  moto: string;
  readonly memory: StubMemory;
}

// What is rewritten has another checksum than S3 says, and the SDK compares them.
const withoutChecksums = (headers: HttpAnswer['headers']): HttpAnswer['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-checksum-')));

const rewritten = (answer: HttpAnswer, { request }: Arrived, { rewritings }: Stubs): HttpAnswer => {
  const concerned = rewritings.filter(({ on, account }) => answer.status < 300 && on.includes(request.action) && account === request.account);
  // What is not text must stay as it is.
  if (concerned.length === 0) return answer;
  const body = concerned.reduce((text, { change }) => change(text, request), answer.body.toString());
  return { ...answer, headers: withoutChecksums(answer.headers), body };
};

const askMoto = async ({ moto, memory }: Behind, arrived: Arrived): Promise<HttpAnswer> => {
  const stubs = memory.stubs();
  const { buckets, ec2, faults, images } = stubs;
  const answer = ec2.amend(arrived.request, images.amend(arrived.request, await forward(moto, arrived)));
  if (answer.status < 300 && CHANGES_BUCKETS.has(arrived.request.operation)) {
    const body = arrived.body.toString('utf8');
    memory.tell((told) => told.buckets.learn(arrived.request, body));
  }
  // Who may not list a bucket is not told which objects are missing: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
  const hidden = arrived.request.operation === 'HeadObject' && answer.status === 404 && faults.refuses(arrived.request, 's3:ListBucket');
  if (hidden) return refusalAnswer(arrived.request, 'access-denied');
  const size = answer.status < 300 ? buckets.sizeOf(arrived.request) : undefined;
  if (size !== undefined) return { ...answer, headers: { ...answer.headers, 'content-length': `${size}` } };
  return stubs.rewritings.length > 0 ? rewritten(answer, arrived, stubs) : answer;
};

const play = async (behind: Behind, arrived: Arrived): Promise<Played> => {
  const stubs = behind.memory.stubs();
  const fault = stubs.faults.faultOf(arrived.request);
  if (typeof fault === 'string') return { answeredBy: 'fault', answer: playFault(arrived.request, fault) };
  if (fault !== undefined) await sleep(fault.slowBy, undefined, { ref: false });
  const { request, headers } = arrived;
  const { buckets, quotas, layers, images, simulator, ec2, sagemaker, trail } = stubs;
  const answers = [quotas, layers, images, simulator, ec2, sagemaker, trail].map(({ answer }) => answer(request));
  const stubbed = buckets.answer(request, headers) ?? answers.find((answer) => answer !== undefined);
  return stubbed ? { answeredBy: 'stub', answer: stubbed } : { answeredBy: 'moto', answer: await askMoto(behind, arrived) };
};

/** What tells the stubs something. */
const tellersOf = ({ tell }: StubMemory) => {
  const telling =
    <A extends readonly unknown[]>(choose: (stubs: Stubs) => (...given: A) => void) =>
    (...given: A): void =>
      tell((stubs) => choose(stubs)(...given));
  return {
    refuse: telling(({ faults }) => (actions: readonly string[], narrowed: Parameters<StubProxy['refuse']>[1] = {}) => {
      faults.add({ on: actions, fault: 'access-denied', ...narrowed });
    }),
    interfere: telling(({ faults }) => faults.add),
    rewrite: telling(
      ({ rewritings }) =>
        (rewriting: Rewriting) =>
          void rewritings.push(rewriting),
    ),
    calm: telling(({ faults, rewritings }) => (account?: string) => {
      faults.clear(account);
      rewritings.length = 0;
    }),
    setQuota: telling(({ quotas }) => quotas.set),
    ownBucket: telling(({ buckets }) => buckets.own),
    setPayer: telling(({ buckets }) => buckets.setPayer),
    simulate: telling(({ simulator }) => simulator.set),
    setSize: telling(({ buckets }) => buckets.setSize),
    putLayer: telling(({ layers }) => layers.put),
    offerService: telling(({ ec2 }) => ec2.offer),
    blockPublicAccess: telling(({ ec2 }) => ec2.blockPublicAccess),
    setUserProfile: telling(({ sagemaker }) => sagemaker.setUserProfile),
    setSpace: telling(({ sagemaker }) => sagemaker.setSpace),
    setHubContent: telling(({ sagemaker }) => sagemaker.setHubContent),
    setTrainingJob: telling(({ sagemaker }) => sagemaker.setTrainingJob),
    setRecommenderJob: telling(({ sagemaker }) => sagemaker.setRecommenderJob),
    archiveImages: telling(({ images }) => images.archive),
    publishImage: telling(({ images }) => images.publish),
    addEvent: telling(({ trail }) => trail.add),
  };
};

/** Starts a proxy in front of a moto server. */
export const startStubProxy = async (moto: string): Promise<StubProxy> => {
  const behind: Behind = { moto, memory: await makeStubMemory() };
  const { memory } = behind;
  let log: LoggedCall[] = [];
  const loopback = await serveLoopback(async (message, response) => {
    const arrived = await arrive(message);
    const { answer, answeredBy } = await play(behind, arrived);
    log.push({ ...arrived.request, answeredBy, status: typeof answer === 'string' ? 0 : answer.status });
    reply(answer, response);
  });
  return {
    url: loopback.url,
    stop: async () => {
      await memory.stubs().layers.stop();
      await loopback.stop();
    },
    ...tellersOf(memory),
    calls: (account) => log.filter((call) => account === undefined || call.account === account),
    forget: () => {
      log = [];
    },
    remember: () => {
      const comeBack = memory.remember();
      return async (copy) => {
        await comeBack();
        behind.moto = copy;
      };
    },
  };
};
