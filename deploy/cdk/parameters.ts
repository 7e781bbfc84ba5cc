import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';

interface Words {
  readonly description: string;
  readonly default?: string;
  readonly allowed?: readonly string[];
  /** Default: a text. */
  readonly type?: 'String' | 'Number';
  readonly pattern?: string;
  /** A number, from one to the other. */
  readonly range?: readonly [number, number];
}

/** A place in a bucket, or nothing. */
const S3_ADDRESS = '^(s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/.+)?$';

/** What whoever installs the audit decides, by parameter. */
const WORDS = {
  CodeBucket: { description: 'Bucket, in this Region, that holds sageready-audit.zip' },
  CodeKey: {
    description: 'Key of sageready-audit.zip in that bucket. A new version gets a new key: CloudFormation updates the function when the key changes.',
  },
  Regions: { description: 'Regions to audit, between commas, or all. Empty: this Region', default: '' },
  Scenarios: { description: 'Scenarios to audit, between commas. Empty: every one', default: '' },
  FailOn: { description: 'The lowest severity that counts as failure', default: 'error', allowed: ['error', 'warning', 'note'] },
  Schedule: { description: 'When to audit, as EventBridge Scheduler writes it', default: 'cron(0 6 * * ? *)' },
  ScheduleTimezone: { description: 'Time zone of the schedule', default: 'UTC' },
  SilentHours: {
    type: 'Number',
    description: 'Hours without an audit after which the alarm rises: a little more than between two of them',
    default: '26',
    range: [2, 168],
  },
  ReportBucket: { description: 'An existing bucket for the reports. Empty: one is made', default: '' },
  ReportPrefix: { description: 'Where in the bucket the reports stand', default: 'sageready', pattern: '^[A-Za-z0-9][A-Za-z0-9/_.-]*[A-Za-z0-9]$' },
  ReportDays: { type: 'Number', description: 'Days after which the bucket that is made forgets a report', default: '400', range: [1, 3650] },
  LogDays: {
    type: 'Number',
    description: 'Days that the log of the function is kept',
    default: '90',
    allowed: ['7', '14', '30', '60', '90', '180', '365', '400', '731'],
  },
  Email: { description: 'Address that is told of new failures, and of audits that fail. Empty: nobody; others may subscribe to the topics', default: '' },
  SecurityHub: {
    description: 'Whether findings are sent to Security Hub, which must be enabled in every Region audited',
    default: 'false',
    allowed: ['true', 'false'],
  },
  Description: { description: 'A description to judge in place of what exists: s3://bucket/key', default: '', pattern: S3_ADDRESS },
  Waivers: { description: 'Agreed exceptions: s3://bucket/key', default: '', pattern: S3_ADDRESS },
  FurtherPolicy: { description: 'ARN of a managed policy for the function, for a description that needs more than an audit does. Empty: none', default: '' },
} as const satisfies Readonly<Record<string, Words>>;

export type ParameterName = keyof typeof WORDS;

/** What the template says of its choices: parameters by name, and conditions that follow from them. */
export interface Choices {
  readonly parameter: Readonly<Record<ParameterName, CfnParameter>>;
  /** No bucket was named: one is made. */
  readonly makesBucket: CfnCondition;
  readonly tellsSomebody: CfnCondition;
  readonly sendsFindings: CfnCondition;
  readonly hasFurtherPolicy: CfnCondition;
}

const declare = (stack: Stack, name: string, { description, type = 'String', default: otherwise, allowed, pattern, range }: Words): CfnParameter =>
  new CfnParameter(stack, name, {
    type,
    description,
    ...(otherwise !== undefined && { default: otherwise }),
    ...(allowed !== undefined && { allowedValues: [...allowed] }),
    ...(pattern !== undefined && { allowedPattern: pattern }),
    ...(range !== undefined && { minValue: range[0], maxValue: range[1] }),
  });

const isGiven = (stack: Stack, name: string, parameter: CfnParameter): CfnCondition =>
  new CfnCondition(stack, name, { expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')) });

/** Declares parameters and conditions. */
export const declareChoices = (stack: Stack): Choices => {
  const parameter = Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, declare(stack, name, words)])) as Choices['parameter'];
  return {
    parameter,
    makesBucket: new CfnCondition(stack, 'MakesBucket', { expression: Fn.conditionEquals(parameter.ReportBucket.valueAsString, '') }),
    tellsSomebody: isGiven(stack, 'TellsSomebody', parameter.Email),
    sendsFindings: new CfnCondition(stack, 'SendsFindings', { expression: Fn.conditionEquals(parameter.SecurityHub.valueAsString, 'true') }),
    hasFurtherPolicy: isGiven(stack, 'HasFurtherPolicy', parameter.FurtherPolicy),
  };
};
