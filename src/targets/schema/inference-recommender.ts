import * as z from 'zod';
import type { InferenceRecommenderTarget } from '../../model/target.ts';
import { keyReference, recommendationsJobName, s3Prefix, sagemakerName, word } from '../formats.ts';
import { common, model, principals } from './common.ts';
import { vpcConfig } from './hosting-features.ts';
import { artifact, choice, count, text, texts, words, wordsOf } from './values.ts';

const CONTAINER = 'containerConfig';

const containerConfig = z
  .strictObject({
    domain: text(`${CONTAINER}.domain`, word).exactOptional(),
    task: text(`${CONTAINER}.task`, word).exactOptional(),
    framework: text(`${CONTAINER}.framework`, word).exactOptional(),
    frameworkVersion: text(`${CONTAINER}.frameworkVersion`, word).exactOptional(),
    nearestModelName: text(`${CONTAINER}.nearestModelName`, word).exactOptional(),
    samplePayloadUrl: artifact(`${CONTAINER}.samplePayloadUrl`).exactOptional(),
    supportedContentTypes: words(`${CONTAINER}.supportedContentTypes`).exactOptional(),
    supportedInstanceTypes: texts(`${CONTAINER}.supportedInstanceTypes`, word).exactOptional(),
    supportedEndpointType: choice(`${CONTAINER}.supportedEndpointType`, ['RealTime', 'Serverless']).exactOptional(),
  })
  .meta({
    title: 'Container configuration',
    description: 'What the job must know of the container (ContainerConfig); the model package says what is left out.',
  });

const whole = z.int().min(0);

const serverlessConfig = z.strictObject({ memorySizeInMB: whole, maxConcurrency: whole, provisionedConcurrency: whole.exactOptional() });

const endpointConfigurations = z
  .array(z.strictObject({ instanceType: z.string().exactOptional(), serverlessConfig: serverlessConfig.exactOptional() }))
  .min(1)
  .meta(wordsOf('endpointConfigurations'));

const phases = z
  .array(z.strictObject({ initialNumberOfUsers: whole.exactOptional(), spawnRate: whole.exactOptional(), durationInSeconds: whole.exactOptional() }))
  .min(1)
  .meta(wordsOf('trafficPattern.phases'));

const trafficPattern = z
  .strictObject({ trafficType: choice('trafficPattern.trafficType', ['PHASES', 'STAIRS']).exactOptional(), phases: phases.exactOptional() })
  .meta({ title: 'Traffic pattern', description: 'Load of an advanced job (TrafficPattern).' });

const limits = z
  .strictObject({
    maxNumberOfTests: count('limits.maxNumberOfTests').exactOptional(),
    maxParallelOfTests: count('limits.maxParallelOfTests').exactOptional(),
    jobDurationInSeconds: count('limits.jobDurationInSeconds').exactOptional(),
    maxInvocations: count('limits.maxInvocations').exactOptional(),
    latencyPercentiles: words('limits.latencyPercentiles').exactOptional(),
  })
  .meta({ title: 'Limits', description: 'Limits of an advanced job (ResourceLimit, StoppingConditions, JobDurationInSeconds).' });

/** An Inference Recommender job as a description writes it, complete with what it inherits and with what its request says. */
export const inferenceRecommender = z.strictObject({
  ...common('inference-recommender-vpc'),
  ...principals,
  ...model,
  vpcConfig: vpcConfig.exactOptional(),
  jobName: text('jobName', recommendationsJobName).exactOptional(),
  jobType: choice('jobType', ['Default', 'Advanced']).default('Default'),
  containerConfig: containerConfig.exactOptional(),
  endpointConfigurations: endpointConfigurations.exactOptional(),
  trafficPattern: trafficPattern.exactOptional(),
  limits: limits.exactOptional(),
  endpoints: texts('endpoints', sagemakerName).exactOptional(),
  volumeKmsKeyId: text('volumeKmsKeyId', keyReference).exactOptional(),
  outputKmsKeyId: text('outputKmsKeyId', keyReference).exactOptional(),
  compiledOutputUri: text('compiledOutputUri', s3Prefix).exactOptional(),
}) satisfies z.ZodType<InferenceRecommenderTarget>;
