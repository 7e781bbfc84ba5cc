import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { hidesTags, launch, queueSubject, tagKeysOf } from '../../src/reason/launch.ts';

const MOST_TAGS = 50;
/** The agent adds WandbRunId to the tags of the queue. */
const MOST_OF_THE_QUEUE = MOST_TAGS - 1;

export const queueLeavesRoomForAgentTag = defineRule({
  id: 'launch/queue-leaves-room-for-agent-tag',
  title: 'The queue leaves room for the agent’s tag',
  severity: 'error',
  basis: 'api-model',
  why: `CreateTrainingJob takes at most ${MOST_TAGS} tags, and the agent adds one of its own, WandbRunId, to those of the queue.`,
  fix: `Leave tags out of the queue’s configuration until there are at most ${MOST_OF_THE_QUEUE}.`,
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html',
    'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py',
  ],
  predicts: ['Member must have length less than or equal to 50'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const count = tagKeysOf(target).length;
    if (count > MOST_OF_THE_QUEUE)
      return fail(`${count} tags leave no room for the agent’s`, [
        { subject: queueSubject(target), observed: `${count}`, expected: `at most ${MOST_OF_THE_QUEUE}`, field: ['tags'] },
      ]);
    // A template in place of the whole list is no reason to call the queue undetermined.
    if (hidesTags(target)) return notApplicable('a template hides how many tags the queue sets');
    return pass(`${count} tags`);
  },
});
