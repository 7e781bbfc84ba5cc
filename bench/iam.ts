import { readFileSync } from 'node:fs';
import type { PolicySource } from '../src/model/policy.ts';
import { documentOf } from '../src/reason/iam/document.ts';
import { evaluate } from '../src/reason/iam/evaluate.ts';
import { principalOf } from '../src/reason/iam/principal.ts';
import type { EvalRequest, EvalResult, Policies, Principal } from '../src/reason/iam/types.ts';

/** What evaluations cost on this machine. */
export interface IamFigures {
  /** One policy of one statement, one request; evaluations per second. */
  readonly oneStatement: number;
  /** AmazonSageMakerFullAccess v29, 1,000 different requests; evaluations per second. */
  readonly fullAccess: number;
  /** The same with every trace read, which is when it is built. */
  readonly traced: number;
  /** Rounds of the calibration loop per second: what this machine does with plain string work. */
  readonly calibration: number;
  /** Time for 10,000 statements over time for 1,000; 10 is linear. */
  readonly growth: number;
  /** Milliseconds to compile a document of 10,000 statements. */
  readonly compile10000: number;
}

const ACCOUNT = '123456789012';

const role = principalOf(`arn:aws:iam::${ACCOUNT}:role/service-role/app`) as Principal;

const source = (name: string, text: string): PolicySource => Object.freeze({ kind: 'managed', name, text });

const only = (policy: PolicySource): Policies => ({ identity: [policy], scpLevels: [], rcpLevels: [] });

const ask = (action: string, resource: string): EvalRequest =>
  Object.freeze({ principal: role, action, resource, resourceAccount: ACCOUNT, context: Object.freeze({}) });

// The statement of the SageMaker guide for a serverless endpoint's key.
const SERVERLESS = source(
  'serverless',
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'] }],
  }),
);

const SERVICES: readonly (readonly [string, string])[] = [
  ['sagemaker:CreateEndpoint', `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/e`],
  ['sagemaker:CreateApp', `arn:aws:sagemaker:us-east-1:${ACCOUNT}:app/d/u/t/a`],
  ['s3:GetObject', 'arn:aws:s3:::my-sagemaker-models/model-'],
  ['s3:PutObject', 'arn:aws:s3:::elsewhere/model-'],
  ['ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/r`],
  ['logs:PutLogEvents', `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/sagemaker/Endpoints/e`],
  ['iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/app`],
  ['kms:Decrypt', `arn:aws:kms:us-east-1:${ACCOUNT}:key/k`],
  ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${ACCOUNT}:function:sagemaker-f`],
  ['dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/t`],
];

const thousandRequests = (): readonly EvalRequest[] =>
  Array.from({ length: 1000 }, (_, index) => {
    const [action, resource] = SERVICES[index % SERVICES.length] ?? ['sts:GetCallerIdentity', '*'];
    return ask(action, `${resource}${index}`);
  });

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

/** Runs `work` for about a quarter of a second; how often per second it runs when nothing else takes the processor, which its fastest run shows. */
const rate = (work: () => void): number => {
  work();
  let spent = 0;
  let fastest = Number.POSITIVE_INFINITY;
  while (spent < 0.25) {
    const taken = seconds(work);
    spent += taken;
    fastest = Math.min(fastest, taken);
  }
  return 1 / fastest;
};

const repeat = (count: number, work: () => void) => (): void => {
  for (let index = 0; index < count; index += 1) work();
};

const calibrate = (): void => {
  let found = 0;
  for (let index = 0; index < 1000; index += 1) found += `arn:aws:s3:::bucket/${index}`.split(':').length;
  if (found === 0) throw new Error('the calibration loop was optimised away');
};

const many = (count: number): PolicySource =>
  source(
    `${count} statements`,
    JSON.stringify({
      Version: '2012-10-17',
      Statement: Array.from({ length: count }, (_, index) => ({ Effect: 'Allow', Action: 's3:Get*', Resource: `arn:aws:s3:::b${index}/*` })),
    }),
  );

/** Measures; takes about two seconds. */
export const measureIam = (): IamFigures => {
  const one = only(SERVERLESS);
  const request = ask('s3:GetObject', 'arn:aws:s3:::models/model.tar.gz');
  const full = only(source('AmazonSageMakerFullAccess', readFileSync('test/data/AmazonSageMakerFullAccess-v29.json', 'utf8')));
  const requests = thousandRequests();
  const [thousand, tenThousand] = [many(1000), many(10_000)];
  const compile10000 = seconds(() => documentOf(tenThousand)) * 1000;
  const evaluateAll = (use: (result: EvalResult) => unknown) => (): void => {
    for (const each of requests) use(evaluate(each, full));
  };
  const slower = rate(() => evaluate(request, only(thousand))) / rate(() => evaluate(request, only(tenThousand)));
  return {
    oneStatement: 1000 * rate(repeat(1000, () => evaluate(request, one))),
    fullAccess: 1000 * rate(evaluateAll(({ decision }) => decision)),
    traced: 1000 * rate(evaluateAll(({ trace }) => trace)),
    calibration: rate(calibrate),
    growth: slower,
    compile10000,
  };
};

/** The figures in words, one a line. */
export const describeIam = (figures: IamFigures): readonly string[] => {
  const perSecond = (count: number): string =>
    `${Math.round(count).toLocaleString('en')}/s (${(count / figures.calibration).toFixed(1)} per calibration round)`;
  return [
    `IAM, one statement, one request: ${perSecond(figures.oneStatement)}`,
    `IAM, AmazonSageMakerFullAccess v29, 1,000 requests: ${perSecond(figures.fullAccess)}; traced: ${perSecond(figures.traced)}`,
    `IAM, 10,000 statements against 1,000: ${figures.growth.toFixed(1)} times the time; compiling them: ${figures.compile10000.toFixed(0)} ms`,
  ];
};

if (process.argv[1]?.endsWith('bench/iam.ts')) for (const line of describeIam(measureIam())) console.log(line);
