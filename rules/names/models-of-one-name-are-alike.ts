import { defineJointRule } from '../../src/model/rule.ts';
import { notApplicable } from '../../src/model/verdict.ts';
import { judgeOneName, plannedParts, withNamedParts } from '../../src/reason/names.ts';

export const modelsOfOneNameAreAlike = defineJointRule({
  id: 'names/models-of-one-name-are-alike',
  title: 'Plans that give one name to a model or an endpoint configuration mean the same one',
  severity: 'error',
  basis: 'observed',
  why: 'SageMaker refuses to make a second model or configuration of a name, and a tool that takes the one it finds then serves another model than planned.',
  fix: 'Give models and configurations that differ names of their own.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  ],
  predicts: ['Cannot create already existing model', 'Cannot create already existing endpoint configuration'],
  onlyBeforehand: true,
  appliesTo: withNamedParts,
  needs: () => ({}),
  sharing: (target) => plannedParts(target).map(({ shared }) => shared),
  judge: ([first, ...others], shared) => {
    const name = plannedParts(first.target).find((part) => part.shared === shared);
    return name === undefined ? notApplicable(withNamedParts.otherwise) : judgeOneName([first.target, ...others.map(({ target }) => target)], name);
  },
});
