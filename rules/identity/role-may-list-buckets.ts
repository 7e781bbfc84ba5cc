import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { listBuckets } from '../../src/data/permissions/storage.ts';
import { addressesFor, withRoleAndPlace } from '../../src/reason/addresses.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

const LISTED = ['artifact', 'model-prefix', 'payload', 'training-input', 'training-output', 'checkpoint', 'repackaged-model', 'compiled-model'] as const;

export const roleMayListBuckets = permissionRule(
  {
    id: 'identity/role-may-list-buckets',
    title: 'The execution role may list the buckets that the plan reads and writes',
    severity: 'warning',
    basis: 'documented',
    why: 'AWS lists s3:ListBucket among the role’s rights; prefixes of training data are listed before they are read, and without the right a missing object looks like a denial.',
    fix: 'Grant the role s3:ListBucket on the bucket itself, whose ARN has no slash.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html'],
    predicts: ['ListObjectsV2 failed', SHARED_MESSAGES.listRefused, 'is not authorized to perform: s3:ListBucket'],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
    appliesTo: withRoleAndPlace('the plan names no execution role or no bucket of its own', ...LISTED),
  },
  listBuckets(addressesFor(...LISTED)),
);
