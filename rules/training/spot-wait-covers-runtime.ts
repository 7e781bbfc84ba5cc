import { TRAINING_LIMITS } from '../../src/data/training.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { openAt } from '../../src/reason/open-fields.ts';
import { jobSubject, withSpotTraining } from '../../src/reason/training.ts';

const FIELD = ['trainingJob', 'stoppingCondition', 'maxWaitTimeInSeconds'] as const;

export const spotWaitCoversRuntime = defineRule({
  id: 'training/spot-wait-covers-runtime',
  title: 'A spot job waits at least as long as it may run',
  severity: 'error',
  basis: 'documented',
  why: 'The time that a job waits for spot instances counts its own running time in; MaxWaitTimeInSeconds must be given, and be no less than MaxRuntimeInSeconds.',
  fix: 'Set MaxWaitTimeInSeconds to MaxRuntimeInSeconds or more.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html',
  ],
  predicts: ['Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds'],
  onlyBeforehand: true,
  appliesTo: withSpotTraining,
  needs: () => ({}),
  judge: (_, target) => {
    const { maxRuntimeInSeconds: runtime = TRAINING_LIMITS.values.defaultRuntimeInSeconds, maxWaitTimeInSeconds: wait } =
      target.trainingJob.stoppingCondition ?? {};
    const open = openAt(target, 'trainingJob', 'stoppingCondition');
    if (isNonEmpty(open)) return cannotTell(...open);
    if (wait !== undefined && wait >= runtime) return pass(`${wait} seconds of waiting for ${runtime} of running`);
    const evidence = {
      subject: jobSubject(target),
      observed: wait === undefined ? 'no MaxWaitTimeInSeconds' : `${wait} seconds`,
      expected: `at least ${runtime}`,
      field: FIELD,
    };
    return fail('The job waits for less than it may run', [evidence], [{ kind: 'set-field', field: FIELD, value: runtime, why: 'the least that is allowed' }]);
  },
});
