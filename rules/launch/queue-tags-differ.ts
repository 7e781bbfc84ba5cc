import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { AGENT_TAG, hidesTags, launch, queueSubject, tagKeysOf } from '../../src/reason/launch.ts';

export const queueTagsDiffer = defineRule({
  id: 'launch/queue-tags-differ',
  title: 'No two tags of a job have the same key',
  severity: 'error',
  basis: 'documented',
  why: `The keys of a resource’s tags are unique, and CreateTrainingJob refuses a list that names one twice; the agent adds ${AGENT_TAG} to those of the queue.`,
  fix: 'Leave each key in the queue’s Tags once, and leave the agent’s own to the agent.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html',
    'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py',
  ],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    if (hidesTags(target)) return notApplicable('a template stands for the tags of the queue');
    const keys = [...tagKeysOf(target), AGENT_TAG];
    const repeated = [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))];
    const evidence = repeated.map((key) => ({
      subject: queueSubject(target),
      observed: key === AGENT_TAG ? `${key}, which the agent adds` : `${keys.filter((one) => one === key).length} × ${key}`,
      expected: 'each key once',
      field: ['tags'],
    }));
    return isNonEmpty(evidence) ? fail(`Tags named twice: ${repeated.join(', ')}`, evidence) : pass(`${keys.length} keys, the agent’s among them`);
  },
});
