import { listContent } from '../../src/data/permissions/jumpstart.ts';
import { contentPlaces, readsContentObjects } from '../../src/reason/aws-content.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayListContent = permissionRule(
  {
    id: 'jumpstart/role-may-list-content',
    title: 'The execution role may list AWS’s buckets of models',
    severity: 'warning',
    basis: 'documented',
    why: 'The guide asks for s3:ListBucket on the JumpStart bucket beside s3:GetObject; a packed model is read without it, but a missing object then looks like a denial.',
    fix: 'Grant the role s3:ListBucket on the bucket itself, whose ARN has no slash.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
    dependsOn: ['identity/role-exists', 'jumpstart/content-is-of-this-region'],
    appliesTo: readsContentObjects,
  },
  listContent(contentPlaces),
);
