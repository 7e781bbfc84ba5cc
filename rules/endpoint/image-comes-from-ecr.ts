import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const imageComesFromEcr = defineRule({
  id: 'endpoint/image-comes-from-ecr',
  title: 'The image is pulled from ECR, not from a private Docker registry',
  severity: 'error',
  basis: 'documented',
  why: 'Private Docker registries are reached through a VPC, which serverless endpoints do not have.',
  fix: 'Push the image to ECR, and leave ImageConfig out.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ImageConfig.html',
  ],
  appliesTo: withKnown('imageConfig'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(
      target,
      'private Docker registry',
      feature(target.imageConfig?.repositoryAccessMode === 'Vpc', ['imageConfig', 'repositoryAccessMode'], 'repositoryAccessMode Vpc'),
    ),
});
