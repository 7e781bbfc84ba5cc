import type { Absent, UnknownReason } from '../model/fact.ts';
import { absent } from '../model/fact.ts';
import type { AbsentWhen } from './operation.ts';

/** What a thrown error says about a call. */
export type Failure =
  | Absent
  /** S3: the bucket lies in another Region. */
  | { readonly state: 'moved'; readonly region: string }
  /** The credentials are missing, wrong or expired; `detail` is a sentence with the remedy. `perhapsRegion`: AWS says the same where a Region is not enabled. */
  | { readonly state: 'credentials'; readonly perhapsRegion: boolean; readonly detail: string }
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail: string };

/** What the SDK throws, as far as it matters; any of it may be missing. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  /** Of the socket, e.g. `ECONNREFUSED`. */
  readonly code?: string;
  /** Present when AWS's own error was decoded. */
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
  readonly cause?: unknown;
}

// Names: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const PERHAPS_REGION = /^(UnrecognizedClientException|InvalidClientTokenId|AuthFailure)$/;
const CREDENTIALS =
  /^(CredentialsProviderError|TokenProviderError|ExpiredToken(Exception)?|RequestExpired|InvalidAccessKeyId|InvalidToken|TokenRefreshRequired|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?|RequestTimeTooSkewed)$/;
const DENIED = /^AccessDenied|^Unauthorized|NotAuthorized/;
const THROTTLED = /^(Throttl|RequestLimitExceeded|RequestThrottled|TooManyRequests|SlowDown|PriorRequestNotComplete)/;
/** What the SDK calls an error that came without a body. */
const NAMELESS = 'Unknown';
/** S3: the object is archived. It says so with 403, and no permission helps. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const ARCHIVED = 'InvalidObjectState';
const UNREACHABLE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EPROTO)$|CERT|SIGNATURE|^ERR_(TLS|SSL)_/;
const RESET = /^(ECONNRESET|EPIPE)$/;
const REDIRECTS: readonly number[] = [301, 307, 400];

const isAbsent = (name: string, message: string, absentWhen: readonly AbsentWhen[]): boolean =>
  absentWhen.some((way) => way.name === name && (way.message?.test(message) ?? true));

const DETAIL_LENGTH = 400;
const clipped = (text: string): string => (text.length > DETAIL_LENGTH ? `${text.slice(0, DETAIL_LENGTH)}…` : text);

/** Words that say nothing. */
const EMPTY = /^(Error|Unknown|UnknownError)?$/;
const NOISE = /^@smithy\/node-http-handler - (\[ERROR\] )?/;

/** What AWS itself said; a parser's complaint about an undecodable answer says nothing. */
const detailOf = ({ name = 'Error', message = '', $fault, $metadata }: SdkError): string => {
  const status = $metadata?.httpStatusCode;
  if (status !== undefined && $fault === undefined) return `HTTP ${status}, not decodable`;
  const words = [name, message.replace(NOISE, '')].filter((word) => !EMPTY.test(word)).join(': ');
  return clipped([status === undefined ? '' : `HTTP ${status}`, words].filter(Boolean).join(' '));
};

/** No answer at all. The SDK names a reset connection TimeoutError, so the socket's code is asked first. */
const transportReason = ({ name = '', code = '' }: SdkError): UnknownReason => {
  if (RESET.test(code)) return 'failed';
  if (UNREACHABLE.test(code)) return 'unreachable';
  return name === 'TimeoutError' || code === 'ETIMEDOUT' ? 'timeout' : 'failed';
};

/** S3 answers a request at the wrong Region with a redirect, and for HeadBucket also with 400; both name the right one. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html */
const movedTo = (error: SdkError, asked: string): string | undefined => {
  const region = error.$response?.headers?.['x-amz-bucket-region'];
  return REDIRECTS.includes(error.$metadata?.httpStatusCode ?? 0) && region !== asked ? region : undefined;
};

/** S3 asks for fewer requests with 503; an answer to HEAD has no body that could say so. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const isBareUnavailable = (status: number, name: string): boolean => status === 503 && name === NAMELESS;

const answerReason = (status: number, name: string): UnknownReason => {
  if (THROTTLED.test(name) || status === 429 || isBareUnavailable(status, name)) return 'throttled';
  if (status >= 500 || name === ARCHIVED) return 'failed';
  return status === 401 || status === 403 || DENIED.test(name) ? 'access-denied' : 'failed';
};

const remedyFor = (name: string): string => {
  if (/Expired|Refresh/.test(name)) return 'renew them (aws sso login, or new temporary keys)';
  return /Skewed|InvalidSignatureException/.test(name) ? "check the keys, and this machine's clock" : 'check that the keys are right and active';
};

const credentialsFailure = (error: SdkError): Failure | undefined => {
  const { name = '' } = error;
  if (!CREDENTIALS.test(name) && !PERHAPS_REGION.test(name)) return undefined;
  const isOurs = error.$metadata?.httpStatusCode === undefined;
  const detail = isOurs ? (error.message ?? name) : `AWS does not accept the credentials — ${remedyFor(name)} (${detailOf(error)})`;
  return { state: 'credentials', perhapsRegion: PERHAPS_REGION.test(name), detail };
};

const classifyAnswer = (error: SdkError, status: number, { absentWhen, region }: ClassifyOptions): Failure => {
  const { name = '', message = '' } = error;
  const moved = movedTo(error, region);
  if (moved !== undefined) return { state: 'moved', region: moved };
  const reason = answerReason(status, name);
  const isDecoded = error.$fault !== undefined && status < 500 && reason === 'failed';
  return isDecoded && isAbsent(name, message, absentWhen) ? absent : { state: 'unknown', reason, detail: detailOf(error) };
};

/** The call that failed. */
export interface ClassifyOptions {
  readonly absentWhen: readonly AbsentWhen[];
  /** The Region that was asked. */
  readonly region: string;
}

/**
 * Says what an error means. HTTP status first, then the name: an answer that could not be decoded carries the name of the
 * decoder's error. A refusal or a failure is never taken for absence.
 */
export const classify = (thrown: unknown, options: ClassifyOptions): Failure => {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as SdkError;
  const credentials = credentialsFailure(error);
  if (credentials !== undefined) return credentials;
  const status = error.$metadata?.httpStatusCode;
  return status === undefined ? { state: 'unknown', reason: transportReason(error), detail: detailOf(error) } : classifyAnswer(error, status, options);
};
