import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentRepository, destinationOf, pushedRepository, pushing } from '../../src/reason/launch.ts';

export const destinationExists = defineRule({
  id: 'launch/destination-exists',
  title: 'The repository for built images exists',
  severity: 'error',
  basis: 'documented',
  why: 'ECR takes pushes to repositories that exist, and neither docker nor kaniko makes one.',
  fix: 'Create the repository, or name one that exists.',
  docs: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-create.html',
    'https://docs.wandb.ai/launch/setup-launch-sagemaker',
  ],
  predicts: ['Error verifying Elastic Container Registry', 'RepositoryNotFoundException', 'error checking push permissions'],
  dependsOn: ['launch/destination-is-in-this-region'],
  appliesTo: pushing,
  needs: (target) => ({ repository: pushedRepository(target) }),
  judge: ({ repository }, target) => {
    if (repository.state === 'present') return pass(`${repository.value.arn} is there`);
    const { uri, field } = destinationOf(target) ?? { uri: '', field: [] };
    const { repository: name, region } = agentRepository(uri) ?? { repository: '', region: target.region };
    return fail(
      'There is no such repository',
      [{ subject: uri, observed: `no repository ${name} in ${region}`, field }],
      [{ kind: 'create-repository', repository: name, region }],
    );
  },
});
