import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelNamed } from '../../src/reason/deployed.ts';
import { jobWithModel } from '../../src/reason/recommendation.ts';

export const modelExists = defineRule({
  id: 'recommender/model-exists',
  title: 'The model that the job takes exists',
  severity: 'error',
  basis: 'api-model',
  why: 'ModelName is the name of a model that was created before; the job makes none from a name.',
  fix: 'Create the model, name the one that is meant, or name a model package version instead.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobInputConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html',
  ],
  predicts: ['Could not find model'],
  appliesTo: jobWithModel,
  needs: (target) => ({ model: modelNamed(target, target.modelName) }),
  judge: ({ model }, { modelName, account, region }) =>
    model.state === 'present'
      ? pass(`${model.value.arn} is there`)
      : fail('There is no such model', [{ subject: { account, region, kind: 'model', name: modelName }, observed: 'no such model', field: ['modelName'] }]),
});
