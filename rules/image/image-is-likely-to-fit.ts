import { DOUBTFUL_IMAGE_BYTES } from '../../src/data/images.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { existingImage, withEcrImage } from '../../src/reason/images.ts';

export const imageIsLikelyToFit = defineRule({
  id: 'image/image-is-likely-to-fit',
  title: 'The image is small enough to fit when it is unpacked',
  severity: 'warning',
  basis: 'inference',
  why: 'ECR tells the compressed size, while images that were refused suggest that the service measures the unpacked one, which is two to three times as large.',
  fix: 'Build a smaller image, for CPU only; docker image ls tells the unpacked size.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://github.com/aws/deep-learning-containers/issues/4616'],
  predicts: ['is greater than supported size 10737418240'],
  dependsOn: ['image/image-fits'],
  onlyBeforehand: true,
  appliesTo: withEcrImage,
  needs: (target) => ({ image: existingImage(target) }),
  judge: ({ image: { value } }, target) => {
    if (value.size === undefined) return cannotTell(unknown('unsupported', `ECR does not tell the size of ${value.digest}`));
    const observed = `${value.size} bytes, compressed`;
    if (value.size <= DOUBTFUL_IMAGE_BYTES) return pass(observed);
    const expected = `at most ${DOUBTFUL_IMAGE_BYTES} bytes, to be safe`;
    return fail('The image may be too large once it is unpacked', [{ subject: target.image, observed, expected, field: ['image'] }]);
  },
});
