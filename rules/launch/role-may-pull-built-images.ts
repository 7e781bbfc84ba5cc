import { pullBuiltImages } from '../../src/data/permissions/launch.ts';
import { builtImage, runningBuiltImages } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayPullBuiltImages = permissionRule(
  {
    id: 'launch/role-may-pull-built-images',
    title: 'The execution role may pull what the agent builds',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker pulls the built image as the execution role, not as the agent that pushed it.',
    fix: 'Grant the execution role the three actions of a pull on the repository, and ecr:GetAuthorizationToken on every resource (*).',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
    predicts: ['is not authorized to perform: ecr:BatchGetImage'],
    dependsOn: ['identity/role-exists', 'launch/destination-exists'],
    appliesTo: runningBuiltImages,
  },
  pullBuiltImages(builtImage),
);
