import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { withServerlessImage } from '../../src/reason/applicability.ts';
import { dnsSuffixOf } from '../../src/reason/arn.ts';
import { parseImageUri } from '../../src/reason/references.ts';
import { isAwsRegistry } from '../../src/reason/registries.ts';

export const imageIsInThisAccountAndRegion = defineRule({
  id: 'image/image-is-in-this-account-and-region',
  title: 'The image lies in an ECR repository of this account and Region',
  severity: 'error',
  basis: 'documented',
  why: 'A serverless endpoint takes its own image only from ECR in the account that creates the endpoint, and SageMaker pulls images only from the Region of the model.',
  fix: 'Push the image to a repository of this account and Region, and name that one.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
  ],
  predicts: ['permission to sagemaker.amazonaws.com service principal', SHARED_MESSAGES.invalidTrainingImage],
  appliesTo: withServerlessImage,
  needs: () => ({}),
  judge: (_, { image, account, region }) => {
    const here = `${account}.dkr.ecr.${region}.${dnsSuffixOf(region)}`;
    const reference = parseImageUri(image);
    const failing = (summary: string, observed: string) => {
      const evidence: Evidence = { subject: image, observed, expected: here, field: ['image'] };
      const to = reference === undefined ? here : image.replace(reference.registry, here);
      return fail(summary, [evidence], [{ kind: 'push-image', from: image, to, region }]);
    };
    if (reference?.ecr === undefined) return failing('The image is in no private ECR registry', reference?.registry ?? 'no registry');
    if (isAwsRegistry(reference.ecr.account)) return notApplicable('the image is one of AWS’s own');
    if (reference.ecr.account !== account) return failing('The image is in another account', reference.registry);
    if (reference.ecr.region !== region) return failing('The image is in another Region', reference.registry);
    return pass(`${reference.registry} is this account’s registry in ${region}`);
  },
});
