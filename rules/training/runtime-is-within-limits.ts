import { TRAINING_LIMITS } from '../../src/data/training.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { jobSubject, withTraining } from '../../src/reason/training.ts';

const MOST = TRAINING_LIMITS.values.maxRuntimeInSeconds;
const FIELD = ['trainingJob', 'stoppingCondition', 'maxRuntimeInSeconds'] as const;

export const runtimeIsWithinLimits = defineRule({
  id: 'training/runtime-is-within-limits',
  title: 'The job may run no longer than SageMaker lets it',
  severity: 'error',
  basis: 'documented',
  why: 'A training job runs for 28 days at most; a request for more is refused.',
  fix: `Choose MaxRuntimeInSeconds between 1 and ${MOST}, and let longer trainings go on from checkpoints.`,
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html'],
  restsOn: [TRAINING_LIMITS],
  onlyBeforehand: true,
  appliesTo: withTraining,
  needs: () => ({}),
  judge: (_, target) => {
    const { maxRuntimeInSeconds: seconds } = target.trainingJob.stoppingCondition ?? {};
    if (seconds === undefined) return notApplicable('the plan does not say how long the job may run');
    if (seconds >= 1 && seconds <= MOST) return pass(`${seconds} seconds`);
    const evidence = { subject: jobSubject(target), observed: `${seconds} seconds`, expected: `1 to ${MOST}`, field: FIELD };
    return fail('The job’s time is out of range', [evidence], seconds > MOST ? [{ kind: 'set-field', field: FIELD, value: MOST, why: '28 days' }] : []);
  },
});
