import * as z from 'zod';
import type { TrainingJob } from '../../model/training.ts';
import { keyReference, s3Prefix, sagemakerName, word } from '../formats.ts';
import { count, text, texts, truth, wordsOf } from './values.ts';

const RESOURCES = 'trainingJob.resourceConfig';

const resourceConfig = z
  .strictObject({
    instanceType: text(`${RESOURCES}.instanceType`, word).exactOptional(),
    instanceCount: count(`${RESOURCES}.instanceCount`).exactOptional(),
    volumeSizeInGB: count(`${RESOURCES}.volumeSizeInGB`).exactOptional(),
    volumeKmsKeyId: text(`${RESOURCES}.volumeKmsKeyId`, keyReference).exactOptional(),
  })
  .meta({ title: 'Training resources', description: 'Instances and storage of the training (ResourceConfig).' });

const outputDataConfig = z
  .strictObject({
    s3OutputPath: text('trainingJob.outputDataConfig.s3OutputPath', s3Prefix).exactOptional(),
    kmsKeyId: text('trainingJob.outputDataConfig.kmsKeyId', keyReference).exactOptional(),
  })
  .meta({ title: 'Training output', description: 'Where the training writes, and with which key (OutputDataConfig).' });

const said = z.string().exactOptional();

const fileSystems = z
  .array(z.strictObject({ fileSystemId: z.string(), fileSystemType: said, directoryPath: said, fileSystemAccessMode: said }))
  .min(1)
  .meta(wordsOf('trainingJob.fileSystems'));

const stoppingCondition = z
  .strictObject({
    maxRuntimeInSeconds: count('trainingJob.stoppingCondition.maxRuntimeInSeconds').exactOptional(),
    maxWaitTimeInSeconds: count('trainingJob.stoppingCondition.maxWaitTimeInSeconds').exactOptional(),
  })
  .meta({ title: 'Stopping condition', description: 'How long the training may take (StoppingCondition).' });

/** A training job as a description writes it. */
export const trainingJob = z
  .strictObject({
    trainingJobName: text('trainingJob.trainingJobName', sagemakerName).exactOptional(),
    inputs: texts('trainingJob.inputs', s3Prefix).exactOptional(),
    fileSystems: fileSystems.exactOptional(),
    resourceConfig: resourceConfig.exactOptional(),
    outputDataConfig: outputDataConfig.exactOptional(),
    stoppingCondition: stoppingCondition.exactOptional(),
    checkpointUri: text('trainingJob.checkpointUri', s3Prefix).exactOptional(),
    enableManagedSpotTraining: truth('trainingJob.enableManagedSpotTraining').exactOptional(),
    enableInterContainerTrafficEncryption: truth('trainingJob.enableInterContainerTrafficEncryption').exactOptional(),
  })
  .meta({ title: 'Training job', description: 'What CreateTrainingJob is given.' }) satisfies z.ZodType<TrainingJob>;
