import type { PolicySource } from '../policy.ts';
import type { MayExist } from '../reading.ts';

/** A bucket as HeadBucket tells it. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export interface Bucket {
  readonly name: string;
  readonly region: string;
  /** Whether `ExpectedBucketOwner` = the target's account was confirmed; `other`: readable, but owned elsewhere. */
  readonly owner: 'this-account' | 'other';
}

/** An object as HeadObject tells it. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export interface S3Object {
  /** Bytes. */
  readonly size: number;
  readonly storageClass: string;
  readonly archiveStatus?: string;
  /** `x-amz-restore`, as S3 sends it for an archived object that was asked back: `ongoing-request="false", expiry-date="…"`. */
  readonly restore?: string;
  /** `AES256`, `aws:kms`, `aws:kms:dsse`; none: not reported. */
  readonly encryption?: string;
  /** Key ARN or id, as the object's metadata holds it. */
  readonly kmsKeyId?: string;
}

/** What lies under a prefix, as far as it was listed (1,000 keys). */
export interface S3Prefix {
  readonly objects: number;
  readonly truncated: boolean;
  /** Whether the prefix itself is the key of an object; S3 lists that one first. */
  readonly isObject: boolean;
  /** Keys that end in `/` and hold nothing: what the console makes for a folder. */
  readonly emptyFolders: readonly string[];
  /** Keys that are also a prefix of other keys. */
  readonly clashes: readonly string[];
}

/** S3 facts. */
export interface S3Facts {
  readonly 's3.bucket': MayExist<{ readonly bucket: string; readonly account: string; readonly region: string }, Bucket>;
  /** Absent: the bucket has no policy. `region`: the bucket's own. */
  readonly 's3.bucketPolicy': MayExist<{ readonly bucket: string; readonly region: string }, PolicySource>;
  readonly 's3.object': MayExist<{ readonly bucket: string; readonly key: string; readonly region: string }, S3Object>;
  /** The first bytes of an object, hex, lower case; empty for an empty object. */
  readonly 's3.objectStart': MayExist<{ readonly bucket: string; readonly key: string; readonly region: string }, { readonly bytes: string }>;
  /** Absent: no such bucket. */
  readonly 's3.prefix': MayExist<{ readonly bucket: string; readonly prefix: string; readonly region: string }, S3Prefix>;
  /** `BucketOwner` or `Requester`. */
  readonly 's3.payer': MayExist<{ readonly bucket: string; readonly region: string }, { readonly payer: string }>;
}
