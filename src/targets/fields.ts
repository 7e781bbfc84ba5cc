import type { ScenarioId } from '../model/target.ts';
import { COMMON_FIELDS } from './common-fields.ts';
import type { Field } from './field.ts';
import { HOSTING_FIELDS } from './hosting-fields.ts';
import { INSTANCE_FIELDS } from './instance-fields.ts';
import { JUMPSTART_FIELDS } from './jumpstart-fields.ts';
import { LAUNCH_FIELDS } from './launch-fields.ts';
import { RECOMMENDER_FIELDS } from './recommender-fields.ts';
import { TRAINING_FIELDS } from './training-fields.ts';

/** Every key of a target by its path in the target file, in the order in which documents list them. */
export const FIELDS = {
  ...COMMON_FIELDS,
  ...JUMPSTART_FIELDS,
  ...LAUNCH_FIELDS,
  ...RECOMMENDER_FIELDS,
  ...HOSTING_FIELDS,
  ...INSTANCE_FIELDS,
  ...TRAINING_FIELDS,
} as const satisfies Readonly<Record<string, Field>>;

/** Path of a field in a target, its keys joined by dots. */
export type FieldPath = keyof typeof FIELDS;

/** Every path, in the order of the table. */
export const FIELD_PATHS = Object.keys(FIELDS) as readonly FieldPath[];

const isIn = (path: FieldPath, keys: readonly string[]): boolean => keys.some((key) => path === key || path.startsWith(`${key}.`));

/** The paths that lie at or below these keys. */
const below = (...keys: readonly string[]): readonly FieldPath[] => FIELD_PATHS.filter((path) => isIn(path, keys));

const ANY = ['name', 'scenario', 'account', 'region', 'assumeRole', 'externalId', 'existing'];
const MODEL = ['image', 'modelDataUrl', 'modelDataSource', 'modelPackageName', 'modelName'];
const HOSTING = [...new Set(Object.keys(HOSTING_FIELDS).map((path) => path.split('.')[0] ?? ''))];
const ENDPOINT = ['deployer', 'executionRoleArn', ...MODEL, 'kmsKeyId', 'endpointConfigName', 'endpointName', 'tags', ...HOSTING];
const RECOMMENDER = [...new Set(Object.keys(RECOMMENDER_FIELDS).map((path) => path.split('.')[0] ?? ''))];

/** The keys that each scenario knows. */
export const FIELDS_OF: Readonly<Record<ScenarioId, readonly FieldPath[]>> = {
  'serverless-endpoint': below(...ANY, ...ENDPOINT, 'serverlessConfig', 'completeFrom'),
  'inference-recommender-vpc': below(
    ...[...ANY, 'deployer', 'executionRoleArn', 'image', 'modelDataUrl', 'modelPackageName', 'modelName', 'tags', 'vpcConfig'],
    ...RECOMMENDER,
  ),
  'elastic-inference': below(...ANY, ...ENDPOINT, 'initialInstanceCount', 'legacyAudit', 'interfaceEndpoint'),
  'jumpstart-model': below(
    ...[...ANY, 'deployer', 'executionRoleArn', 'image', 'modelDataUrl', 'modelDataSource', 'kmsKeyId', 'modelName', 'endpointConfigName', 'endpointName'],
    ...['tags', 'use', 'modelId', 'modelVersion', 'studio', 'outputPath', 'acceptEula', 'hub', 'vpcConfig', 'enableNetworkIsolation'],
    ...['instanceType', 'initialInstanceCount', 'trainingJob'],
  ),
  'wandb-launch-queue': below(...ANY, 'queueConfig', 'agentConfig', 'agentRoleArn', 'queueName', 'wandbBaseUrl'),
};

/** The scenarios by name. */
export const SCENARIO_IDS = Object.keys(FIELDS_OF) as readonly ScenarioId[];

/** The field at a path of the description; undefined for a path that no scenario knows. Entries of `tags` are part of `tags`. */
export const fieldAt = (path: readonly (string | number)[]): Field | undefined => {
  const name = path[0] === 'tags' ? 'tags' : path.join('.');
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldPath] : undefined;
};
