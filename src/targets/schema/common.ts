import * as z from 'zod';
import type { ScenarioId } from '../../model/target.ts';
import { assumableRole, deployer, externalId, imageUri, modelPackageName, regionCode, roleArn, sagemakerName, targetName } from '../formats.ts';
import { account, artifact, tags, text, truth, wordsOf } from './values.ts';

/** What every target has. */
export const common = <const S extends ScenarioId>(scenario: S) => ({
  name: text('name', targetName),
  scenario: z.literal(scenario).meta({ ...wordsOf('scenario'), examples: [scenario] }),
  account: account(),
  region: text('region', regionCode),
  assumeRole: text('assumeRole', assumableRole).exactOptional(),
  externalId: text('externalId', externalId).exactOptional(),
  existing: truth('existing').exactOptional(),
});

/** Who deploys and who runs, and the tags of what is made. */
export const principals = {
  deployer: text('deployer', deployer).exactOptional(),
  executionRoleArn: text('executionRoleArn', roleArn).exactOptional(),
  tags: tags().exactOptional(),
};

/** What a model is made from. */
export const model = {
  image: text('image', imageUri).exactOptional(),
  modelDataUrl: artifact().exactOptional(),
  modelPackageName: text('modelPackageName', modelPackageName).exactOptional(),
  modelName: text('modelName', sagemakerName).exactOptional(),
};

/** The names of what a deployment makes, beside the model. */
export const endpointNames = {
  endpointConfigName: text('endpointConfigName', sagemakerName).exactOptional(),
  endpointName: text('endpointName', sagemakerName).exactOptional(),
};
