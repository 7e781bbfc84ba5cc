import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { withRole } from './applicability.ts';
import { isAwsContent, parseS3Prefix } from './places.ts';

/** Where a plan reads from a bucket that AWS keeps for its own models. */
export interface ContentPlace {
  readonly bucket: string;
  /** Of a prefix: one that stands for the objects below it. */
  readonly key: string;
  readonly isPrefix: boolean;
  readonly uri: string;
  readonly field: readonly (string | number)[];
}

type Named = Pick<ContentPlace, 'field'> & { readonly uri: string | undefined };

/** The container fetches the script as the execution role, whatever else the job reads. */
const scriptOf = (target: Target): string | undefined => (target.scenario === 'jumpstart-model' ? target.spec?.script : undefined);

const namedIn = (target: Target): readonly Named[] => [
  { uri: target.modelDataUrl, field: ['modelDataUrl'] },
  { uri: target.modelDataSource?.s3Uri, field: ['modelDataSource', 's3Uri'] },
  ...(target.trainingJob?.inputs ?? []).map((uri, index) => ({ uri, field: ['trainingJob', 'inputs', index] })),
  { uri: scriptOf(target), field: ['modelId'] },
];

/** Each place in AWS’s own content that the plan names. */
export const contentPlaces = (target: Target): readonly ContentPlace[] =>
  namedIn(target).flatMap(({ uri, field }) => {
    const { bucket = '', key = '' } = (uri === undefined ? undefined : parseS3Prefix(uri)) ?? {};
    if (uri === undefined || !isAwsContent(bucket)) return [];
    const isPrefix = key === '' || key.endsWith('/');
    return [{ bucket, key: isPrefix ? `${key}object` : key, isPrefix, uri, field }];
  });

const FIELDS = ['modelDataUrl', 'modelDataSource', 'trainingJob', 'spec'];

/** A plan that reads models of AWS’s own. */
export const withContent: Applicability<Target> = {
  accepts: (target): target is Target => contentPlaces(target).length > 0,
  otherwise: 'the plan reads nothing from a bucket that AWS keeps for its own models',
  fields: FIELDS,
};

const withRoleAndContent = (otherwise: string, holds: (places: readonly ContentPlace[]) => boolean): Applicability<Target> => ({
  accepts: (target): target is Target => withRole.accepts(target) && holds(contentPlaces(target)),
  otherwise,
  fields: ['executionRoleArn', ...FIELDS],
});

/** The same, with a role that reads. */
export const readsContent = withRoleAndContent('the plan names no execution role, or no model of AWS’s own', (places) => places.length > 0);

/** The same, of files below a prefix. */
export const readsContentPrefix = withRoleAndContent(
  'the plan names no execution role, or no model of AWS’s own that lies uncompressed below a prefix',
  (places) => places.some(({ isPrefix }) => isPrefix),
);

/** The same, of single objects only. */
export const readsContentObjects = withRoleAndContent(
  'the plan names no execution role, or no packed model of AWS’s own',
  (places) => places.length > 0 && places.every(({ isPrefix }) => !isPrefix),
);
