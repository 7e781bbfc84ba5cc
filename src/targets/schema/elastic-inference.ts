import * as z from 'zod';
import type { ElasticInferenceTarget } from '../../model/target.ts';
import { keyReference, word } from '../formats.ts';
import { common, endpointNames, model, principals } from './common.ts';
import { hostingFeatures } from './hosting-features.ts';
import { count, text, truth } from './values.ts';

const interfaceEndpoint = z
  .strictObject({ vpcEndpointId: text('interfaceEndpoint.vpcEndpointId', word), vpcId: text('interfaceEndpoint.vpcId', word) })
  .meta({ title: 'Interface endpoint', description: 'What Elastic Inference has left behind.' });

/** An endpoint with an accelerator as a description writes it, complete with what it inherits. */
export const elasticInference = z.strictObject({
  ...common('elastic-inference'),
  ...principals,
  ...model,
  kmsKeyId: text('kmsKeyId', keyReference).exactOptional(),
  ...endpointNames,
  ...hostingFeatures,
  initialInstanceCount: count('initialInstanceCount').exactOptional(),
  legacyAudit: truth('legacyAudit').exactOptional(),
  interfaceEndpoint: interfaceEndpoint.exactOptional(),
}) satisfies z.ZodType<ElasticInferenceTarget>;
