import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const modelIsNotIsolated = defineRule({
  id: 'endpoint/model-is-not-isolated',
  title: 'The model is not isolated from the network',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints offer no network isolation: a model with EnableNetworkIsolation cannot stand behind one.',
  fix: 'Create the model with EnableNetworkIsolation off, or use an endpoint on instances.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
  ],
  appliesTo: withKnown('enableNetworkIsolation'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'network isolation', feature(target.enableNetworkIsolation, ['enableNetworkIsolation'], 'network isolation is on')),
});
