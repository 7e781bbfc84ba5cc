import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';
import { jsonAnswer } from './stub-quotas.ts';

/** STUB of ECR's archive, which moto lacks: an archived image is described only to those who ask for images of any status. And of registries of other accounts, which moto does not show. */
export interface ImageStub {
  /** Puts an image of that address into another account's repository, for everybody to see. */
  readonly publish: (uri: string) => void;
  /** Archives every image of a repository of an account. */
  readonly archive: (account: string, repository: string) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
  /** What becomes of moto's answer. */
  readonly amend: (request: AwsRequest, answer: HttpAnswer) => HttpAnswer;
}

type Input = Readonly<Record<string, unknown>>;

const statusAsked = ({ filter }: Input): unknown => (filter as Input | undefined)?.['imageStatus'];

const NOT_FOUND = { status: 400, code: 'ImageNotFoundException', message: 'The image requested does not exist in the specified repository.' };

const described = (registryId: string, repositoryName: string, imageTag: string): Input => ({
  registryId,
  repositoryName,
  imageDigest: `sha256:${'b'.repeat(64)}`,
  imageTags: [imageTag],
  imageSizeInBytes: 800_000_000,
  imageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json',
});

const ADDRESS = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.[^/]+\/(.+):([\w.-]+)$/;

/** Makes the stub, with nothing archived and nothing published. */
export const imageStub = (): ImageStub => {
  const archived = new Set<string>();
  const published = new Map<string, readonly string[]>();
  const elsewhere = (request: AwsRequest): HttpAnswer | undefined => {
    const { service, operation, region, input } = request;
    const [registryId, repositoryName] = [`${input['registryId']}`, `${input['repositoryName']}`];
    const tags = published.get(`${registryId}/${region}/${repositoryName}`);
    if (service !== 'ecr' || operation !== 'DescribeImages' || tags === undefined) return undefined;
    const asked = (input['imageIds'] as readonly Input[] | undefined)?.map(({ imageTag }) => `${imageTag}`) ?? tags;
    const imageDetails = asked.filter((tag) => tags.includes(tag)).map((tag) => described(registryId, repositoryName, tag));
    return imageDetails.length === 0 ? errorAnswer(request, NOT_FOUND) : jsonAnswer({ imageDetails });
  };
  const isArchived = ({ service, operation, account, input }: AwsRequest): boolean =>
    service === 'ecr' && operation === 'DescribeImages' && archived.has(`${account}/${input['repositoryName']}`);
  return {
    publish: (uri) => {
      const [, account, region, repository, tag = ''] = ADDRESS.exec(uri) ?? [];
      const place = `${account}/${region}/${repository}`;
      published.set(place, [...(published.get(place) ?? []), tag]);
    },
    archive: (account, repository) => void archived.add(`${account}/${repository}`),
    answer: (request) => (isArchived(request) && statusAsked(request.input) !== 'ANY' ? errorAnswer(request, NOT_FOUND) : elsewhere(request)),
    amend: (request, answer) => {
      if (!isArchived(request) || answer.status >= 300) return answer;
      const { imageDetails } = JSON.parse(String(answer.body)) as { readonly imageDetails: readonly Input[] };
      return { ...answer, body: JSON.stringify({ imageDetails: imageDetails.map((image) => ({ ...image, imageStatus: 'ARCHIVED' })) }) };
    },
  };
};
