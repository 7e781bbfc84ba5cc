import type { ScenarioId } from '../model/target.ts';
import { partitionOf } from '../reason/arn.ts';
import type { Field } from './field.ts';
import { HOSTING_FIELDS } from './hosting-fields.ts';

const REGION = 'us-east-1';
const ACCOUNT = '123456789012';
const IAM = `arn:${partitionOf(REGION)}:iam::${ACCOUNT}`;
const NAME = '1 to 63 letters, digits and hyphens, beginning and ending with a letter or digit';

/** Every key of a target by its path in the target file, in the order in which documents list them. */
export const FIELDS = {
  name: {
    flag: 'name',
    type: 'text',
    presence: 'required',
    inherited: 'never',
    title: 'Name',
    help: 'Name of the target in reports; unique within the file',
    expected: '1 to 100 letters, digits, spaces and . _ / : @ ( ) + -, beginning with a letter or digit',
    example: 'churn',
  },
  scenario: {
    flag: 'scenario',
    type: 'text',
    presence: 'required',
    inherited: 'never',
    title: 'Scenario',
    help: 'Kind of deployment; it decides which rules judge the target',
    expected: 'the name of a scenario',
    example: 'serverless-endpoint',
  },
  account: {
    flag: 'account',
    type: 'text',
    presence: 'required',
    inherited: 'from-defaults',
    title: 'Account',
    help: 'Account that will hold the deployment; the credentials must belong to it',
    expected: 'the 12 digits of an account id',
    example: ACCOUNT,
  },
  region: {
    flag: 'region',
    type: 'text',
    presence: 'required',
    inherited: 'from-defaults',
    title: 'Region',
    help: 'Region of the deployment',
    expected: `the code of a Region, such as ${REGION}`,
    example: REGION,
  },
  deployer: {
    flag: 'deployer',
    type: 'text',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Deployer',
    help: 'Who will make the deploying calls; `me` is whoever runs sageready',
    expected: '`me`, or the ARN of a role, a role session, a user or the root user',
    example: `${IAM}:role/Deployer`,
  },
  executionRoleArn: {
    flag: 'execution-role-arn',
    type: 'text',
    presence: 'completable',
    inherited: 'from-defaults',
    title: 'Execution role',
    help: 'Role that SageMaker assumes to read the artifact, pull the image and write logs',
    expected: 'the ARN of a role with its path, arn:<partition>:iam::<account>:role/<path and name>',
    example: `${IAM}:role/service-role/SageMakerExecution`,
  },
  image: {
    flag: 'image',
    type: 'text',
    presence: 'completable',
    inherited: 'from-defaults',
    title: 'Image',
    help: 'Container image that serves the model',
    expected: 'an image URI of at most 255 characters, registry/repository[:tag|@digest]',
    example: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
  },
  modelDataUrl: {
    flag: 'model-data-url',
    type: 'text',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Model artifact',
    help: 'Where the model artifact lies in S3; an image that brings its model goes without',
    expected: 's3://bucket/key (or the https address of the object) of at most 1024 characters',
    example: 's3://churn-models/churn/model.tar.gz',
  },
  modelPackageName: {
    flag: 'model-package-name',
    type: 'text',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Model package',
    help: 'Version of a model package that the model is made from; it says image and artifact',
    expected: 'the ARN of a model package version, or the name of a package without versions',
    example: `arn:${partitionOf(REGION)}:sagemaker:${REGION}:${ACCOUNT}:model-package/churn/3`,
  },
  kmsKeyId: {
    flag: 'kms-key-id',
    type: 'text',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'KMS key',
    help: 'Key of the endpoint configuration (KmsKeyId)',
    expected: 'a key id, a key ARN, alias/<name> or an alias ARN',
    example: 'alias/churn',
  },
  'serverlessConfig.memorySizeInMB': {
    flag: 'memory-size-in-mb',
    type: 'number',
    presence: 'completable',
    inherited: 'from-defaults',
    title: 'Memory size',
    help: 'Memory of the endpoint in MB (MemorySizeInMB)',
    expected: 'a whole number of MB, 0 or more',
    example: 2048,
  },
  'serverlessConfig.maxConcurrency': {
    flag: 'max-concurrency',
    type: 'number',
    presence: 'completable',
    inherited: 'from-defaults',
    title: 'Concurrency',
    help: 'Requests that the endpoint serves at the same time (MaxConcurrency)',
    expected: 'a whole number, 0 or more',
    example: 5,
  },
  'serverlessConfig.provisionedConcurrency': {
    flag: 'provisioned-concurrency',
    type: 'number',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Provisioned concurrency',
    help: 'Part of the concurrency that is kept warm (ProvisionedConcurrency)',
    expected: 'a whole number, 0 or more',
    example: 1,
  },
  modelName: {
    flag: 'model-name',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Model name',
    help: 'Name that the SageMaker model will have',
    expected: NAME,
    example: 'churn',
  },
  endpointConfigName: {
    flag: 'endpoint-config-name',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Endpoint configuration name',
    help: 'Name that the endpoint configuration will have',
    expected: NAME,
    example: 'churn-2048',
  },
  endpointName: {
    flag: 'endpoint-name',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Endpoint name',
    help: 'Name that the endpoint will have; one that exists is updated',
    expected: NAME,
    example: 'churn',
  },
  'completeFrom.endpoint': {
    flag: 'endpoint',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Deployed endpoint',
    help: 'Endpoint that exists, from which the plan takes what it does not say itself',
    expected: NAME,
    example: 'churn',
  },
  'completeFrom.model': {
    flag: 'model',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Deployed model',
    help: 'Model that exists, from which the plan takes what it does not say itself',
    expected: NAME,
    example: 'churn',
  },
  tags: {
    flag: 'tag',
    type: 'tags',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Tags',
    help: 'Tags that the deployment puts on what it creates',
    expected: 'at most 50 tags, key: value, text of letters, digits, spaces and _ . : / = + - @ (keys up to 128 characters, values up to 256)',
    example: { team: 'churn' },
  },
  ...HOSTING_FIELDS,
} as const satisfies Readonly<Record<string, Field>>;

/** Path of a field in a target, its keys joined by dots. */
export type FieldPath = keyof typeof FIELDS;

/** Every path, in the order of the table. */
export const FIELD_PATHS = Object.keys(FIELDS) as readonly FieldPath[];

/** The keys that each scenario knows. */
export const FIELDS_OF: Readonly<Record<ScenarioId, readonly FieldPath[]>> = { 'serverless-endpoint': FIELD_PATHS };

/** The scenarios by name. */
export const SCENARIO_IDS = Object.keys(FIELDS_OF) as readonly ScenarioId[];

/** The field at a path of the description; undefined for a path that no scenario knows. Entries of `tags` are part of `tags`. */
export const fieldAt = (path: readonly (string | number)[]): Field | undefined => {
  const name = path[0] === 'tags' ? 'tags' : path.join('.');
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldPath] : undefined;
};
