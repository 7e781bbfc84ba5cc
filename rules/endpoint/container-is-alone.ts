import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const containerIsAlone = defineRule({
  id: 'endpoint/container-is-alone',
  title: 'The model has one container',
  severity: 'error',
  basis: 'documented',
  why: 'Neither inference pipelines nor multi-container endpoints exist without instances: a model behind a serverless endpoint has one container.',
  fix: 'Put the steps into one container, or use an endpoint on instances.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-deploy-feature-matrix.html',
  ],
  appliesTo: withKnown('containers'),
  needs: () => ({}),
  judge: (_, target) => judgeAbsence(target, 'second container', feature((target.containers ?? 1) > 1, ['containers'], `${target.containers} containers`)),
});
