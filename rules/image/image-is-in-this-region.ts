import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { withImageOfInstances } from '../../src/reason/applicability.ts';
import { dnsSuffixOf } from '../../src/reason/arn.ts';
import { parseImageUri } from '../../src/reason/references.ts';
import { isAwsRegistry } from '../../src/reason/registries.ts';

export const imageIsInThisRegion = defineRule({
  id: 'image/image-is-in-this-region',
  title: 'The image lies in an ECR registry of this Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker pulls images only from Amazon ECR in the Region of the model or the job, unless the plan says that a private registry is reached through the VPC.',
  fix: 'Push the image to a repository of this Region, and name that one.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html',
  ],
  predicts: [
    'TrainingImageConfig with TrainingRepositoryAccessMode set to VPC must be provided when using a training image from a private Docker registry',
    SHARED_MESSAGES.invalidTrainingImage,
  ],
  appliesTo: withImageOfInstances,
  needs: () => ({}),
  judge: (_, { image, account, region, imageConfig }) => {
    const here = `${account}.dkr.ecr.${region}.${dnsSuffixOf(region)}`;
    const reference = parseImageUri(image);
    const failing = (summary: string, observed: string) => {
      const evidence: Evidence = { subject: image, observed, expected: here, field: ['image'] };
      const to = reference === undefined ? here : image.replace(reference.registry, here);
      return fail(summary, [evidence], [{ kind: 'push-image', from: image, to, region }]);
    };
    if (reference?.ecr === undefined && imageConfig?.repositoryAccessMode === 'Vpc')
      return notApplicable('the image is pulled from a private registry through the VPC');
    if (reference?.ecr === undefined) return failing('The image is in no private ECR registry', reference?.registry ?? 'no registry');
    if (isAwsRegistry(reference.ecr.account)) return notApplicable('the image is one of AWS’s own');
    if (reference.ecr.region !== region) return failing('The image is in another Region', reference.registry);
    return pass(`${reference.registry} is a registry of ${region}`);
  },
});
