import { getModelsManifest, MANIFEST_KEY } from '../../aws/operations/jumpstart.ts';
import { absent, present } from '../../model/fact.ts';
import { nearest } from '../../reason/nearest.ts';
import { defineCollector, invocation } from '../define.ts';
import { onObject } from '../s3/permissions.ts';
import { versionsOf } from './versions-of.ts';

const MOST_NEAREST = 3;

/** Ids that a misspelt one may mean: the one with the fewest differences, and those of which it is a part. */
const nearestIds = (modelId: string, ids: readonly string[]): readonly string[] => {
  const near = nearest(modelId, ids);
  const longer = ids.filter((id) => id.includes(modelId));
  return [...new Set([...(near === undefined ? [] : [near]), ...longer])].slice(0, MOST_NEAREST);
};

/** The versions of a model in a Region's public manifest, which is read once in a run. Absent: there is no manifest. */
export const jumpstartVersions = defineCollector({
  kind: 'jumpstart.versions',
  operations: [getModelsManifest],
  region: ({ region }) => region,
  calls: ({ bucket }) => [invocation(getModelsManifest, { bucket, part: 'manifest' })],
  permissions: ({ bucket }, { partition }) => [onObject('s3:GetObject', { bucket, key: MANIFEST_KEY, partition })],
  collect: async ({ bucket, modelId }, call) => {
    const manifest = await call(getModelsManifest, { bucket, part: 'manifest' });
    if (manifest.state === 'absent') return absent;
    const versions = versionsOf(manifest.value, modelId).map(({ modelId: _, ...version }) => version);
    const ids = [...new Set(manifest.value.map((entry) => entry.modelId))];
    return present({ modelId, versions, nearest: versions.length > 0 ? [] : nearestIds(modelId, ids) });
  },
});
