import { LATENCY_PERCENTILES } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { jobSubject, withPercentiles } from '../../src/reason/recommendation.ts';

const known = LATENCY_PERCENTILES.values;

export const latencyPercentilesAreKnown = defineRule({
  id: 'recommender/latency-percentiles-are-known',
  title: 'The percentiles of latency to stop at are ones that AWS names',
  severity: 'warning',
  basis: 'documented',
  why: 'The guide knows P95 and P99 as percentiles of the model’s latency; another one may be refused.',
  fix: 'Name P95 or P99.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelLatencyThreshold.html',
  ],
  restsOn: [LATENCY_PERCENTILES],
  onlyBeforehand: true,
  appliesTo: withPercentiles,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = target.limits.latencyPercentiles.flatMap((observed, index) =>
      known.includes(observed) ? [] : [{ subject: jobSubject(target), observed, expected: known.join(' or '), field: ['limits', 'latencyPercentiles', index] }],
    );
    return isNonEmpty(evidence) ? fail(`AWS does not name ${evidence.map(({ observed }) => observed).join(', ')}`, evidence) : pass('AWS names each of them');
  },
});
