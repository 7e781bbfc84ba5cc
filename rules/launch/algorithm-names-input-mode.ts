import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { launch, queueSubject } from '../../src/reason/launch.ts';
import { openAt } from '../../src/reason/open-fields.ts';

const FIELD = ['queue', 'trainingInputMode'] as const;

export const algorithmNamesInputMode = defineRule({
  id: 'launch/algorithm-names-input-mode',
  title: 'AlgorithmSpecification names TrainingInputMode',
  severity: 'error',
  basis: 'api-model',
  why: 'The agent adds TrainingInputMode only where the queue has no AlgorithmSpecification; a queue that has one must say it, for CreateTrainingJob requires it there.',
  fix: 'Add TrainingInputMode, mostly File, to AlgorithmSpecification.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html',
    'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py',
  ],
  predicts: ['Missing required parameter in AlgorithmSpecification: "TrainingInputMode"'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const { hasAlgorithmSpecification, trainingInputMode } = target.queue;
    if (!hasAlgorithmSpecification) return notApplicable('the queue has no AlgorithmSpecification: the agent makes one');
    if (trainingInputMode !== undefined) return pass(trainingInputMode);
    const open = openAt(target, 'queue', 'trainingInputMode');
    if (isNonEmpty(open)) return cannotTell(...open);
    const evidence = {
      subject: queueSubject(target),
      observed: 'AlgorithmSpecification without TrainingInputMode',
      expected: 'TrainingInputMode',
      field: FIELD,
    };
    return fail('TrainingInputMode is missing', [evidence], [{ kind: 'set-field', field: FIELD, value: 'File', why: 'what the agent would choose' }]);
  },
});
