import { defineRule } from '../../src/model/rule.ts';
import type { InferenceRecommenderTarget } from '../../src/model/target.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { advancedJob, jobSubject } from '../../src/reason/recommendation.ts';

interface Required {
  readonly what: string;
  readonly field: readonly string[];
  readonly isNamed: (target: InferenceRecommenderTarget) => boolean;
}

const REQUIRED: readonly Required[] = [
  { what: 'traffic pattern', field: ['trafficPattern'], isNamed: ({ trafficPattern }) => trafficPattern !== undefined },
  {
    what: 'stopping condition',
    field: ['limits'],
    isNamed: ({ limits }) => limits?.maxInvocations !== undefined || (limits?.latencyPercentiles ?? []).length > 0,
  },
  {
    what: 'endpoint to make or to test',
    field: ['endpointConfigurations'],
    isNamed: ({ endpointConfigurations = [], endpoints = [] }) => endpointConfigurations.length + endpoints.length > 0,
  },
];

export const loadTestIsDescribed = defineRule({
  id: 'recommender/load-test-is-described',
  title: 'A load test names its traffic, when it stops and what it tests',
  severity: 'error',
  basis: 'documented',
  why: 'For a load test Inference Recommender chooses nothing by itself: it wants a traffic pattern, a stopping condition, and the endpoints to make or to test.',
  fix: 'Name trafficPattern, limits.maxInvocations or limits.latencyPercentiles, and endpointConfigurations or endpoints; or make it a default job.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html',
  ],
  appliesTo: advancedJob,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = REQUIRED.filter(({ isNamed }) => !isNamed(target)).map(({ field, what }) => ({
      subject: jobSubject(target),
      observed: `no ${what}`,
      field,
    }));
    return isNonEmpty(evidence) ? fail(`The load test names ${evidence.map(({ observed }) => observed).join(' and ')}`, evidence) : pass('it names them all');
  },
});
