import type { OfImage } from '../../aws/operations/ecr.ts';
import { batchGetImage, getPlatform } from '../../aws/operations/ecr.ts';
import { Refused } from '../../aws/refused.ts';
import type { FactParams, KnownFact } from '../../model/fact.ts';
import { absent, present, unknown } from '../../model/fact.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import type { ManifestLead } from './manifest.ts';
import { leadOf } from './manifest.ts';
import { onRepository } from './permissions.ts';

const OPERATIONS = [batchGetImage, getPlatform] as const;
type CallImage = Call<typeof OPERATIONS>;

const NOT_FOUND = 'ImageNotFound';

const withheld = ({ reference, repository }: OfImage, code: string): Refused =>
  new Refused(unknown('failed', `ECR does not give the manifest of ${reference} in ${repository} (${code}) — look at the image in the registry`));

const unreadable = ({ reference, repository }: OfImage): Refused =>
  new Refused(unknown('unsupported', `${reference} in ${repository} names no platform that can be read — look with docker buildx imagetools inspect`));

/** Where an image's manifest leads. Undefined: there is no such image. */
const leadFrom = async (call: CallImage, image: OfImage): Promise<ManifestLead | undefined> => {
  const got = await call(batchGetImage, image);
  if (got.state === 'absent' || got.value.withheld === NOT_FOUND) return undefined;
  if (got.value.manifest === undefined) throw withheld(image, got.value.withheld);
  return leadOf(got.value.manifest);
};

/** An index leads to one of its members, whose own manifest leads on; an index within an index is not followed. */
const configurationFrom = async (call: CallImage, image: OfImage, lead: ManifestLead): Promise<string> => {
  const last = lead.kind === 'member' ? await leadFrom(call, { ...image, reference: lead.digest }) : lead;
  if (last?.kind !== 'configuration') throw unreadable(image);
  return last.digest;
};

const collect = async ({ account, repository, reference }: FactParams<'ecr.imagePlatform'>, call: CallImage): Promise<KnownFact<'ecr.imagePlatform'>> => {
  const image = { account, repository, reference };
  const lead = await leadFrom(call, image);
  if (lead === undefined) return absent;
  const platform = await call(getPlatform, { account, repository, digest: await configurationFrom(call, image, lead) });
  const { architecture, os } = platform.state === 'present' ? platform.value : {};
  if (typeof architecture !== 'string' || typeof os !== 'string') throw unreadable(image);
  return present({ architecture, os });
};

/** The platform that an image was built for; of an index, that of its linux/amd64 member, or of its first. */
export const ecrImagePlatform = defineCollector({
  kind: 'ecr.imagePlatform',
  operations: OPERATIONS,
  region: ({ region }) => region,
  calls: ({ account, repository, reference }) => [invocation(batchGetImage, { account, repository, reference })],
  surcharges: [
    { service: 'ecr', each: 1, per: 'image whose platform is read' },
    { service: 'ecr', each: 1, per: 'image index' },
  ],
  permissions: (params, { partition }) =>
    (['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const).map((action) => onRepository(action, { ...params, partition })),
  collect,
});
