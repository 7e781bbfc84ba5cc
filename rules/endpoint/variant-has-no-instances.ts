import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const variantHasNoInstances = defineRule({
  id: 'endpoint/variant-has-no-instances',
  title: 'The variant names neither instances nor accelerators',
  severity: 'error',
  basis: 'documented',
  why: 'A serverless variant has no instance type, and neither GPUs nor Elastic Inference: a configuration with one of them makes an endpoint on instances, or is refused.',
  fix: 'Name ServerlessConfig alone in the variant.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html',
  ],
  appliesTo: withKnown('instanceType', 'acceleratorType'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'instance type or accelerator', [
      ...feature(target.instanceType !== undefined, ['instanceType'], `${target.instanceType}`),
      ...feature(target.acceleratorType !== undefined, ['acceleratorType'], `${target.acceleratorType}`),
    ]),
});
