import * as z from 'zod';
import type { ServerlessEndpointTarget } from '../../model/target.ts';
import { deployer, imageUri, keyReference, modelPackageName, regionCode, roleArn, sagemakerName, targetName } from '../formats.ts';
import { hostingFeatures } from './hosting-features.ts';
import { account, artifact, count, tags, text, wordsOf } from './values.ts';

const serverlessConfig = z
  .strictObject({
    memorySizeInMB: count('serverlessConfig.memorySizeInMB'),
    maxConcurrency: count('serverlessConfig.maxConcurrency'),
    provisionedConcurrency: count('serverlessConfig.provisionedConcurrency').exactOptional(),
  })
  .meta({ title: 'Serverless configuration', description: 'Memory and concurrency of the endpoint (ServerlessConfig).' });

const completeFrom = z
  .strictObject({
    endpoint: text('completeFrom.endpoint', sagemakerName).exactOptional(),
    model: text('completeFrom.model', sagemakerName).exactOptional(),
  })
  .meta({ title: 'Complete from', description: 'What is deployed, and says what the target does not: an endpoint, or a model.' })
  .transform(({ endpoint, model }) => (endpoint === undefined ? { model: model ?? '' } : { endpoint }));

/** A serverless endpoint as a description writes it, complete with what it inherits. What only a plan that names nothing deployed must say is checked elsewhere. */
export const serverlessEndpoint = z.strictObject({
  name: text('name', targetName),
  scenario: z.literal('serverless-endpoint').meta(wordsOf('scenario')),
  account: account(),
  region: text('region', regionCode),
  deployer: text('deployer', deployer).exactOptional(),
  executionRoleArn: text('executionRoleArn', roleArn).exactOptional(),
  image: text('image', imageUri).exactOptional(),
  modelDataUrl: artifact().exactOptional(),
  modelPackageName: text('modelPackageName', modelPackageName).exactOptional(),
  kmsKeyId: text('kmsKeyId', keyReference).exactOptional(),
  serverlessConfig: serverlessConfig.exactOptional(),
  modelName: text('modelName', sagemakerName).exactOptional(),
  endpointConfigName: text('endpointConfigName', sagemakerName).exactOptional(),
  endpointName: text('endpointName', sagemakerName).exactOptional(),
  completeFrom: completeFrom.exactOptional(),
  tags: tags().exactOptional(),
  ...hostingFeatures,
}) satisfies z.ZodType<ServerlessEndpointTarget>;
