/** How bad a problem is: AWS refuses the document or a statement never applies (`error`), or it may surprise (`warning`). */
export type ProblemSeverity = 'error' | 'warning';

/** `stored`: fetched from AWS, which kept it. `authored`: written by somebody, not yet given to AWS. */
export type ValidationMode = 'stored' | 'authored';

interface SeverityByMode {
  readonly authored: ProblemSeverity;
  /** Undefined: AWS kept the document, so it is not worth a word. */
  readonly stored?: ProblemSeverity;
}

const fatal: SeverityByMode = { authored: 'error', stored: 'error' };
const defect: SeverityByMode = { authored: 'error', stored: 'warning' };
const refused: SeverityByMode = { authored: 'error' };
const doubtful: SeverityByMode = { authored: 'warning', stored: 'warning' };
const advice: SeverityByMode = { authored: 'warning' };

/** Every kind of problem, and its severity by mode. */
export const SEVERITIES = {
  'not-json': fatal,
  'trailing-comma': fatal,
  'array-missing': fatal,
  'not-an-object': fatal,
  'invalid-character': refused,
  'too-large': refused,
  'above-default-quota': advice,
  'bare-statement': defect,
  'duplicate-key': defect,
  'unknown-element': defect,
  'wrong-type': defect,
  'invalid-version': defect,
  'missing-version': refused,
  'old-version': refused,
  'version-defaults': advice,
  'missing-statement': defect,
  'duplicate-sid': refused,
  'invalid-sid': refused,
  'missing-effect': defect,
  'invalid-effect': defect,
  'effect-not-allowed': refused,
  'missing-action': defect,
  'action-and-not-action': defect,
  'missing-resource': defect,
  'resource-and-not-resource': defect,
  'resource-not-allowed': defect,
  'missing-principal': defect,
  'principal-and-not-principal': defect,
  'principal-not-allowed': defect,
  'not-principal-not-allowed': defect,
  placeholder: defect,
  'action-without-service': defect,
  'impossible-action': defect,
  'wildcard-service': doubtful,
  'action-not-allowed': refused,
  'action-on-other-service': defect,
  'action-needs-any-resource': defect,
  'bucket-action-on-objects': defect,
  'object-action-on-bucket': defect,
  'bucket-partly-named': doubtful,
  'key-action-on-alias': defect,
  'resource-without-action': doubtful,
  'resource-not-arn': defect,
  'short-arn': defect,
  'malformed-arn': defect,
  'arn-with-region': defect,
  'arn-with-account': defect,
  'arn-field-missing': defect,
  'unknown-partition': defect,
  'mixed-partitions': doubtful,
  'invalid-principal': defect,
  'principal-wildcard': defect,
  'dangling-principal': doubtful,
  'incomplete-not-principal': doubtful,
  'unknown-operator': defect,
  'unknown-condition-key': defect,
  'invalid-condition-value': defect,
  'service-host-case': defect,
  'wildcard-compared-literally': doubtful,
  'invalid-variable': defect,
  'variable-not-allowed': defect,
  'variable-in-bool': doubtful,
  'variable-without-version': doubtful,
  'unknown-action': doubtful,
  'action-on-other-type': doubtful,
  'key-not-of-action': doubtful,
  'set-operator-missing': doubtful,
} as const satisfies Readonly<Record<string, SeverityByMode>>;

/** What kind of problem it is. Closed: reports and waivers may name it. */
export type PolicyProblemCode = keyof typeof SEVERITIES;

/** One problem of a policy document, where it stands. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  /** RFC 6901 JSON pointer; for syntax errors of the value that holds them, as far as known. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What would probably be right. */
  readonly suggestion?: string;
}

/** A problem before severity and position are known: `offset` counts UTF-16 code units. */
export interface Finding {
  readonly code: PolicyProblemCode;
  readonly message: string;
  readonly pointer: string;
  readonly offset: number;
  readonly suggestion?: string;
}

const LONGEST_QUOTE = 120;

/** A text of the policy, quoted for a message and cut to a readable length. */
export const quote = (text: string): string => JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/** Where a finding points. */
export interface Spot {
  readonly pointer: string;
  readonly offset: number;
}

/** Makes a finding. */
export const finding = (
  code: PolicyProblemCode,
  { pointer, offset }: Spot,
  words: { readonly message: string; readonly suggestion?: string | undefined },
): Finding => ({
  code,
  message: words.message,
  pointer,
  offset,
  ...(words.suggestion !== undefined && { suggestion: words.suggestion }),
});
