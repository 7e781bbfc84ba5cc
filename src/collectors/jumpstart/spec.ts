import type { ListedVersion } from '../../aws/operations/jumpstart.ts';
import { getModelSpec, getModelsManifest, MANIFEST_KEY } from '../../aws/operations/jumpstart.ts';
import type { FactParams } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { JumpStartSpec } from '../../model/facts/jumpstart.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import { onObject } from '../s3/permissions.ts';
import { specificationOf } from './specification.ts';
import { matchingVersions, versionsOf } from './versions-of.ts';

const OPERATIONS = [getModelsManifest, getModelSpec] as const;
type Params = FactParams<'jumpstart.spec'>;

/** Specifications that are read in search of one that is not deprecated. */
const MOST_SPECS = 3;

const specOf = async (call: Call<typeof OPERATIONS>, params: Params, { version, specKey }: ListedVersion): Promise<JumpStartSpec | undefined> => {
  const { bucket, region, modelId } = params;
  const spec = await call(getModelSpec, { bucket, key: specKey, part: 'specification' });
  return spec.state === 'present' ? specificationOf(spec.value, { bucket, region, modelId, version }) : undefined;
};

/** The newest that is not deprecated; where all that were read are, the newest of them, which says so. */
const newestValid = async (call: Call<typeof OPERATIONS>, params: Params, versions: readonly ListedVersion[]): Promise<JumpStartSpec | undefined> => {
  let newest: JumpStartSpec | undefined;
  for (const version of versions.slice(0, MOST_SPECS)) {
    const spec = await specOf(call, params, version);
    newest ??= spec;
    if (spec?.deprecated === false) return spec;
  }
  return newest;
};

/** The specification of a version of a model: the manifest tells where it lies. Absent: no manifest, no such version, or no file where it should be. */
export const jumpstartSpec = defineCollector({
  kind: 'jumpstart.spec',
  operations: OPERATIONS,
  region: ({ region }) => region,
  calls: ({ bucket }) => [invocation(getModelsManifest, { bucket, part: 'manifest' })],
  surcharges: [
    { service: 's3', each: 1, per: 'model that the JumpStart manifest lists' },
    { service: 's3', each: 1, per: 'newer version of a JumpStart model that is deprecated, up to two' },
  ],
  permissions: ({ bucket }, { partition }) => [
    onObject('s3:GetObject', { bucket, key: MANIFEST_KEY, partition }),
    {
      ...onObject('s3:GetObject', { bucket, key: '*', partition }),
      because: 'where the specification of a JumpStart model lies is known only from the manifest',
    },
  ],
  collect: async (params, call) => {
    const manifest = await call(getModelsManifest, { bucket: params.bucket, part: 'manifest' });
    if (manifest.state === 'absent') return absent;
    const spec = await newestValid(call, params, matchingVersions(versionsOf(manifest.value, params.modelId), params.version));
    return spec === undefined ? absent : present(spec);
  },
});
