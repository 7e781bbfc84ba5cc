import { SAGEMAKER_REGISTRIES } from '../../src/data/registries.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { withImage } from '../../src/reason/applicability.ts';
import { parseImageUri } from '../../src/reason/references.ts';
import { inRegistryOf, isAwsRegistry, servesRegion } from '../../src/reason/registries.ts';

export const registryAccountIsThisRegions = defineRule({
  id: 'image/registry-account-is-this-regions',
  title: 'An image of AWS’s own comes from the registry that AWS keeps for this Region',
  severity: 'error',
  basis: 'documented',
  why: 'AWS keeps its SageMaker images in other accounts for other Regions; an image URI copied from another Region names a registry that does not serve this one.',
  fix: 'Name the same image in the registry of the endpoint’s Region.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/pre-built-containers-frameworks-deep-learning.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
  ],
  predicts: ['permission to sagemaker.amazonaws.com service principal'],
  restsOn: [SAGEMAKER_REGISTRIES],
  appliesTo: withImage,
  needs: () => ({}),
  judge: (_, { image, region }) => {
    const reference = parseImageUri(image);
    if (reference?.ecr === undefined || !isAwsRegistry(reference.ecr.account)) return notApplicable('the image is not one of AWS’s own');
    const { ecr, registry } = reference;
    if (ecr.region === region && servesRegion(ecr.account, region)) return pass(`${registry} is AWS’s registry for ${region}`);
    const here = inRegistryOf(region, reference);
    const evidence = { subject: image, observed: registry, expected: here ?? `a registry that AWS keeps for ${region}`, field: ['image'] };
    return fail(`${registry} does not serve ${region}`, [evidence], here === undefined ? [] : [{ kind: 'use-image', from: image, to: here }]);
  },
});
