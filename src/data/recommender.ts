import type { Sourced } from './sourced.ts';

const READ = '2026-11-21';
const CONTAINER = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html';
const LOAD_TEST = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html';
const TROUBLESHOOTING = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html';

/** What AWS advises to name where the domain, task or framework of a model is none of those it knows. */
export const UNKNOWN_KIND = 'OTHER';

/** Words that the API documents for a model, `OTHER` among them: the troubleshooting page advises it where the API's own text is silent. */
export const DESCRIPTION_VALUES: Sourced<{
  readonly domain: readonly string[];
  readonly task: readonly string[];
  readonly framework: readonly string[];
}> = {
  source: CONTAINER,
  asOf: READ,
  values: {
    domain: ['COMPUTER_VISION', 'NATURAL_LANGUAGE_PROCESSING', 'MACHINE_LEARNING', UNKNOWN_KIND],
    task: ['IMAGE_CLASSIFICATION', 'OBJECT_DETECTION', 'TEXT_GENERATION', 'IMAGE_SEGMENTATION', 'FILL_MASK', 'CLASSIFICATION', 'REGRESSION', UNKNOWN_KIND],
    framework: ['TENSORFLOW', 'PYTORCH', 'XGBOOST', 'SAGEMAKER-SCIKIT-LEARN', UNKNOWN_KIND],
  },
};

/** Form of `FrameworkVersion`: one digit before the first point, 3 to 10 characters. */
export const FRAMEWORK_VERSION: Sourced<RegExp> = { source: CONTAINER, asOf: READ, values: /^(?=.{3,10}$)[0-9]\.[A-Za-z0-9.-]+$/ };

/** Both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What a load test may ask for. Users, seconds, or numbers of tests. */
export const LOAD_LIMITS: Sourced<{
  readonly endpointConfigurations: Range;
  readonly maxNumberOfTests: Range;
  readonly maxParallelOfTests: Range;
  readonly jobDurationInSeconds: Range;
  readonly maxInvocations: Range;
  readonly initialNumberOfUsers: Range;
  readonly durationInSeconds: Range;
}> = {
  source: LOAD_TEST,
  asOf: READ,
  values: {
    endpointConfigurations: { least: 1, most: 10 },
    maxNumberOfTests: { least: 1, most: 10 },
    maxParallelOfTests: { least: 1, most: 10 },
    jobDurationInSeconds: { least: 1, most: 18_000 },
    maxInvocations: { least: 1, most: 30_000 },
    initialNumberOfUsers: { least: 1, most: 3 },
    durationInSeconds: { least: 120, most: 3600 },
  },
};

/** Users that a phase may add a minute. The guide's own sample of a request once had 60. */
export const SPAWN_RATE: Sourced<Range> = { source: LOAD_TEST, asOf: READ, values: { least: 0, most: 3 } };

/** Percentiles of the model's latency at which a load test may stop. */
export const LATENCY_PERCENTILES: Sourced<readonly string[]> = { source: LOAD_TEST, asOf: READ, values: ['P95', 'P99'] };

/** By how many users a phase may begin above or below the end of the one before. */
export const USERS_BETWEEN_PHASES: Sourced<number> = { source: TROUBLESHOOTING, asOf: READ, values: 3 };

/** Instance families that Inference Recommender refuses to test, by the name between `ml.` and the size. */
export const BURSTABLE_FAMILIES: Sourced<readonly string[]> = { source: TROUBLESHOOTING, asOf: READ, values: ['t2'] };

/** How many existing endpoints a job may test. */
export const MOST_EXISTING_ENDPOINTS: Sourced<number> = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-existing-endpoint.html',
  asOf: READ,
  values: 1,
};
