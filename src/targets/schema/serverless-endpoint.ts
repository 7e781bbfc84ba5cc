import * as z from 'zod';
import type { ServerlessEndpointTarget } from '../../model/target.ts';
import { keyReference, sagemakerName } from '../formats.ts';
import { common, endpointNames, model, principals } from './common.ts';
import { hostingFeatures } from './hosting-features.ts';
import { count, text } from './values.ts';

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
  ...common('serverless-endpoint'),
  ...principals,
  ...model,
  kmsKeyId: text('kmsKeyId', keyReference).exactOptional(),
  serverlessConfig: serverlessConfig.exactOptional(),
  ...endpointNames,
  completeFrom: completeFrom.exactOptional(),
  ...hostingFeatures,
}) satisfies z.ZodType<ServerlessEndpointTarget>;
