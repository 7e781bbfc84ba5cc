import type { Sourced } from './sourced.ts';

/** What CreateTrainingJob takes at most; seconds, where it says so. */
export const TRAINING_LIMITS: Sourced<{
  readonly maxRuntimeInSeconds: number;
  /** Where none is named. */
  readonly defaultRuntimeInSeconds: number;
  readonly environmentVariables: number;
}> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html',
  asOf: '2026-11-21',
  values: { maxRuntimeInSeconds: 2_419_200, defaultRuntimeInSeconds: 86_400, environmentVariables: 100 },
};

/** Instance types that CreateTrainingJob takes, from the API's own model: sizes by family. */
export const TRAINING_INSTANCE_TYPES: Sourced<Readonly<Record<string, string>>> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html',
  asOf: '2026-11-21',
  values: {
    c4: 'xlarge 2xlarge 4xlarge 8xlarge',
    c5n: 'xlarge 2xlarge 4xlarge 9xlarge 18xlarge',
    c5: 'xlarge 2xlarge 4xlarge 9xlarge 18xlarge',
    c6i: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge',
    c7i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    c8i: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge',
    g4dn: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge',
    g5: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    g6e: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    g6: 'xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    m4: 'xlarge 2xlarge 4xlarge 10xlarge 16xlarge',
    m5: 'large xlarge 2xlarge 4xlarge 12xlarge 24xlarge',
    m6i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge',
    m7i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    m8i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge',
    p2: 'xlarge 8xlarge 16xlarge',
    r5d: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge',
    r5: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge',
    r6i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge',
    r7i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 48xlarge',
    r8i: 'large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge',
    t3: 'large medium xlarge 2xlarge',
    g7e: '2xlarge 4xlarge 8xlarge 12xlarge 24xlarge 48xlarge',
    g7: '2xlarge 4xlarge 8xlarge 12xlarge 24xlarge 48xlarge',
    p3dn: '24xlarge',
    p3: '2xlarge 8xlarge 16xlarge',
    p4de: '24xlarge',
    p4d: '24xlarge',
    p5en: '48xlarge',
    p5e: '48xlarge',
    p5: '4xlarge 48xlarge',
    'p6e-gb200': '36xlarge',
    'p6-b200': '48xlarge',
    'p6-b300': '48xlarge',
    trn1n: '32xlarge',
    trn1: '2xlarge 32xlarge',
    trn2: '48xlarge',
  },
};
