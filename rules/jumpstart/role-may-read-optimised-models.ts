import { optimisedContent, readContent } from '../../src/data/permissions/jumpstart.ts';
import { readsContent } from '../../src/reason/aws-content.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadOptimisedModels = permissionRule(
  {
    id: 'jumpstart/role-may-read-optimised-models',
    title: 'The execution role may read models that AWS has optimised',
    severity: 'note',
    basis: 'inference',
    why: 'In some Regions configurations of a model that AWS has optimised lie in a bucket of their own, so that a role scoped to the JumpStart buckets cannot take them.',
    fix: 'Grant the role s3:GetObject on that bucket as well, if you mean to take an optimised configuration.',
    docs: [
      'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/region_config.json',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
    ],
    dependsOn: ['identity/role-exists'],
    appliesTo: readsContent,
  },
  readContent(optimisedContent),
);
