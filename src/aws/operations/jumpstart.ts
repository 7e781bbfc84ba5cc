import { jsonOf, textWithin } from '../object-text.ts';
import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';

/** Where JumpStart lists its models. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/constants.py */
export const MANIFEST_KEY = 'models_manifest.json';
const MOST_MEGABYTES = 50;

/** An object of JumpStart's public bucket. */
interface OfBucket {
  readonly bucket: string;
  readonly key: string;
}
/** One version of one model in the manifest. */
export interface ListedVersion {
  readonly modelId: string;
  readonly version: string;
  readonly specKey: string;
  /** The oldest SageMaker Python SDK that takes it. */
  readonly minimumSdk?: string;
}

const NO_SUCH = [{ name: 'NoSuchKey' }, { name: 'NoSuchBucket' }];
const HIDDEN = 'the object may also be missing, which S3 does not tell without s3:ListBucket';

const read = async ({ bucket, key }: OfBucket, { clients, region, signal }: Route): Promise<unknown> => {
  const { client, sdk } = await clients.open('s3', region);
  const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal });
  return jsonOf(await textWithin({ ...answer, Body: answered(answer.Body, 'body') }, MOST_MEGABYTES));
};

/** An entry without model, version or specification is of no use to anybody. */
const listedVersion = (entry: unknown): readonly ListedVersion[] => {
  const { model_id: modelId, version, spec_key: specKey, min_version: minimum } = Object(entry) as Readonly<Record<string, unknown>>;
  if (typeof modelId !== 'string' || typeof version !== 'string' || typeof specKey !== 'string') return [];
  return [{ modelId, version, specKey, ...(typeof minimum === 'string' && { minimumSdk: minimum }) }];
};

const listedVersions = (manifest: unknown): readonly ListedVersion[] => {
  if (!Array.isArray(manifest)) throw new Error('the object is JSON, but no list of models');
  return manifest.flatMap(listedVersion);
};

/** The manifest of a Region's public models: of each entry only what is used. Every model of a run is looked up in the one answer. */
export const getModelsManifest = defineOperation({
  name: 's3:GetObject',
  service: 's3',
  actions: ['s3:GetObject'],
  absentWhen: NO_SUCH,
  whenDenied: HIDDEN,
  subject: ({ bucket }: { readonly bucket: string; readonly part: 'manifest' }) => `s3://${bucket}/${MANIFEST_KEY}`,
  send: async ({ bucket }, route) => listedVersions(await read({ bucket, key: MANIFEST_KEY }, route)),
});

/** The specification of one version of a model, JSON. */
export const getModelSpec = defineOperation({
  name: 's3:GetObject',
  service: 's3',
  actions: ['s3:GetObject'],
  absentWhen: NO_SUCH,
  whenDenied: HIDDEN,
  subject: ({ bucket, key }: OfBucket & { readonly part: 'specification' }) => `s3://${bucket}/${key}`,
  send: async ({ bucket, key }, route) => {
    const spec = await read({ bucket, key }, route);
    if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) throw new Error('the object is JSON, but no specification');
    return spec as Readonly<Record<string, unknown>>;
  },
});
