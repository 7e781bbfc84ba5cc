import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { repositoryOf, withOwnEcrImage } from '../../src/reason/images.ts';

export const repositoryExists = defineRule({
  id: 'image/repository-exists',
  title: 'The image’s repository exists',
  severity: 'error',
  basis: 'observed',
  why: 'SageMaker refuses a model whose image lies in a repository that is not there; its message speaks of permissions rather than of the name.',
  fix: 'Create the repository and push the image, or name the repository that holds it.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-create.html',
  ],
  predicts: [
    SHARED_MESSAGES.invalidTrainingImage,
    'Please make sure all images included in the model for the production variant exist',
    'permission to sagemaker.amazonaws.com service principal',
  ],
  dependsOn: ['image/image-is-in-this-account-and-region', 'image/image-is-in-this-region'],
  appliesTo: withOwnEcrImage,
  needs: (target) => ({ repository: repositoryOf(target) }),
  judge: ({ repository }, target) => {
    if (repository.state === 'present') return pass(`${repository.value.arn} is there`);
    const { account, region, repository: name } = repositoryOf(target).params as Readonly<Record<string, string>>;
    const evidence = { subject: target.image, observed: `no repository ${name} in ${account}, ${region}`, field: ['image'] };
    return fail('There is no such repository', [evidence], [{ kind: 'create-repository', repository: `${name}`, region: `${region}` }]);
  },
});
