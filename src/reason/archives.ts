import type { Fact, KnownFact, Unknown } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import type { Evidence, Judgement } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import type { ObjectLocation } from './references.ts';
import { bucketArn, objectArn, parseS3Uri } from './references.ts';
import { objectStartAt } from './requests.ts';

/** An archive that a plan names, as one object of S3. */
export interface NamedArchive {
  readonly uri: string;
  readonly field: NonNullable<Evidence['field']>;
  /** In words, to follow “the”: `artifact`, `sample payload`. */
  readonly noun: string;
}

const SUFFIX = '.tar.gz';
/** The first two bytes of every gzip file. Source: https://www.rfc-editor.org/rfc/rfc1952 */
const GZIP = '1f8b';

/** The ARN of the object; the address as it stands, where S3 knows none such. */
const archiveArn = ({ uri }: NamedArchive, { region }: Target): string => {
  const location = parseS3Uri(uri);
  return location === undefined ? uri : objectArn(location, region);
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Judges whether the object is there. */
export const judgePresence = (archive: NamedArchive, object: KnownFact<'s3.object'> | undefined, target: Target): Judgement => {
  const { uri, field } = archive;
  if (object?.state === 'present') return pass(`${uri} holds ${object.value.size} bytes`);
  const upload = { kind: 'upload-artifact', to: uri, region: target.region } as const;
  return fail('There is no object at that key', [{ subject: archiveArn(archive, target), observed: 'no such key', field }], [upload]);
};

/** Judges whether the bucket is in the plan's Region; `here`: the thing that is, in words. */
export const judgeRegion = (
  { uri, field }: NamedArchive,
  bucket: { readonly name: string; readonly region: string },
  plan: Pick<Target, 'account' | 'region'> & { readonly here: string },
): Judgement => {
  const { account, region, here } = plan;
  if (bucket.region === region) return pass(`${bucket.name} is in ${region}`);
  const evidence = { subject: bucketArn(bucket.name, region), observed: bucket.region, expected: region, field };
  return fail(`The bucket is in ${bucket.region}, the ${here} in ${region}`, [evidence], [{ kind: 'copy-artifact', from: uri, region, account }]);
};

/** The first bytes of an object in a general purpose bucket. */
export const startOf = (target: Target, location: ObjectLocation | undefined) => (location?.via === 'bucket' ? objectStartAt(target, location) : undefined);

const gone = (noun: string): Unknown => unknown('failed', `the ${noun} was found, but its content was not — run again`);

/** Judges whether it is one gzip-compressed tar archive, by its name and its first bytes. */
export const judgeGzip = (archive: NamedArchive, start: Fact<'s3.objectStart'> | undefined, target: Target): Judgement => {
  const { uri, field, noun } = archive;
  const failing = (observed: string, expected: string) =>
    fail(
      `${capitalised(`the ${noun}`)} ${observed}`,
      [{ subject: archiveArn(archive, target), observed, expected, field }],
      [{ kind: 'upload-artifact', to: uri, region: target.region }],
    );
  if (!uri.endsWith(SUFFIX)) return failing('is not named as a tar.gz archive', `a key that ends in ${SUFFIX}`);
  if (start?.state === 'unknown') return cannotTell(start);
  if (start?.state !== 'present') return cannotTell(gone(noun));
  const { bytes } = start.value;
  if (!bytes.startsWith(GZIP)) return failing(bytes === '' ? 'is empty' : `begins with the bytes ${bytes}`, `gzip, which begins with ${GZIP}`);
  return pass(`it is named ${SUFFIX} and begins as gzip does`);
};

/** The model artifact. */
export const plannedArtifact = ({ modelDataUrl }: { readonly modelDataUrl: string }): NamedArchive => ({
  uri: modelDataUrl,
  field: ['modelDataUrl'],
  noun: 'artifact',
});
