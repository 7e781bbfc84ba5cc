import type { Sourced } from './sourced.ts';

/**
 * Instance families whose storage is local NVMe, by the name between `ml.` and the size. SageMaker takes no KMS key for that storage, and no volume size.
 * AWS names the families with a `d` and examples of the rest; the rest of this list is what its Python SDK tests for.
 */
export const LOCAL_STORAGE_FAMILIES: Sourced<readonly string[]> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  asOf: '2026-11-21',
  values: ['m5d', 'm5dn', 'm6gd', 'm6id', 'm6idn', 'm7gd', 'c5d', 'c6gd', 'c6id', 'c7gd', 'r5d', 'r5dn', 'r6gd', 'r6id', 'r7gd', 'g4dn', 'p3dn', 'p4d', 'p4de'],
};

/** Families with local storage by the same SDK test only: `g5`, `g6`, `p5`, `trn1` and their kin. */
export const LIKELY_LOCAL_STORAGE: Sourced<readonly string[]> = {
  source: 'https://github.com/aws/sagemaker-python-sdk/issues/3677',
  asOf: '2026-11-21',
  values: ['g5', 'g6', 'g6e', 'p5', 'p5e', 'p5en', 'trn1', 'trn1n'],
};

/** Training instance types with an Elastic Fabric Adapter, which take five addresses each in a VPC. */
export const FABRIC_ADAPTER_TYPES: Sourced<readonly string[]> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
  asOf: '2026-11-21',
  values: [
    'ml.p3dn.24xlarge',
    'ml.p4d.24xlarge',
    'ml.p4de.24xlarge',
    'ml.p5.48xlarge',
    'ml.p5e.48xlarge',
    'ml.p5en.48xlarge',
    'ml.trn1.32xlarge',
    'ml.trn1n.32xlarge',
  ],
};
