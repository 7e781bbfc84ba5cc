import type { Permission, PermissionResource } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

const ROLES = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';

/** An address that a permission question is asked on: an object, or one that stands for all below a prefix. */
export interface Address {
  readonly uri: string;
  readonly bucket: string;
  /** The end of the address that no plan names: it stands for any. */
  readonly standIn?: string;
}

/** Tells which addresses of a plan are meant. */
export type Addresses = (target: Target) => readonly Address[];

/** The question is about the object at this address. */
export const onObject = ({ uri, standIn }: Address): PermissionResource => ({ kind: 's3-object', uri, ...(standIn !== undefined && { standIn }) });

const objects =
  (addresses: Addresses) =>
  (target: Target): readonly PermissionResource[] =>
    addresses(target).map(onObject);

/** What the execution role needs to read what lies at these addresses. */
export const readObjects = (addresses: Addresses): readonly Permission<Target>[] => [
  { who: 'execution-role', action: 's3:GetObject', resource: objects(addresses), source: ROLES },
];

/** What the execution role needs to write there. */
export const writeObjects = (addresses: Addresses): readonly Permission<Target>[] => [
  { who: 'execution-role', action: 's3:PutObject', resource: objects(addresses), source: ROLES },
];

/** What the execution role needs to list the buckets. */
export const listBuckets = (addresses: Addresses): readonly Permission<Target>[] => [
  {
    who: 'execution-role',
    action: 's3:ListBucket',
    resource: (target) => [...new Set(addresses(target).map(({ bucket }) => bucket))].map((bucket) => ({ kind: 's3-bucket', bucket })),
    source: ROLES,
  },
];
