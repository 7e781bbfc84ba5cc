import { stop } from '../run/stop.ts';

/** A place in a bucket. */
export interface S3Place {
  readonly bucket: string;
  /** Empty, or ending in a slash. */
  readonly prefix: string;
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; access points by ARN are not taken.
const PLACE = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/** Reads `s3://bucket/prefix`. `named`: what the user calls it, for the message. Throws a Stop when it is none. */
export const s3PlaceOf = (text: string, named: string): S3Place => {
  const [, bucket, path = ''] = PLACE.exec(text) ?? [];
  if (bucket === undefined || /[\p{Cc}]/u.test(path)) throw stop(`${named} ${text} is no place in a bucket — it looks like s3://bucket/prefix`);
  const prefix = path.replace(/^\/+|\/+$/g, '');
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
};
