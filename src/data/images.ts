import type { Sourced } from './sourced.ts';

/** Media types of manifests that CreateModel refuses: those of the Open Container Initiative. */
export const REFUSED_MEDIA_TYPES: Sourced<readonly string[]> = {
  source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/180',
  asOf: '2026-11-21',
  values: ['application/vnd.oci.image.index.v1+json', 'application/vnd.oci.image.manifest.v1+json'],
};

/** Media type of a list of manifests in Docker's form. */
export const MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';

/**
 * Compressed size, bytes, from which an image may exceed the limit unpacked: an inference. AWS does not say which of the two sizes it compares,
 * and layers commonly unpack to two or three times their size. Refusals: https://github.com/aws/deep-learning-containers/issues/4616
 */
export const DOUBTFUL_IMAGE_BYTES = 4 * 1024 ** 3;
