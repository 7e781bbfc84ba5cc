import type { Stop } from '../run/stop.ts';
import { stop } from '../run/stop.ts';

/** One thing that was to be handed on. */
export interface Attempt {
  /** `service:Operation`, which is the IAM action too. */
  readonly action: string;
  /** What was to be sent where, as a phrase: `the report to s3://…`. */
  readonly what: string;
  /** What to do where there is no such place. */
  readonly whenMissing: string;
  /** ARN of the role that hands it on; none: whoever runs sageready. */
  readonly through?: string;
}

interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const DETAIL_LENGTH = 300;
const DENIED = /AccessDenied|^Authorization|NotAuthorized|^Forbidden/;
const MISSING = /^(NoSuchBucket|NotFound(Exception)?)$/;
const CREDENTIALS = /Credentials|^ExpiredToken|^InvalidClientTokenId|^UnrecognizedClient|^InvalidAccessKeyId|SignatureDoesNotMatch|^TokenRefreshRequired/;
// Security Hub says so where an account has not enabled it: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
const NOT_ENABLED = /^InvalidAccessException$/;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, DETAIL_LENGTH);

/** Where there are no credentials, our own words say what to do. */
const saysWhatToDo = ({ name = '', message = '' }: SdkError): boolean => name === 'CredentialsProviderError' && message.includes(' — ');

const remedyFor = ({ name = '', $metadata }: SdkError, { action, whenMissing, through }: Attempt): string => {
  if (NOT_ENABLED.test(name)) return 'enable Security Hub in this account and Region, or leave --security-hub out';
  if (CREDENTIALS.test(name)) return 'renew the credentials and run again';
  if (MISSING.test(name)) return whenMissing;
  const status = $metadata?.httpStatusCode;
  if (DENIED.test(name) || status === 403)
    return `grant ${action}${through === undefined ? ', in the policies of the caller and of the place' : ` to ${through}`}`;
  return status === undefined || status >= 500 ? 'see that AWS can be reached, and run again' : 'correct it and run again';
};

/** Says in one line what could not be handed on, what AWS said, and what to do. */
export const undelivered = (attempt: Attempt, error: unknown): Stop => {
  const thrown = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as SdkError;
  const said = oneLine([thrown.name, thrown.message].filter((word) => word !== undefined && word !== '' && word !== 'Error').join(': '));
  const remedy = saysWhatToDo(thrown) ? '' : ` — ${remedyFor(thrown, attempt)}`;
  return stop(`${attempt.what} could not be sent (${attempt.action}): ${said || 'AWS did not say why'}${remedy}`);
};

/** Whether S3 refused to replace an object that is there already (`If-None-Match: *`). Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export const isTaken = (error: unknown): boolean => {
  const { name, $metadata } = Object(error) as SdkError;
  return name === 'PreconditionFailed' || $metadata?.httpStatusCode === 412;
};
