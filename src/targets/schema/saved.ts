import * as z from 'zod';
import type { Unknown } from '../../model/fact.ts';
import type {
  ElasticInferenceTarget,
  InferenceRecommenderTarget,
  JumpStartModelTarget,
  ScenarioId,
  ServerlessEndpointTarget,
  Target,
  WandbLaunchQueueTarget,
} from '../../model/target.ts';
import { accountId, regionCode, targetName } from '../formats.ts';
import { launchAgent, launchTrainingJob } from '../launch/plan.ts';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const truth = z.boolean().exactOptional();
const texts = z.array(z.string()).exactOptional();

const of = ({ fault }: { readonly fault: (given: string) => string | undefined }) => z.string().refine((given) => fault(given) === undefined);

const REASONS = ['access-denied', 'throttled', 'timeout', 'unreachable', 'unsupported', 'not-collected', 'failed', 'context'] as const;

const unresolved: z.ZodType<Unknown> = z.object({
  state: z.literal('unknown'),
  reason: z.enum(REASONS),
  message: z.string(),
  actions: z.array(z.custom<`${string}:${string}`>((action) => typeof action === 'string' && action.includes(':'))).exactOptional(),
  missing: texts,
});

const serverlessConfig = z.strictObject({ memorySizeInMB: z.number(), maxConcurrency: z.number(), provisionedConcurrency: number });

const hosting = {
  vpcConfig: z.strictObject({ subnets: z.array(z.string()), securityGroupIds: z.array(z.string()) }).exactOptional(),
  enableNetworkIsolation: truth,
  dataCaptureConfig: z.strictObject({ enableCapture: z.boolean() }).exactOptional(),
  asyncInferenceConfig: truth,
  productionVariants: number,
  shadowProductionVariants: number,
  instanceType: text,
  initialInstanceCount: number,
  acceleratorType: text,
  containers: number,
  mode: text,
  imageConfig: z.strictObject({ repositoryAccessMode: z.string() }).exactOptional(),
  modelDataSource: z.strictObject({ s3Uri: z.string(), s3DataType: text, compressionType: text, acceptEula: truth, hubContentArn: text }).exactOptional(),
};

const base = <const S extends ScenarioId>(scenario: S) => ({
  name: of(targetName),
  scenario: z.literal(scenario),
  account: of(accountId),
  region: of(regionCode),
  assumeRole: text,
  externalId: text,
  existing: truth,
  deployer: text,
  deep: truth,
  unresolved: z.record(z.string(), unresolved).exactOptional(),
  completed: texts,
  executionRoleArn: text,
  image: text,
  modelDataUrl: text,
  modelPackageName: text,
  kmsKeyId: text,
  serverlessConfig: serverlessConfig.exactOptional(),
  modelName: text,
  endpointName: text,
  endpointConfigName: text,
  tags: z.record(z.string(), z.string()).exactOptional(),
  trainingJob: launchTrainingJob.exactOptional(),
  ...hosting,
});

const serverless = z.strictObject({
  ...base('serverless-endpoint'),
  completeFrom: z.union([z.strictObject({ endpoint: z.string() }), z.strictObject({ model: z.string() })]).exactOptional(),
}) satisfies z.ZodType<ServerlessEndpointTarget>;

const elastic = z.strictObject({
  ...base('elastic-inference'),
  legacyAudit: truth,
  interfaceEndpoint: z.strictObject({ vpcEndpointId: z.string(), vpcId: z.string() }).exactOptional(),
}) satisfies z.ZodType<ElasticInferenceTarget>;

const plan = z.strictObject({
  version: z.string(),
  deprecated: z.boolean(),
  gated: z.boolean(),
  buckets: z.array(z.string()),
  supportedInstanceTypes: z.array(z.string()),
  repackaged: z.boolean(),
  script: text,
});

const jumpStart = z.strictObject({
  ...base('jumpstart-model'),
  use: z.enum(['hosting', 'training']),
  modelId: text,
  modelVersion: text,
  studio: z.strictObject({ domainId: z.string(), userProfileName: text, spaceName: text }).exactOptional(),
  outputPath: text,
  acceptEula: truth,
  hub: text,
  spec: plan.exactOptional(),
}) satisfies z.ZodType<JumpStartModelTarget>;

const queue = z.strictObject({
  name: text,
  roleArn: text,
  trainingImage: text,
  trainingInputMode: text,
  hasAlgorithmSpecification: z.boolean(),
  templated: z.array(z.string()),
  unknownKeys: z.array(z.string()),
  tagKeys: z.array(z.string()).exactOptional(),
});

const launch = z.strictObject({
  ...base('wandb-launch-queue'),
  queue,
  agent: launchAgent.required({ baseUrl: true, builder: true }),
}) satisfies z.ZodType<WandbLaunchQueueTarget>;

const phase = z.strictObject({ initialNumberOfUsers: number, spawnRate: number, durationInSeconds: number });

const containerConfig = z.strictObject({
  domain: text,
  task: text,
  framework: text,
  frameworkVersion: text,
  nearestModelName: text,
  samplePayloadUrl: text,
  supportedContentTypes: texts,
  supportedInstanceTypes: texts,
  supportedEndpointType: text,
});

const recommender = z.strictObject({
  ...base('inference-recommender-vpc'),
  jobName: text,
  jobType: z.enum(['Default', 'Advanced']),
  containerConfig: containerConfig.exactOptional(),
  endpointConfigurations: z.array(z.strictObject({ instanceType: text, serverlessConfig: serverlessConfig.exactOptional() })).exactOptional(),
  trafficPattern: z.strictObject({ trafficType: text, phases: z.array(phase).exactOptional() }).exactOptional(),
  limits: z
    .strictObject({ maxNumberOfTests: number, maxParallelOfTests: number, jobDurationInSeconds: number, maxInvocations: number, latencyPercentiles: texts })
    .exactOptional(),
  endpoints: texts,
  volumeKmsKeyId: text,
  outputKmsKeyId: text,
  compiledOutputUri: text,
}) satisfies z.ZodType<InferenceRecommenderTarget>;

const SAVED: Readonly<Record<ScenarioId, z.ZodType<Target>>> = {
  'serverless-endpoint': serverless,
  'inference-recommender-vpc': recommender,
  'elastic-inference': elastic,
  'jumpstart-model': jumpStart,
  'wandb-launch-queue': launch,
};

const isScenario = (value: unknown): value is ScenarioId => typeof value === 'string' && Object.hasOwn(SAVED, value);

/** Whether a value is a target as facts are saved with it, completed by what was read; where it came from stands apart. */
export const isSavedTarget = (saved: Readonly<Record<string, unknown>>): boolean => {
  const { scenario } = saved;
  return isScenario(scenario) && SAVED[scenario].safeParse(saved).success;
};
