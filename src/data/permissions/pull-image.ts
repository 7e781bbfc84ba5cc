import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
/** What a pull asks of the repository. */
export const ON_REPOSITORY: readonly IamAction[] = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

type WithImage = Target & { readonly image: string };

/** What the execution role needs to pull an image of the account's own ECR: three actions on the repository, and a token, which belongs to no resource. */
export const PULL_IMAGE: readonly Permission<WithImage>[] = [
  ...ON_REPOSITORY.map(
    (action): Permission<WithImage> => ({ who: 'execution-role', action, resource: ({ image }) => ({ kind: 'ecr-repository', image }), source: SOURCE }),
  ),
  { who: 'execution-role', action: 'ecr:GetAuthorizationToken', resource: () => ({ kind: 'plain', arn: '*' }), source: SOURCE },
];
