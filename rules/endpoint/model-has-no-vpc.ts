import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const modelHasNoVpc = defineRule({
  id: 'endpoint/model-has-no-vpc',
  title: 'The model is in no VPC',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints have no VPC configuration: a model with VpcConfig cannot stand behind one.',
  fix: 'Create a model without VpcConfig, or use an endpoint on instances.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html',
  ],
  appliesTo: withKnown('vpcConfig'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(
      target,
      'VPC',
      feature(target.vpcConfig !== undefined, ['vpcConfig'], `subnets ${target.vpcConfig?.subnets.join(', ') || 'of the endpoint configuration'}`),
    ),
});
