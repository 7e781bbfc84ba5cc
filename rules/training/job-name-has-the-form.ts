import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { withTraining } from '../../src/reason/training.ts';

const FORM = /^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$/;
const FIELD = ['trainingJob', 'trainingJobName'] as const;

export const jobNameHasTheForm = defineRule({
  id: 'training/job-name-has-the-form',
  title: 'The job’s name is one that SageMaker takes',
  severity: 'error',
  basis: 'api-model',
  why: 'Names of training jobs hold 1 to 63 letters, digits and hyphens, with a letter or digit at both ends; an underscore is enough to be refused.',
  fix: 'Rename the job: hyphens in place of underscores and points.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html'],
  predicts: ["Value at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern"],
  appliesTo: withTraining,
  needs: () => ({}),
  judge: (_, { trainingJob: { trainingJobName: name } }) => {
    if (name === undefined) return notApplicable('the plan leaves the name to whoever starts the job');
    if (FORM.test(name)) return pass(name);
    const value = name
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 63);
    const evidence = { subject: name, observed: name, expected: '1 to 63 letters, digits and hyphens', field: FIELD };
    return fail(
      'SageMaker refuses the name',
      [evidence],
      FORM.test(value) ? [{ kind: 'set-field', field: FIELD, value, why: 'the nearest that is allowed' }] : [],
    );
  },
});
