import { PULL_IMAGE } from '../../src/data/permissions/pull-image.ts';
import { withRoleAndOwnImage } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayPullImage = permissionRule(
  {
    id: 'identity/role-may-pull-image',
    title: 'The execution role may pull the image',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker pulls an image of your own as the execution role: its policies, its boundary and the repository’s policy must let it, and the token that ECR asks for belongs to no repository.',
    fix: 'Grant the role the three pull actions on the repository and ecr:GetAuthorizationToken on every resource.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/security-iam-awsmanpol.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
    ],
    predicts: [
      'Please make sure all images included in the model for the production variant',
      'and that the execution role used to create the model has permissions to access them',
      'is not authorized to perform: ecr:',
    ],
    dependsOn: ['identity/role-exists', 'image/image-is-in-this-account-and-region', 'image/image-is-in-this-region'],
    appliesTo: withRoleAndOwnImage,
  },
  PULL_IMAGE,
);
