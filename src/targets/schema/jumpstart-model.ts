import * as z from 'zod';
import { domainId, keyReference, s3Prefix, sagemakerName, word } from '../formats.ts';
import { common, endpointNames, model, principals } from './common.ts';
import { modelDataSource, vpcConfig } from './hosting-features.ts';
import { trainingJob } from './training-job.ts';
import { choice, count, text, truth } from './values.ts';

const studio = z
  .strictObject({
    domainId: text('studio.domainId', domainId),
    userProfileName: text('studio.userProfileName', sagemakerName).exactOptional(),
    spaceName: text('studio.spaceName', sagemakerName).exactOptional(),
  })
  .meta({ title: 'Studio', description: 'Who uses the model in Studio, and so whose role is passed where none is named.' });

const { modelPackageName: _, ...ownModel } = model;

/** A JumpStart model as a description writes it, complete with what it inherits: one entry is two targets where `use` is both. */
export const jumpStartModel = z.strictObject({
  ...common('jumpstart-model'),
  ...principals,
  use: choice('use', ['hosting', 'training', 'both']),
  modelId: text('modelId', word).exactOptional(),
  modelVersion: text('modelVersion', word).exactOptional(),
  studio: studio.exactOptional(),
  outputPath: text('outputPath', s3Prefix).exactOptional(),
  acceptEula: truth('acceptEula').exactOptional(),
  hub: text('hub', word).exactOptional(),
  ...ownModel,
  modelDataSource: modelDataSource.exactOptional(),
  kmsKeyId: text('kmsKeyId', keyReference).exactOptional(),
  ...endpointNames,
  vpcConfig: vpcConfig.exactOptional(),
  enableNetworkIsolation: truth('enableNetworkIsolation').exactOptional(),
  instanceType: text('instanceType', word).exactOptional(),
  initialInstanceCount: count('initialInstanceCount').exactOptional(),
  trainingJob: trainingJob.exactOptional(),
});

/** What one entry says of a JumpStart model. */
export type DescribedJumpStartModel = z.infer<typeof jumpStartModel>;
