import { S3_BUCKET_ACTIONS, S3_OBJECT_ACTIONS } from '../../../data/s3-actions.ts';
import { compileGlob } from '../glob.ts';
import { type ArnPattern, isLiteral, readArn, writeArn } from './arn-pattern.ts';
import { type Candidate, pairsOf } from './fit.ts';
import { PLACEHOLDER } from './mask.ts';
import type { TextPlace } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { withoutTypeWord } from './resources.ts';
import type { StatementCheck } from './statement.ts';

/** What S3 checks an action against, and what an S3 ARN can name. */
type Level = 'bucket' | 'object';

const LEVELS: readonly (readonly [name: string, level: Level])[] = [
  ...S3_BUCKET_ACTIONS.map((name) => [name.toLowerCase(), 'bucket'] as const),
  ...S3_OBJECT_ACTIONS.map((name) => [name.toLowerCase(), 'object'] as const),
];

/** The level of all actions that a pattern names; undefined when they differ or are not known. */
const levelOfAction = ({ text }: TextPlace): Level | undefined => {
  if (!/^s3:/i.test(text)) return undefined;
  const pattern = compileGlob(text.slice('s3:'.length).toLowerCase());
  const levels = new Set(LEVELS.filter(([name]) => pattern.matches(name)).map(([, level]) => level));
  return levels.size === 1 ? [...levels][0] : undefined;
};

const nameField = ({ region, account, resource }: ArnPattern): string => (region === '' && account === '' ? resource : withoutTypeWord(resource));

/** A wildcard before any slash crosses it, so that it may name both; so may an access point, nothing at all, and a placeholder for everything. */
const levelOfResource = (arn: ArnPattern): Level | undefined => {
  const name = nameField(arn);
  if (arn.resource.startsWith('accesspoint/') || name === PLACEHOLDER || name === '') return undefined;
  if (name.includes('/')) return 'object';
  return /[*?]/.test(name) ? undefined : 'bucket';
};

const isS3 = (candidate: Candidate): candidate is S3Candidate => candidate.arn?.service === 's3';

const bucketOf = (arn: ArnPattern): string => nameField(arn).split('/', 1)[0] ?? '';

const suggestionFor = (level: Level, { text }: TextPlace): string | undefined => {
  const read = readArn(text);
  if (read.form !== 'arn') return undefined;
  const bucket = bucketOf(read.arn);
  return writeArn({ ...read.arn, region: '', account: '', resource: level === 'bucket' ? bucket : `${bucket}/*` }, read.pieces);
};

const CODES = { bucket: 'bucket-action-on-objects', object: 'object-action-on-bucket' } as const;

type S3Candidate = Candidate & { readonly arn: ArnPattern };

interface LeveledAction {
  readonly action: TextPlace;
  readonly level: Level;
}

/** Actions of one level, where all resources are of the other. */
const atWrongLevel = (level: Level, actions: readonly LeveledAction[], candidates: readonly S3Candidate[]): readonly Finding[] => {
  const [first] = candidates;
  const other: Level = level === 'bucket' ? 'object' : 'bucket';
  if (first === undefined || candidates.some(({ arn }) => levelOfResource(arn) !== other)) return [];
  const wanted = level === 'bucket' ? 'the bucket itself, without "/…"' : 'objects, "bucket/…"';
  const suggestion = suggestionFor(level, first.place);
  return actions
    .filter((action) => action.level === level)
    .map(({ action }) =>
      finding(CODES[level], action, {
        message: `${quote(action.text)} is checked against ${wanted}; the statement names only ${other}s, so it never applies`,
        suggestion,
      }),
    );
};

/** Buckets that stand at one level only, next to others that stand at the level of an action. */
const partlyNamed = (level: Level, candidates: readonly S3Candidate[]): readonly Finding[] => {
  const named = new Set(candidates.filter(({ arn }) => levelOfResource(arn) !== (level === 'bucket' ? 'object' : 'bucket')).map(({ arn }) => bucketOf(arn)));
  if (named.size === 0 || [...named].some((bucket) => /[*?]/.test(bucket))) return [];
  return candidates
    .filter(({ arn }) => !named.has(bucketOf(arn)) && !/[*?]/.test(bucketOf(arn)))
    .map(({ place }) =>
      finding('bucket-partly-named', place, {
        message: `the statement also has actions that are checked against ${level === 'bucket' ? 'the bucket itself' : 'objects'}; they do not apply to ${quote(place.text)}`,
        suggestion: suggestionFor(level, place),
      }),
    );
};

/** S3 actions on the wrong one of bucket and objects. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const bucketLevels: StatementCheck = (statement) => {
  const pairs = pairsOf(statement);
  if (pairs === undefined || pairs.candidates.some(({ service }) => service === undefined || !isLiteral(service))) return [];
  const candidates = pairs.candidates.filter(isS3);
  const leveled = pairs.actions.flatMap((action) => {
    const level = levelOfAction(action);
    return level === undefined ? [] : [{ action, level }];
  });
  const levels = [...new Set(leveled.map(({ level }) => level))];
  return levels.flatMap((level) => [...atWrongLevel(level, leveled, candidates), ...partlyNamed(level, candidates)]);
};
