import type { FactKind } from '../model/fact.ts';
import type { Collector } from './define.ts';
import { iamRole } from './iam/role.ts';
import { iamRolePolicies } from './iam/role-policies.ts';
import { iamUser } from './iam/user.ts';
import { iamUserPolicies } from './iam/user-policies.ts';
import { kmsGrants } from './kms/grants.ts';
import { kmsKey } from './kms/key.ts';
import { kmsKeyPolicy } from './kms/key-policy.ts';
import { quotaApplied } from './quota/applied.ts';
import { s3Bucket } from './s3/bucket.ts';
import { s3BucketPolicy } from './s3/bucket-policy.ts';
import { s3Object } from './s3/object.ts';
import { sagemakerEndpoints } from './sagemaker/endpoints.ts';
import { stsCaller } from './sts/caller.ts';

/** Facts that AWS tells; the time of the run comes from whoever starts it. */
export type CollectedKind = Exclude<FactKind, 'run.time'>;

/** The collector of every kind of fact. A kind without one does not compile. */
export const COLLECTORS: { readonly [K in CollectedKind]: Collector<K> } = {
  'iam.role': iamRole,
  'iam.rolePolicies': iamRolePolicies,
  'iam.user': iamUser,
  'iam.userPolicies': iamUserPolicies,
  'kms.grants': kmsGrants,
  'kms.key': kmsKey,
  'kms.keyPolicy': kmsKeyPolicy,
  'quota.applied': quotaApplied,
  's3.bucket': s3Bucket,
  's3.bucketPolicy': s3BucketPolicy,
  's3.object': s3Object,
  'sagemaker.endpoints': sagemakerEndpoints,
  'sts.caller': stsCaller,
};

/** A collector with the relation between kind and parameters forgotten: how a plan sees it. Undefined for `run.time`. */
export const collectorOf = (kind: FactKind): Collector<FactKind> | undefined =>
  (COLLECTORS as Partial<Record<FactKind, unknown>>)[kind] as Collector<FactKind> | undefined;
