import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** STUB of ECR's archive, which moto lacks: an archived image is described only to those who ask for images of any status. */
export interface ImageStub {
  /** Archives every image of a repository of an account. */
  readonly archive: (account: string, repository: string) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
  /** What becomes of moto's answer. */
  readonly amend: (request: AwsRequest, answer: HttpAnswer) => HttpAnswer;
}

type Input = Readonly<Record<string, unknown>>;

const statusAsked = ({ filter }: Input): unknown => (filter as Input | undefined)?.['imageStatus'];

/** Makes the stub, with nothing archived. */
export const imageStub = (): ImageStub => {
  const archived = new Set<string>();
  const isArchived = ({ service, operation, account, input }: AwsRequest): boolean =>
    service === 'ecr' && operation === 'DescribeImages' && archived.has(`${account}/${input['repositoryName']}`);
  return {
    archive: (account, repository) => void archived.add(`${account}/${repository}`),
    answer: (request) =>
      isArchived(request) && statusAsked(request.input) !== 'ANY'
        ? errorAnswer(request, { status: 400, code: 'ImageNotFoundException', message: 'The image requested does not exist in the specified repository.' })
        : undefined,
    amend: (request, answer) => {
      if (!isArchived(request) || answer.status >= 300) return answer;
      const { imageDetails } = JSON.parse(String(answer.body)) as { readonly imageDetails: readonly Input[] };
      return { ...answer, body: JSON.stringify({ imageDetails: imageDetails.map((image) => ({ ...image, imageStatus: 'ARCHIVED' })) }) };
    },
  };
};
