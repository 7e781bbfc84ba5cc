import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const containerServesOneModel = defineRule({
  id: 'endpoint/container-serves-one-model',
  title: 'The container serves one model',
  severity: 'error',
  basis: 'documented',
  why: 'Multi-model endpoints need instances: a container of mode MultiModel cannot stand behind a serverless endpoint.',
  fix: 'Make a serverless endpoint for each model, or use an endpoint on instances.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
  ],
  appliesTo: withKnown('mode'),
  needs: () => ({}),
  judge: (_, target) => judgeAbsence(target, 'multi-model container', feature(target.mode === 'MultiModel', ['mode'], 'MultiModel')),
});
