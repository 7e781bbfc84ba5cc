import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withImage } from '../../src/reason/applicability.ts';
import { parseImageUri } from '../../src/reason/references.ts';

export const imageIsForCpu = defineRule({
  id: 'image/image-is-for-cpu',
  title: 'The image’s tag does not say that it is for GPUs',
  severity: 'warning',
  basis: 'inference',
  why: 'Serverless endpoints have no GPUs; images for them are useless there, and mostly too large.',
  fix: 'Name the image for CPU.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://github.com/aws/deep-learning-containers/issues/4616'],
  predicts: ['is greater than supported size 10737418240'],
  onlyBeforehand: true,
  appliesTo: withImage,
  needs: () => ({}),
  judge: (_, { image }) => {
    const { tag } = parseImageUri(image) ?? {};
    const words = tag?.toLowerCase().split(/[-._]/) ?? [];
    if (!words.includes('gpu')) return pass(tag === undefined ? 'no tag says so' : `the tag ${tag} does not`);
    return fail('The image is made for GPUs', [{ subject: image, observed: `tag ${tag}`, expected: 'an image for CPU', field: ['image'] }]);
  },
});
