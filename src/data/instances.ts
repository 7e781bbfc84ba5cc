import type { Sourced } from './sourced.ts';

/**
 * Instance families whose storage is local NVMe, by the name between `ml.` and the size: SageMaker takes no volume size for it, and no key encrypts it.
 * The pages of VolumeKmsKeyId and KmsKeyId name EC2’s list of instance store volumes for them; these are the families of which EC2 answers
 * `InstanceStorageSupported`, and each of them in every size.
 */
export const LOCAL_STORAGE_FAMILIES: Sourced<readonly string[]> = {
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html',
  asOf: '2026-11-21',
  values: [
    ...['m5d', 'm5dn', 'm6gd', 'm6id', 'm6idn', 'm7gd', 'c5d', 'c6gd', 'c6id', 'c7gd', 'r5d', 'r5dn', 'r6gd', 'r6id', 'r7gd'],
    ...['g4dn', 'g5', 'g6', 'g6e', 'g7e', 'p3dn', 'p4d', 'p4de', 'p5', 'p5e', 'p5en', 'p6-b200', 'p6-b300', 'trn1', 'trn1n', 'trn2', 'dl1'],
  ],
};

/** Families that SageMaker names and of which EC2’s list was not seen to speak; all others of their lines have local storage. */
export const LIKELY_LOCAL_STORAGE: Sourced<readonly string[]> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html',
  asOf: '2026-11-21',
  values: ['g7', 'p6e-gb200'],
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
