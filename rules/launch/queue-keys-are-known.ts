import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { launch, queueSubject } from '../../src/reason/launch.ts';

export const queueKeysAreKnown = defineRule({
  id: 'launch/queue-keys-are-known',
  title: 'CreateTrainingJob knows every key of the queue',
  severity: 'warning',
  basis: 'api-model',
  why: 'The agent hands every key of the queue on, and the request is refused for one that CreateTrainingJob does not know. A key that is newer than this list is no mistake.',
  fix: 'Spell the key as CreateTrainingJob does, or take it out.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
  predicts: ['Parameter validation failed: Unknown parameter in input'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = target.queue.unknownKeys.map((key) => ({
      subject: queueSubject(target),
      observed: key,
      expected: 'a key of CreateTrainingJob',
      field: ['queue'],
    }));
    return isNonEmpty(evidence) ? fail(`${target.queue.unknownKeys.join(', ')}: not known to CreateTrainingJob`, evidence) : pass('each key is one of its own');
  },
});
