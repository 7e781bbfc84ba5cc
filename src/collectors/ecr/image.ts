import { answered } from '../../aws/operation.ts';
import { describeImages } from '../../aws/operations/ecr.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onRepository } from './permissions.ts';

/** An image by tag or digest. One that is not found is asked for once more among those of any status: it may be archived. */
export const ecrImage = defineCollector({
  kind: 'ecr.image',
  operations: [describeImages],
  region: ({ region }) => region,
  calls: ({ account, repository, reference }) => [invocation(describeImages, { account, repository, reference })],
  surcharges: [{ service: 'ecr', each: 1, per: 'image that is missing or archived' }],
  permissions: (params, { partition }) => [onRepository('ecr:DescribeImages', { ...params, partition })],
  collect: async ({ account, repository, reference }, call) => {
    const image = { account, repository, reference };
    const active = await call(describeImages, image);
    const isActive = active.state === 'present' && active.value !== undefined;
    const found = isActive ? active : await call(describeImages, { ...image, status: 'ANY' });
    if (found.state === 'absent' || found.value === undefined) return absent;
    const { imageDigest, imageManifestMediaType, imageSizeInBytes, imageStatus } = found.value;
    return present({
      digest: answered(imageDigest, 'imageDigest'),
      ...(imageManifestMediaType !== undefined && { mediaType: imageManifestMediaType }),
      ...(imageSizeInBytes !== undefined && { size: imageSizeInBytes }),
      ...(imageStatus !== undefined && { status: imageStatus }),
    });
  },
});
