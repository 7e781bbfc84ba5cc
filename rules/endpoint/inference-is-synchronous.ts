import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const inferenceIsSynchronous = defineRule({
  id: 'endpoint/inference-is-synchronous',
  title: 'Inference is synchronous',
  severity: 'error',
  basis: 'documented',
  why: 'Asynchronous inference is another kind of endpoint, on instances: a configuration is one or the other.',
  fix: 'Leave AsyncInferenceConfig out, or use an asynchronous endpoint.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-deploy-feature-matrix.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  ],
  appliesTo: withKnown('asyncInferenceConfig'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'asynchronous inference', feature(target.asyncInferenceConfig, ['asyncInferenceConfig'], 'AsyncInferenceConfig is given')),
});
