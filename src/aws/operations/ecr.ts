import { downloadLayer } from '../layer-download.ts';
import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';

/** A repository of one registry; every account and Region has one registry. */
export interface OfRepository {
  /** 12 digits. */
  readonly account: string;
  readonly repository: string;
}
/** An image by tag or digest: `tag:NAME` or `sha256:…`. */
export interface OfImage extends OfRepository {
  readonly reference: string;
}

const NO_SUCH_REPOSITORY = { name: 'RepositoryNotFoundException' };
/** Manifests that name a configuration, and indexes of such. Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html */
const MANIFEST_TYPES = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
];
const TAG = 'tag:';
const open = ({ clients, region }: Route) => clients.open('ecr', region);
const nameOf = ({ account, repository }: OfRepository): string => `the repository ${repository} of ${account}`;
const placeOf = ({ account, repository }: OfRepository) => ({ registryId: account, repositoryName: repository });
const idOf = ({ reference }: OfImage) => (reference.startsWith(TAG) ? { imageTag: reference.slice(TAG.length) } : { imageDigest: reference });

/** A repository, by name. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
export const describeRepositories = defineOperation({
  name: 'ecr:DescribeRepositories',
  service: 'ecr',
  actions: ['ecr:DescribeRepositories'],
  absentWhen: [NO_SUCH_REPOSITORY],
  subject: nameOf,
  send: async ({ account, repository }: OfRepository, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [repository] });
    const { repositories } = await client.send(command, { abortSignal: route.signal });
    return answered(repositories?.[0], 'repositories');
  },
});

/** A repository's policy. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRepositoryPolicy.html */
export const getRepositoryPolicy = defineOperation({
  name: 'ecr:GetRepositoryPolicy',
  service: 'ecr',
  actions: ['ecr:GetRepositoryPolicy'],
  absentWhen: [{ name: 'RepositoryPolicyNotFoundException' }, NO_SUCH_REPOSITORY],
  subject: nameOf,
  send: async (input: OfRepository, route) => {
    const { client, sdk } = await open(route);
    const { policyText } = await client.send(new sdk.GetRepositoryPolicyCommand(placeOf(input)), { abortSignal: route.signal });
    return answered(policyText, 'policyText');
  },
});

/** An image's description. Unless asked for `ANY` status, AWS may leave out what is archived. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html */
export const describeImages = defineOperation({
  name: 'ecr:DescribeImages',
  service: 'ecr',
  actions: ['ecr:DescribeImages'],
  absentWhen: [{ name: 'ImageNotFoundException' }, NO_SUCH_REPOSITORY],
  subject: ({ reference, ...place }: OfImage & { readonly status?: 'ANY' }) => `${reference} in ${nameOf(place)}`,
  send: async ({ status, ...input }, route) => {
    const { client, sdk } = await open(route);
    const filter = status === undefined ? {} : { filter: { imageStatus: status } };
    const command = new sdk.DescribeImagesCommand({ ...placeOf(input), imageIds: [idOf(input)], ...filter });
    const { imageDetails } = await client.send(command, { abortSignal: route.signal });
    return answered(imageDetails, 'imageDetails')[0];
  },
});

/** An image's manifest, JSON text; or with what code ECR withholds it. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html */
export const batchGetImage = defineOperation({
  name: 'ecr:BatchGetImage',
  service: 'ecr',
  actions: ['ecr:BatchGetImage'],
  absentWhen: [NO_SUCH_REPOSITORY],
  subject: ({ reference, ...place }: OfImage) => `${reference} in ${nameOf(place)}`,
  send: async (input, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.BatchGetImageCommand({ ...placeOf(input), imageIds: [idOf(input)], acceptedMediaTypes: MANIFEST_TYPES });
    const { images, failures } = await client.send(command, { abortSignal: route.signal });
    const manifest = images?.[0]?.imageManifest;
    return manifest === undefined ? { withheld: answered(failures?.[0]?.failureCode, 'images') } : { manifest };
  },
});

/** The platform in the text of an image's configuration. All else in it, such as the environment, is forgotten here. */
const platformIn = (text: string): { readonly architecture?: unknown; readonly os?: unknown } => {
  try {
    const { architecture, os } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    return { architecture, os };
  } catch {
    // The parser would quote the text.
    return {};
  }
};

/**
 * The platform that an image's configuration names. ECR gives an address in Amazon S3, from which the configuration is read at
 * once; that download is no call to AWS's API, and needs no permission. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetDownloadUrlForLayer.html
 */
export const getPlatform = defineOperation({
  name: 'ecr:GetDownloadUrlForLayer',
  service: 'ecr',
  actions: ['ecr:GetDownloadUrlForLayer'],
  absentWhen: [NO_SUCH_REPOSITORY],
  subject: ({ digest, ...place }: OfRepository & { readonly digest: string }) => `the layer ${digest} in ${nameOf(place)}`,
  send: async ({ digest, ...place }, route) => {
    const { client, sdk } = await open(route);
    const { downloadUrl } = await client.send(new sdk.GetDownloadUrlForLayerCommand({ ...placeOf(place), layerDigest: digest }), { abortSignal: route.signal });
    return platformIn(await downloadLayer(answered(downloadUrl, 'downloadUrl'), route.signal));
  },
});
