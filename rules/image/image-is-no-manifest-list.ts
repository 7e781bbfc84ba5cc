import { MANIFEST_LIST } from '../../src/data/images.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingImage, rebuilding, withEcrImage } from '../../src/reason/images.ts';

export const imageIsNoManifestList = defineRule({
  id: 'image/image-is-no-manifest-list',
  title: 'The image is one manifest, not a list for several platforms',
  severity: 'warning',
  basis: 'inference',
  why: 'Whether SageMaker follows a manifest list to the right platform is not documented; a single manifest leaves no doubt.',
  fix: 'Push the image for linux/amd64 alone.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html',
  ],
  dependsOn: ['image/image-exists'],
  onlyBeforehand: true,
  appliesTo: withEcrImage,
  needs: (target) => ({ image: existingImage(target) }),
  judge: ({ image: { value } }, target) => {
    if (value.mediaType !== MANIFEST_LIST) return pass(value.mediaType ?? 'no list');
    const evidence = { subject: target.image, observed: 'a list of manifests', expected: 'one manifest', field: ['image'] };
    return fail('The image is a list of manifests', [evidence], rebuilding(target, 'for one platform'));
  },
});
