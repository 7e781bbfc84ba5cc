import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { defaultJob, jobSubject } from '../../src/reason/recommendation.ts';

const LOAD = ['trafficPattern', 'limits'] as const;

export const defaultJobNamesNoLoad = defineRule({
  id: 'recommender/default-job-names-no-load',
  title: 'A default job leaves traffic, limits and tests to Inference Recommender',
  severity: 'warning',
  basis: 'inference',
  why: 'A default job chooses its own instances and load; traffic, stopping conditions and numbers of tests are documented for load tests (Advanced) only, and may be refused or ignored.',
  fix: 'Leave them out, or make the job a load test (jobType: Advanced).',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-recommendation-jobs.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
  ],
  onlyBeforehand: true,
  appliesTo: defaultJob,
  needs: () => ({}),
  judge: (_, target) => {
    const named = LOAD.filter((field) => target[field] !== undefined);
    const evidence = named.map((field) => ({ subject: jobSubject(target), observed: field, expected: `no ${field}`, field: [field] }));
    if (!isNonEmpty(evidence)) return pass('it names none of them');
    return fail(`A default job names ${named.join(' and ')}`, evidence, [
      { kind: 'set-field', field: ['jobType'], value: 'Advanced', why: 'only load tests take what the plan names' },
    ]);
  },
});
