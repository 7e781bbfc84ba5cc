import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { hubContentOf, modelSubject, withHub } from '../../src/reason/jumpstart.ts';

export const hubContentExists = defineRule({
  id: 'jumpstart/hub-content-exists',
  title: 'The private hub holds the model',
  severity: 'error',
  basis: 'api-model',
  why: 'A private hub offers what its administrators put into it, as a copy or as a reference to the public hub; nothing else can be deployed from it.',
  fix: 'Add the model to the hub, or name the hub that holds it; aws sagemaker list-hub-contents lists them.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeHubContent.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide.html',
  ],
  appliesTo: withHub,
  needs: (target) => ({ content: hubContentOf(target) }),
  judge: ({ content }, target) =>
    content.state === 'present'
      ? pass(`${content.value.arn} is there`)
      : fail('There is no such model in the hub', [
          { subject: modelSubject(target), observed: `no content of ${target.hub}`, expected: `${target.modelId} in ${target.hub}`, field: ['hub'] },
        ]),
});
