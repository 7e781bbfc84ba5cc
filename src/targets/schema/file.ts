import * as z from 'zod';
import type { ElasticInferenceTarget, InferenceRecommenderTarget, ScenarioId, ServerlessEndpointTarget } from '../../model/target.ts';
import { FIELD_PATHS, FIELDS } from '../fields.ts';
import { elasticInference } from './elastic-inference.ts';
import { inferenceRecommender } from './inference-recommender.ts';
import type { DescribedJumpStartModel } from './jumpstart-model.ts';
import { jumpStartModel } from './jumpstart-model.ts';
import type { DescribedLaunchQueue } from './launch-queue.ts';
import { launchQueue } from './launch-queue.ts';
import { serverlessEndpoint } from './serverless-endpoint.ts';
import { wordsOf } from './values.ts';

/** One entry of a description, valid by itself: a target, or what targets are made from. */
export type DescribedTarget = ServerlessEndpointTarget | ElasticInferenceTarget | InferenceRecommenderTarget | DescribedJumpStartModel | DescribedLaunchQueue;

/** The schema of each scenario. */
export const SCHEMAS: Readonly<Record<ScenarioId, z.ZodType<DescribedTarget>>> = {
  'serverless-endpoint': serverlessEndpoint,
  'inference-recommender-vpc': inferenceRecommender,
  'elastic-inference': elasticInference,
  'jumpstart-model': jumpStartModel,
  'wandb-launch-queue': launchQueue,
};

const EVERY_KEY = { ...launchQueue.shape, ...jumpStartModel.shape, ...inferenceRecommender.shape, ...elasticInference.shape, ...serverlessEndpoint.shape };

type Key = keyof typeof EVERY_KEY;

/** Names, and what else is each target's own. */
const OWN = [...new Set(FIELD_PATHS.filter((path) => FIELDS[path].inherited === 'never').map((path) => path.split('.')[0] ?? ''))];

const ownKeys = (shape: Readonly<Record<string, unknown>>) => Object.keys(shape).filter((key) => OWN.includes(key) && key !== 'trainingJob');

const omitting = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, true])) as Record<Key, true>;

/** What `defaults` may hold: everything that is not a name of one target's own. */
export const DEFAULTS = z
  .strictObject(EVERY_KEY)
  .omit(omitting(ownKeys(EVERY_KEY)))
  .partial();

/** What can be said of a target whose scenario is not known. */
export const COMMON = z.object(
  serverlessEndpoint.pick({ name: true, account: true, region: true, assumeRole: true, externalId: true, deployer: true }).partial().shape,
);

const PRIMARY_CONTAINER = z
  .looseObject({})
  .meta({ title: 'Container', description: 'As CreateModel takes it; image, modelDataUrl, mode, imageConfig, modelDataSource and modelPackageName are read.' });

const REQUEST = z.union([z.string(), z.looseObject({})]).meta(wordsOf('request'));

/** One entry of `targets`: `defaults` may hold what it leaves out. */
const entry = <S extends z.ZodRawShape & { readonly name: z.ZodType; readonly scenario: z.ZodType }>(schema: z.ZodObject<S>, title: string, more = {}) => {
  const { name, scenario, ...rest } = schema.shape;
  return z
    .strictObject({ name, scenario, ...more, ...z.object(rest).partial().shape })
    .meta({ title, description: 'Required keys may stand in `defaults` instead.' });
};

const ENTRY = z.union([
  entry(serverlessEndpoint, 'Serverless endpoint', { primaryContainer: PRIMARY_CONTAINER.exactOptional() }),
  entry(inferenceRecommender, 'Inference Recommender job', { request: REQUEST.exactOptional() }),
  entry(elasticInference, 'Endpoint with Elastic Inference', { primaryContainer: PRIMARY_CONTAINER.exactOptional() }),
  entry(jumpStartModel, 'JumpStart model'),
  entry(launchQueue, 'W&B Launch queue'),
]);

const VERSION = z.literal(1).meta({ title: 'Version', description: 'Version of this format.' });
const EDITOR_SCHEMA = z.string().meta({ title: 'Schema', description: 'For editors; not read.' }).exactOptional();

/** The outermost map alone, so that each part is then judged by itself. */
export const SHELL = z.strictObject({ $schema: EDITOR_SCHEMA, version: VERSION, defaults: z.unknown().exactOptional(), targets: z.array(z.unknown()).min(1) });

/** The whole file; the published JSON Schema is made from it. */
export const FILE = SHELL.extend({
  defaults: DEFAULTS.exactOptional().meta({ title: 'Defaults', description: 'What every target has unless it says otherwise.' }),
  targets: z.array(ENTRY).min(1).meta({ title: 'Targets', description: 'What will be deployed; the targets are judged together.' }),
}).meta({ title: 'sageready target file', description: 'What will be deployed to Amazon SageMaker, for `sageready check` to judge beforehand.' });
