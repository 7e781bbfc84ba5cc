import { TRAINING_LIMITS } from '../../src/data/training.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { jobSubject, withTraining } from '../../src/reason/training.ts';

const MOST = TRAINING_LIMITS.values.environmentVariables;

export const environmentIsWithinLimits = defineRule({
  id: 'training/environment-is-within-limits',
  title: 'The job sets no more environment variables than SageMaker takes',
  severity: 'error',
  basis: 'api-model',
  why: `CreateTrainingJob takes at most ${MOST} environment variables.`,
  fix: 'Put settings into a file of an input channel, or several into one variable.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html'],
  restsOn: [TRAINING_LIMITS],
  appliesTo: withTraining,
  needs: () => ({}),
  judge: (_, target) => {
    const { environmentVariables: count } = target.trainingJob;
    if (count === undefined) return notApplicable('the plan sets no environment variables');
    if (count <= MOST) return pass(`${count} of ${MOST}`);
    const evidence = {
      subject: jobSubject(target),
      observed: `${count} variables`,
      expected: `at most ${MOST}`,
      field: ['trainingJob', 'environmentVariables'],
    };
    return fail(`${count} environment variables, ${MOST} allowed`, [evidence]);
  },
});
