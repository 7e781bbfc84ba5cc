import { LARGEST_IMAGE_BYTES } from '../../src/data/serverless.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { existingImage, withEcrImage } from '../../src/reason/images.ts';

export const imageFits = defineRule({
  id: 'image/image-fits',
  title: 'The compressed image is no larger than serverless endpoints take',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints take images of up to 10 GB; the service compares with 10737418240 bytes.',
  fix: 'Build a smaller image, for CPU only; or use an endpoint on instances.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://github.com/aws/deep-learning-containers/issues/4616'],
  predicts: ['is greater than supported size 10737418240'],
  dependsOn: ['image/image-exists'],
  restsOn: [LARGEST_IMAGE_BYTES],
  appliesTo: withEcrImage,
  needs: (target) => ({ image: existingImage(target) }),
  judge: ({ image: { value } }, target) => {
    const most = LARGEST_IMAGE_BYTES.values;
    if (value.size === undefined) return cannotTell(unknown('unsupported', `ECR does not tell the size of ${value.digest}`));
    const observed = `${value.size} bytes, compressed`;
    if (value.size <= most) return pass(observed);
    return fail('The image is too large', [{ subject: target.image, observed, expected: `at most ${most} bytes`, field: ['image'] }]);
  },
});
