import type { Applicability } from '../model/rule.ts';
import type { JumpStartModelTarget, Target } from '../model/target.ts';
import { TRAINING_PLACES } from './open-fields.ts';
import type { ObjectLocation } from './references.ts';
import { parseS3Uri } from './references.ts';

/** What a plan does at an address of S3. */
export type PlacePurpose =
  | 'artifact'
  /** Uncompressed files of a model below one prefix. */
  | 'model-prefix'
  | 'payload'
  | 'training-input'
  | 'training-output'
  | 'checkpoint'
  | 'repackaged-model'
  | 'compiled-model'
  | 'build-context';

/** An address of S3 that a plan names. */
export interface PlannedPlace {
  readonly uri: string;
  readonly purpose: PlacePurpose;
  readonly access: 'read' | 'write' | 'read-write';
  /** Undefined: no address that S3 knows. The key is a prefix where the purpose is one of many objects; it may be empty. */
  readonly location: ObjectLocation | undefined;
  readonly field: readonly (string | number)[];
}

/** Buckets in which AWS itself keeps models. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html */
const AWS_CONTENT = /^(?:jumpstart-(?:private-)?cache-prod|sagemaker-sd-models-prod)-/;

/** Whether a bucket is one that AWS keeps for its own models: public to read, nobody’s to mend. */
export const isAwsContent = (bucket: string): boolean => AWS_CONTENT.test(bucket);

/** The Region that a bucket of AWS’s own models is named after. */
export const regionOfAwsContent = (bucket: string): string => bucket.replace(AWS_CONTENT, '');

const ROOT = /^s3:\/\/([^/]+)\/?$/;

/** Reads `s3://bucket[/prefix]`. */
export const parseS3Prefix = (uri: string): ObjectLocation | undefined => {
  const [, bucket] = ROOT.exec(uri) ?? [];
  const whole = bucket === undefined ? undefined : parseS3Uri(`s3://${bucket}/-`);
  return whole === undefined ? parseS3Uri(uri) : { ...whole, key: '' };
};

type Kind = Pick<PlannedPlace, 'purpose' | 'access'>;

const KINDS = {
  artifact: { purpose: 'artifact', access: 'read' },
  prefix: { purpose: 'model-prefix', access: 'read' },
  payload: { purpose: 'payload', access: 'read' },
  input: { purpose: 'training-input', access: 'read' },
  output: { purpose: 'training-output', access: 'write' },
  checkpoint: { purpose: 'checkpoint', access: 'read-write' },
  repackaged: { purpose: 'repackaged-model', access: 'read-write' },
  compiled: { purpose: 'compiled-model', access: 'write' },
  context: { purpose: 'build-context', access: 'read-write' },
} as const satisfies Readonly<Record<string, Kind>>;

const place = (uri: string | undefined, kind: Kind, ...field: PlannedPlace['field']): readonly PlannedPlace[] =>
  uri === undefined
    ? []
    : [{ uri, ...kind, field, location: kind.purpose === 'artifact' || kind.purpose === 'payload' ? parseS3Uri(uri) : parseS3Prefix(uri) }];

const trainingPlaces = ({ trainingJob }: Target): readonly PlannedPlace[] => [
  ...(trainingJob?.inputs ?? []).flatMap((uri, index) => place(uri, KINDS.input, 'trainingJob', 'inputs', index)),
  ...place(trainingJob?.outputDataConfig?.s3OutputPath, KINDS.output, 'trainingJob', 'outputDataConfig', 's3OutputPath'),
  ...place(trainingJob?.checkpointUri, KINDS.checkpoint, 'trainingJob', 'checkpointUri'),
];

/** Only models with a script of their own are packed anew; where the specification is not known, a path that is named counts. */
const repackagedPlace = ({ outputPath, spec }: JumpStartModelTarget): readonly PlannedPlace[] =>
  spec?.repackaged === false ? [] : place(outputPath, KINDS.repackaged, 'outputPath');

const ownPlaces = (target: Target): readonly PlannedPlace[] => {
  switch (target.scenario) {
    case 'inference-recommender-vpc':
      return [
        ...place(target.containerConfig?.samplePayloadUrl, KINDS.payload, 'containerConfig', 'samplePayloadUrl'),
        ...place(target.compiledOutputUri, KINDS.compiled, 'compiledOutputUri'),
      ];
    case 'jumpstart-model':
      return [...place(target.modelDataSource?.s3Uri, KINDS.prefix, 'modelDataSource', 's3Uri'), ...repackagedPlace(target)];
    case 'wandb-launch-queue':
      return place(target.agent.builder.buildContextStore, KINDS.context, 'agent', 'builder', 'buildContextStore');
    case 'serverless-endpoint':
    case 'elastic-inference':
      return [];
    default:
      return target satisfies never;
  }
};

/** Every address of S3 that the plan names, save those of AWS’s own content. */
export const plannedPlaces = (target: Target): readonly PlannedPlace[] =>
  [...place(target.modelDataUrl, KINDS.artifact, 'modelDataUrl'), ...trainingPlaces(target), ...ownPlaces(target)].filter(
    ({ location }) => location === undefined || !isAwsContent(location.bucket),
  );

/** A plan that names an address of S3, for whatever purpose. */
export const withPlace: Applicability<Target> = {
  accepts: (target): target is Target => plannedPlaces(target).length > 0,
  otherwise: 'the plan names no bucket',
  fields: ['modelDataUrl', 'modelDataSource', ...TRAINING_PLACES, 'containerConfig', 'outputPath', 'agent'],
};

/** The places in general purpose buckets, each bucket once: others have permissions of their own, which are not judged. */
export const plannedBuckets = (target: Target): readonly (PlannedPlace & { readonly location: ObjectLocation })[] => {
  const places = plannedPlaces(target).flatMap((one) => (one.location?.via === 'bucket' ? [{ ...one, location: one.location }] : []));
  return places.filter(({ location }, index) => places.findIndex((one) => one.location.bucket === location.bucket) === index);
};
