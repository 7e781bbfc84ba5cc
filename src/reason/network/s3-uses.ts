import type { Address } from '../../data/permissions/storage.ts';
import type { Fact, KnownFact } from '../../model/fact.ts';
import { existing, fact } from '../../model/fact.ts';
import type { Bucket } from '../../model/facts/s3.ts';
import type { Present } from '../../model/reading.ts';
import type { Applicability } from '../../model/rule.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';
import { addressesFor } from '../addresses.ts';
import { contentPlaces } from '../aws-content.ts';
import { principalOf } from '../iam/principal.ts';
import type { InputAddress, InputListing } from '../input-listings.ts';
import { inputAddresses, inputListings } from '../input-listings.ts';
import { TRAINING_PLACES } from '../open-fields.ts';
import { organisationSide } from '../permission/organisation.ts';
import type { PlacePurpose } from '../places.ts';
import { plannedBuckets } from '../places.ts';
import type { WithVpc } from '../planned.ts';
import { withRoleInVpc } from '../planned.ts';
import { bucketArn, objectArn, parseS3Uri } from '../references.ts';
import { bucketAt, existingExecutionRole, organizationOf } from '../requests.ts';
import { readsThroughVpc } from '../vpc-requests.ts';
import type { Requester, Use } from './use.ts';

const READ = ['artifact', 'model-prefix', 'payload', 'checkpoint', 'repackaged-model'] as const;
const WRITTEN = ['training-output', 'checkpoint', 'repackaged-model', 'compiled-model'] as const;

/** What a plan does in S3. */
interface Access {
  readonly action: IamAction;
  readonly bucket: string;
  readonly resourceArn: string;
  /** The end of the key that stands for any. */
  readonly standIn?: string;
  /** What it is one of two possible readings of; undefined: it is read for sure. */
  readonly either?: string;
}

const onObjects = (action: IamAction, addresses: readonly InputAddress[], region: string): readonly Access[] =>
  addresses.flatMap(({ uri, standIn, either }) => {
    const location = parseS3Uri(uri);
    return location === undefined
      ? []
      : [
          {
            action,
            bucket: location.bucket,
            resourceArn: objectArn(location, region),
            ...(standIn !== undefined && { standIn }),
            ...(either !== undefined && { either }),
          },
        ];
  });

/** The addresses in buckets that AWS keeps for its own models; a prefix stands for the objects below it. */
const contentAddresses = (target: Target): readonly Address[] =>
  contentPlaces(target).map((place) => ({ bucket: place.bucket, standIn: place.key, uri: `s3://${place.bucket}/${place.key}` }));

const distinct = (accesses: readonly Access[]): readonly Access[] => [...new Map(accesses.map((one) => [JSON.stringify(one), one])).values()];

/** The objects that a plan reads and writes through its network; of a channel those that S3 lists, where it was asked. */
export const objectAccesses = (target: Target, listings: readonly InputListing[] = []): readonly Access[] => {
  const at = (purposes: readonly PlacePurpose[]): readonly Address[] => addressesFor(...purposes)(target);
  return distinct([
    ...onObjects('s3:GetObject', [...at(READ), ...inputAddresses(target, listings), ...contentAddresses(target)], target.region),
    ...onObjects('s3:PutObject', at(WRITTEN), target.region),
  ]);
};

/** The buckets that a plan lists: each in which it reads or writes. */
export const bucketAccesses = (target: Target): readonly Access[] =>
  [...new Set(objectAccesses(target).map(({ bucket }) => bucket))].map((bucket) => ({
    action: 's3:ListBucket',
    bucket,
    resourceArn: bucketArn(bucket, target.region),
  }));

/** A plan with a role in a VPC that does something in S3. */
export type UsesS3InVpc = WithVpc & { readonly executionRoleArn: string };

export const usesS3InVpc: Applicability<UsesS3InVpc> = {
  accepts: (target): target is UsesS3InVpc => withRoleInVpc.accepts(target) && objectAccesses(target).length > 0,
  otherwise: 'the plan names no VPC, no execution role, or nothing in Amazon S3',
  fields: ['vpcConfig', 'executionRoleArn', 'modelDataUrl', 'modelDataSource', ...TRAINING_PLACES],
};

/** The same, where what the role reads comes through the VPC and through nothing else, from buckets whose policies are the plan's to know. */
export const readsBucketsThroughVpc: Applicability<UsesS3InVpc> = {
  accepts: (target): target is UsesS3InVpc => usesS3InVpc.accepts(target) && readsThroughVpc(target) && plannedBuckets(target).length > 0,
  otherwise: 'the plan reads no bucket of its own through a VPC',
  fields: usesS3InVpc.fields ?? [],
};

/** Who asks, and whose the buckets are. */
export const useNeeds = (target: UsesS3InVpc) => ({
  role: existingExecutionRole(target),
  time: fact('run.time', {}),
  buckets: plannedBuckets(target).map(({ location }) => existing(bucketAt(target, location.bucket), 'artifact/bucket-exists')),
});

/** Policies may ask for the organisation, which most callers may not read; and a channel may name one object. */
export const useWants = (target: Target) => ({ organization: organizationOf(target), listings: inputListings(target) });

/** The facts that uses are made of. */
export interface UseFacts {
  readonly role: Extract<KnownFact<'iam.role'>, { readonly state: 'present' }>;
  readonly time: KnownFact<'run.time'>;
  readonly buckets: readonly Present<Bucket>[];
  readonly organization: Fact<'organizations.organization'>;
}

const requesterOf = ({ role: { value: role }, time, organization }: UseFacts, { region, account }: Target): Requester => {
  const { membership, inManagementAccount } = organisationSide(organization, account);
  const principal = principalOf(role.arn, { id: role.roleId, inManagementAccount });
  if (principal === undefined) throw new Error(`${role.arn} names no principal`);
  return { principal, region, time: time.value, tags: role.tags, ...(membership !== undefined && { organisation: membership }) };
};

/** A use with the bucket that it is about. */
export interface BucketUse extends Use {
  readonly bucket: string;
  readonly standIn?: string;
  readonly either?: string;
}

/** Uses of S3 as policies are asked about them. */
export const usesOf = (accesses: readonly Access[], facts: UseFacts, target: Target): readonly BucketUse[] => {
  const who = requesterOf(facts, target);
  const own = new Set(facts.buckets.flatMap(({ value }) => (value.owner === 'this-account' ? [value.name] : [])));
  return accesses.map((access) => ({ ...access, who, owner: own.has(access.bucket) ? target.account : 'other' }));
};
