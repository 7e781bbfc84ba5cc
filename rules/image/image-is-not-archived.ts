import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingImage, withEcrImage } from '../../src/reason/images.ts';

export const imageIsNotArchived = defineRule({
  id: 'image/image-is-not-archived',
  title: 'The image is not archived',
  severity: 'warning',
  basis: 'inference',
  why: 'ECR does not serve an archived image before it is restored, so nothing can pull it.',
  fix: 'Restore the image, or name another one.',
  docs: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive_restore_image.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html',
  ],
  predicts: ['Please make sure all images included in the model for the production variant exist'],
  dependsOn: ['image/image-exists'],
  appliesTo: withEcrImage,
  needs: (target) => ({ image: existingImage(target) }),
  judge: ({ image: { value } }, target) => {
    const { status = 'ACTIVE', digest } = value;
    if (status === 'ACTIVE') return pass('it can be pulled');
    const evidence = { subject: target.image, observed: status, expected: 'ACTIVE', field: ['image'] };
    return fail(
      status === 'ARCHIVED' ? 'The image is archived' : 'The image is being restored',
      [evidence],
      [{ kind: 'restore-image', image: target.image, digest }],
    );
  },
});
