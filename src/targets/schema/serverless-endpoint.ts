import * as z from 'zod';
import type { ServerlessEndpointTarget } from '../../model/target.ts';
import { deployer, imageUri, keyReference, regionCode, roleArn, sagemakerName, targetName } from '../formats.ts';
import { account, artifact, count, tags, text, wordsOf } from './values.ts';

const serverlessConfig = z
  .strictObject({
    memorySizeInMB: count('serverlessConfig.memorySizeInMB'),
    maxConcurrency: count('serverlessConfig.maxConcurrency'),
    provisionedConcurrency: count('serverlessConfig.provisionedConcurrency').exactOptional(),
  })
  .meta({ title: 'Serverless configuration', description: 'Memory and concurrency of the endpoint (ServerlessConfig).' });

/** A serverless endpoint as a description writes it, complete. */
export const serverlessEndpoint = z.strictObject({
  name: text('name', targetName),
  scenario: z.literal('serverless-endpoint').meta(wordsOf('scenario')),
  account: account(),
  region: text('region', regionCode),
  deployer: text('deployer', deployer).exactOptional(),
  executionRoleArn: text('executionRoleArn', roleArn),
  image: text('image', imageUri),
  modelDataUrl: artifact().exactOptional(),
  kmsKeyId: text('kmsKeyId', keyReference).exactOptional(),
  serverlessConfig,
  modelName: text('modelName', sagemakerName).exactOptional(),
  endpointConfigName: text('endpointConfigName', sagemakerName).exactOptional(),
  endpointName: text('endpointName', sagemakerName).exactOptional(),
  tags: tags().exactOptional(),
}) satisfies z.ZodType<ServerlessEndpointTarget>;
