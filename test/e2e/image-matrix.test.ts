import { DescribeImagesCommand, ECRClient, PutImageCommand, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import type { ReadyAccount } from '../support/account.ts';
import type { Mutate, Mutation } from './matrix.ts';
import { describeMatrix } from './matrix.ts';

const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIGURATION = `sha256:${'c'.repeat(64)}`;
const GIB = 1024 ** 3;

const ecrOf = ({ url, region, admin }: ReadyAccount): ECRClient => new ECRClient({ endpoint: url, region, credentials: admin.keys });
const here = ({ account, region }: ReadyAccount, name: string): string => `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;

interface ImageSeed {
  readonly mediaType?: string;
  /** Bytes: moto takes the size of an image from its configuration. */
  readonly size?: number;
}

/** Puts a further image into the repository and plans with it. */
const plannedImage = async (account: ReadyAccount, tag: string, { mediaType = MANIFEST, size = 1_000_000 }: ImageSeed = {}) => {
  const config = { mediaType: 'application/vnd.docker.container.image.v1+json', size, digest: CONFIGURATION };
  const layers = [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: 1, digest: `sha256:${'1'.repeat(64)}` }];
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType, config, layers });
  await ecrOf(account).send(new PutImageCommand({ repositoryName: 'churn', imageTag: tag, imageManifest, imageManifestMediaType: mediaType }));
  return { image: here(account, `churn:${tag}`) };
};

const LOOKED_AT = {
  'image/image-media-type-is-accepted': 'not-applicable',
  'image/image-is-no-manifest-list': 'not-applicable',
  'image/image-fits': 'not-applicable',
  'image/image-is-likely-to-fit': 'not-applicable',
  'image/image-is-not-archived': 'not-applicable',
  'image/image-tag-is-fixed': 'not-applicable',
} as const;
const NOT_READ = { 'image/repository-exists': 'not-applicable', 'image/image-exists': 'not-applicable', ...LOOKED_AT } as const;
const NO_PULL = { 'identity/role-may-pull-image': 'not-applicable' } as const;
const ELSEWHERE = { ...NO_PULL, ...NOT_READ, 'image/image-is-in-this-account-and-region': 'fail' } as const;
const OF_AWS = '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312';
const AWS_OWNS = { ...NO_PULL, 'image/image-is-in-this-account-and-region': 'not-applicable', 'image/registry-account-is-this-regions': 'pass' } as const;

const FAILING: Readonly<Record<string, Mutation>> = {
  'the image is in another account': {
    mutate: async () => ({ image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/churn:1.4' }),
    changes: ELSEWHERE,
  },
  'the image is in another Region': {
    mutate: async ({ account }) => ({ image: `${account}.dkr.ecr.eu-west-1.amazonaws.com/churn:1.4` }),
    changes: ELSEWHERE,
  },
  'the image is in no ECR': { mutate: async () => ({ image: 'docker.io/library/churn:1.4' }), changes: ELSEWHERE },
  'the image comes from another Region’s AWS registry': {
    mutate: async () => ({ image: '763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' }),
    changes: { ...AWS_OWNS, ...NOT_READ, 'image/registry-account-is-this-regions': 'fail' },
  },
  'AWS does not show its registry': {
    mutate: async ({ account }, { proxy }) => {
      proxy.refuse(['ecr:DescribeImages'], { account });
      return { image: OF_AWS };
    },
    changes: {
      ...AWS_OWNS,
      ...Object.fromEntries(Object.keys(LOOKED_AT).map((rule) => [rule, 'cannot-tell' as const])),
      'image/repository-exists': 'not-applicable',
      'image/image-exists': 'cannot-tell',
      'image/image-tag-is-fixed': 'not-applicable',
    },
  },
  'the repository is gone': {
    mutate: async (account) => ({ image: here(account, 'other:1.4') }),
    changes: { 'image/repository-exists': 'fail', 'image/image-exists': 'not-applicable', ...LOOKED_AT },
  },
  'the tag is gone': { mutate: async (account) => ({ image: here(account, 'churn:9') }), changes: { 'image/image-exists': 'fail', ...LOOKED_AT } },
  'the digest is gone': {
    mutate: async (account) => ({ image: here(account, `churn@sha256:${'0'.repeat(64)}`) }),
    changes: { 'image/image-exists': 'fail', ...LOOKED_AT },
  },
  'the image was pushed as an OCI manifest': {
    mutate: (account) => plannedImage(account, 'oci', { mediaType: 'application/vnd.oci.image.manifest.v1+json' }),
    changes: { 'image/image-media-type-is-accepted': 'fail' },
  },
  'the image is one byte too large': {
    mutate: (account) => plannedImage(account, 'huge', { size: 10 * GIB + 1 }),
    changes: { 'image/image-fits': 'fail', 'image/image-is-likely-to-fit': 'not-applicable' },
  },
  'the image is large': { mutate: (account) => plannedImage(account, 'large', { size: 5 * GIB }), changes: { 'image/image-is-likely-to-fit': 'fail' } },
  'the image is archived': {
    mutate: async ({ account }, { proxy }) => void proxy.archiveImages(account, 'churn'),
    changes: { 'image/image-is-not-archived': 'fail' },
  },
  'the image is for GPUs': { mutate: (account) => plannedImage(account, '1.4-gpu-py312'), changes: { 'image/image-is-for-cpu': 'fail' } },
  'the image is for another architecture': {
    mutate: async (account, { proxy }) => {
      proxy.putLayer(CONFIGURATION, JSON.stringify({ architecture: 'arm64', os: 'linux' }));
      return { ...(await plannedImage(account, 'arm')), deep: true };
    },
    changes: { 'image/image-architecture-is-amd64': 'fail' },
  },
  'the tags can be moved': {
    mutate: async (account) => void (await ecrOf(account).send(new PutImageTagMutabilityCommand({ repositoryName: 'churn', imageTagMutability: 'MUTABLE' }))),
    changes: { 'image/image-tag-is-fixed': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the image is named by digest': async (account) => {
    const { imageDetails } = await ecrOf(account).send(new DescribeImagesCommand({ repositoryName: 'churn' }));
    return { image: here(account, `churn@${imageDetails?.[0]?.imageDigest}`) };
  },
  'the image is exactly as large as it may be without doubt': (account) => plannedImage(account, 'large', { size: 4 * GIB }),
  'the image is for amd64, looked into': async (account, { proxy }) => {
    proxy.putLayer(CONFIGURATION, JSON.stringify({ architecture: 'amd64', os: 'linux' }));
    return { ...(await plannedImage(account, 'amd')), deep: true };
  },
  'the tag speaks of CPU': (account) => plannedImage(account, '1.4-cpu-py312'),
};

describeMatrix(FAILING, HARMLESS);
