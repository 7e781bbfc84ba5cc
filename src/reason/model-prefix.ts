import { existing, fact } from '../model/fact.ts';
import type { S3Prefix } from '../model/facts/s3.ts';
import type { Applicability } from '../model/rule.ts';
import type { JumpStartModelTarget, ModelDataSource } from '../model/target.ts';
import type { Judgement } from '../model/verdict.ts';
import { fail, pass } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import { isAwsContent, parseS3Prefix } from './places.ts';
import { bucketArn } from './references.ts';
import { regionAt } from './requests.ts';

/** A JumpStart plan whose model lies uncompressed below a prefix. */
export type WithPrefix = JumpStartModelTarget & { readonly modelDataSource: ModelDataSource };

const isPrefix = ({ s3DataType = 'S3Prefix' }: ModelDataSource): boolean => s3DataType === 'S3Prefix';

export const withPrefixUri: Applicability<WithPrefix> = {
  accepts: (target): target is WithPrefix => target.scenario === 'jumpstart-model' && target.modelDataSource !== undefined && isPrefix(target.modelDataSource),
  otherwise: 'the plan names no model below a prefix (modelDataSource)',
  fields: ['modelDataSource'],
};

const locationOf = ({ modelDataSource }: WithPrefix) => parseS3Prefix(modelDataSource.s3Uri);

/** The same, where the prefix is in a bucket that is not AWS’s. */
export const withOwnPrefix: Applicability<WithPrefix> = {
  accepts: (target): target is WithPrefix => {
    if (!withPrefixUri.accepts(target)) return false;
    const location = locationOf(target);
    return location?.via === 'bucket' && !isAwsContent(location.bucket);
  },
  otherwise: 'the plan names no model below a prefix of its own (modelDataSource)',
  fields: ['modelDataSource'],
};

/** What lies below the prefix, once `artifact/bucket-exists` has passed. */
export const existingPrefix = (target: WithPrefix) => {
  const { bucket = '', key = '' } = locationOf(target) ?? {};
  return existing(fact('s3.prefix', { bucket, prefix: key, region: regionAt(target, bucket) }), 'artifact/bucket-exists');
};

/** The ARN of an object below the prefix, by its key; without one, of the prefix. */
export const prefixArn = (target: WithPrefix, objectKey?: string): string => {
  const { bucket = '', key = '' } = locationOf(target) ?? {};
  return `${bucketArn(bucket, target.region)}/${objectKey ?? key}`;
};

/** What is wrong with some keys. */
interface Wrong {
  readonly keys: readonly string[];
  readonly summary: string;
  readonly observed: string;
}

/** Fails where some keys below the prefix are wrong. S3 is listed once, so that of many objects the first thousand are known. */
export const judgeKeys = (target: WithPrefix, { objects, truncated }: S3Prefix, { keys, summary, observed }: Wrong): Judgement => {
  const evidence = keys.map((key) => ({ subject: prefixArn(target, key), observed, field: ['modelDataSource', 's3Uri'] }));
  return isNonEmpty(evidence) ? fail(summary, evidence) : pass(`none among ${truncated ? `the first ${objects}` : objects} objects`);
};
