import { listContent } from '../../src/data/permissions/jumpstart.ts';
import { contentPlaces, readsContentPrefix } from '../../src/reason/aws-content.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayListModelPrefix = permissionRule(
  {
    id: 'jumpstart/role-may-list-model-prefix',
    title: 'The execution role may list AWS’s bucket for the files of the model',
    severity: 'error',
    basis: 'documented',
    why: 'An uncompressed model is many files below a prefix, which SageMaker lists before it reads them.',
    fix: 'Grant the role s3:ListBucket on the bucket itself, whose ARN has no slash.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html'],
    predicts: ['Could not access model data at', 'ListObjectsV2 failed'],
    dependsOn: ['identity/role-exists', 'jumpstart/content-is-of-this-region'],
    appliesTo: readsContentPrefix,
  },
  listContent((target) => contentPlaces(target).filter(({ isPrefix }) => isPrefix)),
);
