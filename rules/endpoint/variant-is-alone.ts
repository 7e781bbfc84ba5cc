import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const variantIsAlone = defineRule({
  id: 'endpoint/variant-is-alone',
  title: 'The endpoint has one production variant and no shadow',
  severity: 'error',
  basis: 'documented',
  why: 'A serverless endpoint has exactly one production variant, and no shadow variants.',
  fix: 'Make an endpoint for each variant, and split the traffic in front of them.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-deploy-feature-matrix.html',
  ],
  appliesTo: withKnown('productionVariants', 'shadowProductionVariants'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'second or shadow variant', [
      ...feature((target.productionVariants ?? 1) > 1, ['productionVariants'], `${target.productionVariants} production variants`),
      ...feature((target.shadowProductionVariants ?? 0) > 0, ['shadowProductionVariants'], `${target.shadowProductionVariants} shadow variants`),
    ]),
});
