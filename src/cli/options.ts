import type { Options } from 'yargs';
import type { Owner } from '../model/fix.ts';
import type { Field } from '../targets/field.ts';
import { FIELDS } from '../targets/fields.ts';
import { FORMAT_NAMES } from './output/formats.ts';

const OWNERS = ['network', 'identity', 'keys', 'ml', 'organisation'] as const satisfies readonly Owner[];

/** Options of every command that talks to AWS. */
export const AWS_OPTIONS = {
  profile: { type: 'string', requiresArg: true, describe: 'Named profile of the AWS configuration files', group: 'AWS:' },
  region: { type: 'string', requiresArg: true, describe: 'Region of the deployment, where the description names none', group: 'AWS:' },
  'endpoint-url': { type: 'string', requiresArg: true, describe: 'Another address for all AWS services (also AWS_ENDPOINT_URL[_SERVICE])', group: 'AWS:' },
  concurrency: { type: 'number', requiresArg: true, default: 10, describe: 'Calls under way per service and Region (IAM: half of it)', group: 'AWS:' },
  timeout: {
    type: 'number',
    requiresArg: true,
    default: 30,
    describe: 'Seconds that one call may take, retries included; waiting for AWS’s rate is not',
    group: 'AWS:',
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of every command that may take many calls. */
export const RUN_OPTIONS = {
  'max-calls': { type: 'number', requiresArg: true, describe: 'Send no more requests than this; what is missing then could not be judged', group: 'AWS:' },
  journal: { type: 'string', requiresArg: true, describe: 'Keep each answer in this file as it comes, so that the run can be resumed', group: 'AWS:' },
  resume: { type: 'string', requiresArg: true, describe: 'Go on with a run from its journal; what was answered is not asked again', group: 'AWS:' },
  'max-age': { type: 'string', requiresArg: true, default: '15m', describe: 'How old an answer of --resume may be: 90s, 15m, 2h', group: 'AWS:' },
} as const satisfies Readonly<Record<string, Options>>;

/** Whether contents are read that take a download. */
export const DEEP: Options = { type: 'boolean', default: false, describe: 'Read also the configuration of the container image (its architecture)' };

/** Whose word counts on what a principal may do. */
export const IAM_ENGINE = {
  choices: ['local', 'aws', 'both'] as const,
  describe:
    'Who judges permissions: sageready, AWS’s policy simulator (iam:SimulatePrincipalPolicy), or both if allowed (default: both for up to 25 targets, local for more)',
  group: 'AWS:',
} as const satisfies Options;

/** Whose right to deploy is judged where a description names no deployer. */
export const DEPLOYERS = {
  choices: ['me', 'named'] as const,
  default: 'me' as const,
  describe: 'Whose right to deploy is judged where the description names nobody: whoever runs sageready, or only who is named',
  group: 'Judging:',
} as const satisfies Options;

/** Which of the described targets are meant. */
export const TARGET: Options = {
  type: 'string',
  array: true,
  nargs: 1,
  describe: 'Only the target of this name, repeatable; what it shares with others is then not judged',
};

/** Of a description for several accounts, the targets of one. */
export const ACCOUNT_ONLY: Options = { type: 'string', requiresArg: true, describe: 'Only the targets that are planned for this account (12 digits)' };

/** Options of every command that judges. */
export const JUDGING_OPTIONS = {
  'fail-on': {
    choices: ['error', 'warning', 'note'] as const,
    default: 'error' as const,
    describe: 'The lowest severity that counts as failure',
    group: 'Judging:',
  },
  strict: { type: 'boolean', default: false, describe: 'Exit with 3 when any rule could not be judged', group: 'Judging:' },
  'keep-going': { type: 'boolean', default: false, describe: 'Judge the valid targets when others are invalid', group: 'Judging:' },
  now: { type: 'string', requiresArg: true, describe: 'Judge as if it were this time (ISO 8601)', group: 'Judging:' },
  waivers: { type: 'string', requiresArg: true, describe: 'File of agreed exceptions: rule, subject, reason, owner, expiry', group: 'Judging:' },
} as const satisfies Readonly<Record<string, Options>>;

/** What counts as failure in a report that was written before. */
export const GATE_OPTIONS = {
  'fail-on': {
    choices: ['error', 'warning', 'note'] as const,
    describe: 'The lowest severity that counts as failure (default: as when the report was made)',
    group: 'Judging:',
  },
  strict: { type: 'boolean', describe: 'Exit with 3 when any rule could not be judged (default: as when the report was made)', group: 'Judging:' },
  'keep-going': JUDGING_OPTIONS['keep-going'],
} as const satisfies Readonly<Record<string, Options>>;

/** Options of every command that writes a report. */
export const OUTPUT_OPTIONS = {
  output: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: `FORMAT or FORMAT=FILE, repeatable; formats: ${FORMAT_NAMES.join(', ')}`,
    group: 'Output:',
  },
  all: { type: 'boolean', default: false, describe: 'Show also what passed and what does not apply', group: 'Output:' },
  colour: { type: 'boolean', describe: 'Colours (default: on a terminal, unless NO_COLOR is set)', group: 'Output:' },
  quiet: { type: 'boolean', default: false, describe: 'No progress and no report on standard output; the exit code tells', group: 'Output:' },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of single formats, and of publishing first and failing after. */
export const PUBLISHING_OPTIONS = {
  for: { choices: OWNERS, requiresArg: true, describe: 'Only what this owner is asked to do (handoff)', group: 'Output:' },
  anchor: {
    type: 'string',
    alias: 'sarif-anchor',
    requiresArg: true,
    describe: 'File of the repository that results point to where the description has no line for them',
    group: 'Output:',
  },
  state: {
    type: 'string',
    requiresArg: true,
    describe: 'File that remembers findings between runs: when each was first seen, and which to close (asff, ocsf)',
    group: 'Output:',
  },
  'exit-zero': { type: 'boolean', default: false, describe: 'Exit with 0 whatever the verdict: publish first, then sageready gate', group: 'Output:' },
} as const satisfies Readonly<Record<string, Options>>;

/** To whom a finished report is handed on; nothing is sent unless asked for. */
export const DELIVERY_OPTIONS = {
  deliver: { type: 'string', requiresArg: true, describe: 'Put the report into a bucket too: s3://bucket/prefix', group: 'Delivery:' },
  'deliver-formats': { type: 'string', requiresArg: true, describe: 'Formats for --deliver, between commas (default: json,html)', group: 'Delivery:' },
  notify: {
    type: 'string',
    requiresArg: true,
    describe: 'ARN of an SNS topic that is told of failures; with --history, of those that are new',
    group: 'Delivery:',
  },
  'security-hub': {
    type: 'boolean',
    default: false,
    describe: 'Send the findings to Security Hub; with --history, what has passed is closed there',
    group: 'Delivery:',
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Options of every command that keeps its reports. */
export const HISTORY_OPTIONS = {
  history: {
    type: 'string',
    requiresArg: true,
    describe: 'Folder or s3://bucket/prefix that keeps each run’s report: says what fails anew and who changed it, and draws the trend (html)',
    group: 'History:',
  },
} as const satisfies Readonly<Record<string, Options>>;

/** Output of commands that answer a question instead of judging a target. */
export const ANSWER_OPTIONS = {
  output: { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'For people or for programs', group: 'Output:' },
} as const satisfies Readonly<Record<string, Options>>;

const optionOf = ({ type, help }: Field): Options => {
  const group = 'Target (instead of a file):';
  if (type === 'tags' || type === 'list') return { type: 'string', array: true, nargs: 1, describe: help, group };
  if (type === 'truth') return { type: 'boolean', describe: help, group };
  return { type: type === 'number' ? 'number' : 'string', requiresArg: true, describe: help, group };
};

/** A flag per field of a target. */
export const FIELD_OPTIONS: Readonly<Record<string, Options>> = Object.fromEntries(
  Object.values<Field>(FIELDS).flatMap((field) => (field.flag === undefined ? [] : [[field.flag, optionOf(field)] as const])),
);
