import type { NamedArchive } from './archives.ts';
import type { WithPayload } from './recommendation.ts';
import type { ObjectLocation } from './references.ts';
import { parseS3Uri } from './references.ts';

/** The sample payload of an Inference Recommender job. */
export const namedPayload = ({ containerConfig: { samplePayloadUrl } }: WithPayload): NamedArchive => ({
  uri: samplePayloadUrl,
  field: ['containerConfig', 'samplePayloadUrl'],
  noun: 'sample payload',
});

/** Where it lies; undefined when the address is none that S3 knows. */
export const payloadLocation = ({ containerConfig: { samplePayloadUrl } }: WithPayload): ObjectLocation | undefined => parseS3Uri(samplePayloadUrl);
