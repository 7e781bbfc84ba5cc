import { defineJointRule } from '../../src/model/rule.ts';
import { notApplicable } from '../../src/model/verdict.ts';
import { judgeOneName, plannedName, withOwnName } from '../../src/reason/names.ts';

export const endpointsAndJobsDifferInName = defineJointRule({
  id: 'names/endpoints-and-jobs-differ-in-name',
  title: 'No two plans make an endpoint or a job of the same name',
  severity: 'error',
  basis: 'documented',
  why: 'An account has each name once in a Region, for endpoints whatever its case; the second plan is refused, or updates what the first one made.',
  fix: 'Give each endpoint and each job a name of its own, or take one of the plans away.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html',
  ],
  predicts: ['Cannot create already existing endpoint', 'Training job names must be unique within an AWS account and region'],
  onlyBeforehand: true,
  appliesTo: withOwnName,
  needs: () => ({}),
  sharing: (target) => [plannedName(target)?.shared ?? target.name],
  judge: ([first, ...others]) => {
    const name = plannedName(first.target);
    return name === undefined ? notApplicable(withOwnName.otherwise) : judgeOneName([first.target, ...others.map(({ target }) => target)], name);
  },
});
