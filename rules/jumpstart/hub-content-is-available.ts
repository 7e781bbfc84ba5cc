import { existing } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { hubContentOf, withHub } from '../../src/reason/jumpstart.ts';

const AVAILABLE = 'Available';

export const hubContentIsAvailable = defineRule({
  id: 'jumpstart/hub-content-is-available',
  title: 'The model in the private hub is available',
  severity: 'error',
  basis: 'api-model',
  why: 'Content that is being imported or deleted, or whose import failed, cannot be deployed.',
  fix: 'Wait for the import, or import the model again.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeHubContent.html'],
  dependsOn: ['jumpstart/hub-content-exists'],
  appliesTo: withHub,
  needs: (target) => ({ content: existing(hubContentOf(target), 'jumpstart/hub-content-exists') }),
  judge: ({ content: { value: content } }) =>
    content.status === AVAILABLE
      ? pass(`${content.arn} is available`)
      : fail(`The content is ${content.status}`, [{ subject: content.arn, observed: content.status, expected: AVAILABLE, field: ['hub'] }]),
});
