import type { ContainerConfig, Phase } from '../../src/model/recommendation.ts';
import type { InferenceRecommenderTarget } from '../../src/model/target.ts';
import { recommender } from './targets.ts';

/** A job whose model is described otherwise. */
export const saying = (changes: Partial<ContainerConfig>): InferenceRecommenderTarget =>
  recommender({ containerConfig: { ...recommender().containerConfig, ...changes } });

/** A job without some of the words that describe its model. */
export const notSaying = (...words: readonly (keyof ContainerConfig)[]): InferenceRecommenderTarget =>
  recommender({ containerConfig: Object.fromEntries(Object.entries(recommender().containerConfig ?? {}).filter(([word]) => !words.includes(word as never))) });

/** A job without some of its fields. */
export const lacking = (...fields: readonly (keyof InferenceRecommenderTarget)[]): InferenceRecommenderTarget =>
  Object.fromEntries(Object.entries(recommender()).filter(([field]) => !fields.includes(field as never))) as never;

/** A load test of one instance type. */
export const loadTest = (changes: Partial<InferenceRecommenderTarget> = {}): InferenceRecommenderTarget =>
  recommender({
    jobType: 'Advanced',
    endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }],
    trafficPattern: { trafficType: 'PHASES', phases: [{ initialNumberOfUsers: 1, spawnRate: 1, durationInSeconds: 120 }] },
    limits: { maxNumberOfTests: 1, maxParallelOfTests: 1, jobDurationInSeconds: 7200, maxInvocations: 300, latencyPercentiles: ['P95'] },
    ...changes,
  });

/** A load test with these phases of traffic. */
export const phased = (...phases: readonly Phase[]): InferenceRecommenderTarget => loadTest({ trafficPattern: { trafficType: 'PHASES', phases } });
