import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jumpStart, modelSubject } from '../../src/reason/jumpstart.ts';

const MOST_TAGS = 50;

export const tagsAreWithinLimit = defineRule({
  id: 'jumpstart/tags-are-within-limit',
  title: 'The plan sets no more than 50 tags',
  severity: 'error',
  basis: 'api-model',
  why: 'CreateModel, CreateEndpointConfig, CreateEndpoint and CreateTrainingJob take at most 50 tags each; the SDK adds up to five of its own to those of the plan.',
  fix: 'Leave tags out until the SDK’s fit as well.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html',
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/enums.py',
  ],
  predicts: ['Member must have length less than or equal to 50'],
  appliesTo: jumpStart,
  needs: () => ({}),
  judge: (_, target) => {
    const count = Object.keys(target.tags ?? {}).length;
    return count <= MOST_TAGS
      ? pass(`${count} tags`)
      : fail(`${count} tags are more than ${MOST_TAGS}`, [
          { subject: modelSubject(target), observed: `${count}`, expected: `at most ${MOST_TAGS}`, field: ['tags'] },
        ]);
  },
});
