import { randomUUID } from 'node:crypto';
import type { AwsProtocol, AwsRequest } from './aws-request.ts';

/** What goes back over the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Refusals that AWS words itself. */
export type AwsRefusal = 'access-denied' | 'throttled' | 'expired-token' | 'unrecognized-client' | 'internal-error' | 'service-unavailable';

interface Wording {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const EXPIRED = 'The security token included in the request is expired';
const UNRECOGNIZED = 'The security token included in the request is invalid.';
const INTERNAL = 'We encountered an internal error. Please try again.';
const UNAVAILABLE = 'The service is temporarily unavailable.';

/** Names and statuses by protocol. Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html, https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html, https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const WORDINGS: Readonly<Record<AwsRefusal, Readonly<Record<AwsProtocol, Wording>>>> = {
  'access-denied': {
    query: { status: 403, code: 'AccessDenied', message: '' },
    ec2: { status: 403, code: 'UnauthorizedOperation', message: '' },
    json: { status: 400, code: 'AccessDeniedException', message: '' },
    'rest-xml': { status: 403, code: 'AccessDenied', message: 'Access Denied' },
  },
  throttled: {
    query: { status: 400, code: 'Throttling', message: 'Rate exceeded' },
    ec2: { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' },
    json: { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' },
    'rest-xml': { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' },
  },
  'expired-token': {
    query: { status: 403, code: 'ExpiredToken', message: EXPIRED },
    ec2: { status: 400, code: 'RequestExpired', message: 'Request has expired.' },
    json: { status: 400, code: 'ExpiredTokenException', message: EXPIRED },
    'rest-xml': { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' },
  },
  // Also the answer to good keys in a Region that the account has not enabled.
  'unrecognized-client': {
    query: { status: 403, code: 'InvalidClientTokenId', message: UNRECOGNIZED },
    ec2: { status: 401, code: 'AuthFailure', message: 'AWS was not able to validate the provided access credentials' },
    json: { status: 400, code: 'UnrecognizedClientException', message: UNRECOGNIZED },
    'rest-xml': { status: 403, code: 'InvalidAccessKeyId', message: 'The AWS Access Key Id you provided does not exist in our records.' },
  },
  'internal-error': {
    query: { status: 500, code: 'InternalFailure', message: INTERNAL },
    ec2: { status: 500, code: 'InternalError', message: INTERNAL },
    json: { status: 500, code: 'InternalFailure', message: INTERNAL },
    'rest-xml': { status: 500, code: 'InternalError', message: INTERNAL },
  },
  'service-unavailable': {
    query: { status: 503, code: 'ServiceUnavailable', message: UNAVAILABLE },
    ec2: { status: 503, code: 'Unavailable', message: UNAVAILABLE },
    json: { status: 503, code: 'ServiceUnavailableException', message: UNAVAILABLE },
    'rest-xml': { status: 503, code: 'ServiceUnavailable', message: UNAVAILABLE },
  },
};

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const xml = (status: number, body: string): HttpAnswer => ({ status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() }, body });

const faultOf = (status: number): string => (status >= 500 ? 'Receiver' : 'Sender');

const BODIES: Readonly<Record<AwsProtocol, (wording: Wording) => HttpAnswer>> = {
  query: ({ status, code, message }) =>
    xml(
      status,
      `<ErrorResponse><Error><Type>${faultOf(status)}</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    ),
  ec2: ({ status, code, message }) =>
    xml(
      status,
      `<?xml version="1.0" encoding="UTF-8"?><Response><Errors><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error></Errors><RequestID>${randomUUID()}</RequestID></Response>`,
    ),
  json: ({ status, code, message }) => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({ __type: code, message }),
  }),
  'rest-xml': ({ status, code, message }) =>
    xml(status, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escaped(message)}</Message><RequestId>STUB</RequestId></Error>`),
};

/** An error in the form of the request's protocol. The answer to HEAD has no body, so AWS cannot name the error there. */
export const errorAnswer = ({ protocol, method }: Pick<AwsRequest, 'protocol' | 'method'>, wording: Wording): HttpAnswer => {
  const answer = BODIES[protocol](wording);
  return method === 'HEAD' ? { ...answer, body: '' } : answer;
};

const deniedMessage = ({ account, action, protocol }: AwsRequest): string =>
  `${protocol === 'ec2' ? 'You are not authorized to perform this operation. ' : ''}User: arn:aws:sts::${account ?? '000000000000'}:assumed-role/Caller/session is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;

/** One of AWS's own refusals, as this request's service would say it. */
export const refusalAnswer = (request: AwsRequest, refusal: AwsRefusal): HttpAnswer => {
  const wording = WORDINGS[refusal][request.protocol];
  return errorAnswer(request, { ...wording, message: wording.message || deniedMessage(request) });
};
