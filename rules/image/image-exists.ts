import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { imageOf, nameInRepository, rebuilding, withEcrImage } from '../../src/reason/images.ts';

export const imageExists = defineRule({
  id: 'image/image-exists',
  title: 'The image exists',
  severity: 'error',
  basis: 'observed',
  why: 'The tag or digest must be in the repository when the model is created, and stay there: SageMaker pulls it again whenever it starts a container.',
  fix: 'Name a tag or digest that is there, or push the image where the repository is yours.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html',
  ],
  predicts: [
    SHARED_MESSAGES.invalidTrainingImage,
    'Please make sure all images included in the model for the production variant exist',
    'permission to sagemaker.amazonaws.com service principal',
  ],
  dependsOn: [
    'image/image-is-in-this-account-and-region',
    'image/image-is-in-this-region',
    'image/registry-account-is-this-regions',
    'image/repository-exists',
  ],
  appliesTo: withEcrImage,
  needs: (target) => ({ image: imageOf(target) }),
  judge: ({ image }, target) => {
    if (image.state === 'present') return pass(`${image.value.digest} is there`);
    const evidence = { subject: target.image, observed: `no image with ${nameInRepository(target)}`, field: ['image'] };
    return fail('There is no such image in the repository', [evidence], rebuilding(target, 'then push it to this address'));
  },
});
