import { Aws, type Stack } from 'aws-cdk-lib';
import { CfnAlarm, type CfnAlarmProps } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Choices } from './parameters.ts';
import { documentOf } from './policies.ts';
import type { Telling } from './telling.ts';

const HOUR_SECONDS = 3600;
const ATTEMPTS = 3;

/** When it was due tells an event that is sent again from the next one. Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
const INPUT = JSON.stringify({ due: '<aws.scheduler.scheduled-time>' });

const makeCaller = (stack: Stack, auditor: CfnFunction, { unhandled }: Telling): CfnRole =>
  new CfnRole(stack, 'CallerRole', {
    assumeRolePolicyDocument: documentOf({
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
    policies: [
      {
        policyName: 'Call',
        policyDocument: documentOf(
          { Sid: 'CallAuditor', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: auditor.attrArn },
          { Sid: 'KeepUnhandled', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: unhandled.attrArn },
        ),
      },
    ],
  });

type Metric = Pick<
  CfnAlarmProps,
  'alarmDescription' | 'comparisonOperator' | 'datapointsToAlarm' | 'evaluationPeriods' | 'metricName' | 'threshold' | 'treatMissingData'
>;

const makeAlarm = (stack: Stack, name: string, words: { readonly telling: Telling; readonly auditor: CfnFunction; readonly metric: Metric }): CfnAlarm =>
  new CfnAlarm(stack, name, {
    namespace: 'AWS/Lambda',
    dimensions: [{ name: 'FunctionName', value: words.auditor.ref }],
    statistic: 'Sum',
    period: HOUR_SECONDS,
    alarmActions: [words.telling.trouble.ref],
    okActions: [words.telling.trouble.ref],
    ...words.metric,
  });

/** Makes the schedule, and the alarms on an audit that fails or does not happen. */
export const makeTiming = (
  stack: Stack,
  auditor: CfnFunction,
  { choices: { parameter }, telling }: { readonly choices: Choices; readonly telling: Telling },
): void => {
  const caller = makeCaller(stack, auditor, telling);
  new CfnSchedule(stack, 'Morning', {
    description: 'The audit of sageready',
    scheduleExpression: parameter.Schedule.valueAsString,
    scheduleExpressionTimezone: parameter.ScheduleTimezone.valueAsString,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: auditor.attrArn,
      roleArn: caller.attrArn,
      input: INPUT,
      retryPolicy: { maximumRetryAttempts: ATTEMPTS, maximumEventAgeInSeconds: HOUR_SECONDS },
      deadLetterConfig: { arn: telling.unhandled.attrArn },
    },
  });
  makeAlarm(stack, 'AuditFails', {
    telling,
    auditor,
    metric: {
      alarmDescription:
        'An audit of sageready failed: its log says why, in one line, and what to do. There may be no report of that day, or nobody may have been told.',
      metricName: 'Errors',
      threshold: 0,
      comparisonOperator: 'GreaterThanThreshold',
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    },
  });
  makeAlarm(stack, 'AuditIsMissing', {
    telling,
    auditor,
    metric: {
      alarmDescription: 'No audit of sageready has begun for longer than SilentHours: see the schedule, and the queue of what could not be handled.',
      metricName: 'Invocations',
      threshold: 1,
      comparisonOperator: 'LessThanThreshold',
      evaluationPeriods: parameter.SilentHours.valueAsNumber,
      datapointsToAlarm: parameter.SilentHours.valueAsNumber,
      treatMissingData: 'breaching',
    },
  });
};
