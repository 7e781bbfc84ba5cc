/** What AWS says in a refusal. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export interface AuthorizationError {
  /** ARN of the principal, or the service itself; undefined: the message names none. */
  readonly principal?: string;
  readonly action: string;
  /** ARN, or as the message names it. */
  readonly resource?: string;
  /** What decided: an explicit denial, or no allowance; `unsaid`: the message does not tell. */
  readonly because: 'explicit-deny' | 'no-allow' | 'unsaid';
  /** The kind of policy that decided, in AWS's words: `service control policy`. */
  readonly policy?: string;
}

const REFUSED =
  /(?:(?:user|principal)?:?\s*(arn:\S+|[a-z0-9-]{1,63}\.amazonaws\.com|anonymous)\s+)?(?:is|are)?\s*not authorized to perform:?\s+([a-z0-9-]+:[a-z]+)/i;
// So SageMaker writes of what it does itself; only taking on a role does it as the service that it is.
const UNABLE = /unable to perform:?\s+([a-z0-9-]+:[a-z]+)/i;
const RESOURCE = /^\W*on\s+(?:the\s+)?(?:following\s+)?(?:resource|role)s?:?\s+(arn:\S+|\*|[\w./-]+)/i;
const DENY = /with an explicit deny(?: in (?:an?|the) ([a-z -]+? policy|[a-z -]*?permissions boundary|[a-z -]*?vpc endpoint policy))?/i;
const NO_ALLOW = /because no ([a-z -]+?) allows/i;

/** Of a long log the end, where the last error stands. */
const LONGEST = 100_000;

const SAGEMAKER = 'sagemaker.amazonaws.com';
const TAKES_ON_A_ROLE = /^sts:assumerole$/i;

const withoutEnd = (text: string | undefined): string | undefined => text?.replace(/[.,;:)\]]+$/, '');

const reasonIn = (text: string): Pick<AuthorizationError, 'because' | 'policy'> => {
  const deny = DENY.exec(text);
  if (deny !== null) return { because: 'explicit-deny', ...(deny[1] !== undefined && { policy: deny[1].toLowerCase() }) };
  const [, silent] = NO_ALLOW.exec(text) ?? [];
  return silent === undefined ? { because: 'unsaid' } : { because: 'no-allow', policy: silent.toLowerCase() };
};

/** Reads a pasted refusal; undefined when the text is none. Quotes, escapes and line breaks do not matter. */
export const authorizationErrorIn = (message: string): AuthorizationError | undefined => {
  const text = message
    .slice(-LONGEST)
    .replace(/\\[nrt"']|["'`“”‘’]|\s+/g, ' ')
    .replace(/ +/g, ' ');
  const refused = REFUSED.exec(text);
  const found = refused ?? UNABLE.exec(text);
  if (found === null) return undefined;
  const action = (refused === null ? found[1] : found[2]) ?? '';
  const service = TAKES_ON_A_ROLE.test(action) ? SAGEMAKER : undefined;
  const principal = refused === null ? service : withoutEnd(found[1]);
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 2_000);
  const resource = withoutEnd(RESOURCE.exec(rest)?.[1]);
  return { action, ...(principal !== undefined && { principal }), ...(resource !== undefined && { resource }), ...reasonIn(rest) };
};
