import { Aws, Fn, type Stack } from 'aws-cdk-lib';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Choices } from './parameters.ts';
import { accept, acceptReading, documentOf, importing, readingStatements } from './policies.ts';
import type { Storage } from './storage.ts';
import type { Telling } from './telling.ts';

const MEMORY_MB = 1024;
const SCRATCH_MB = 2048;
const MOST_SECONDS = 900;
const AGE_SECONDS = 3600;

/** Wildcards as cdk-nag names them. */
const OWN_REPORTS =
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::{"Fn::If":["MakesBucket",{"Ref":"Reports"},{"Ref":"ReportBucket"}]}/<ReportPrefix>/*]';
const OWN_PRODUCT = 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:securityhub:*:<AWS::AccountId>:product/<AWS::AccountId>/default]';
const OWN_HUB = 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:securityhub:*:<AWS::AccountId>:hub/default]';

/** Everything that the function needs beside its code. */
export interface Surroundings {
  readonly choices: Choices;
  readonly storage: Storage;
  readonly telling: Telling;
}

const allow = (Sid: string, Action: string | readonly string[], Resource: string): object => ({ Sid, Effect: 'Allow', Action, Resource });

const deliveries = ({ choices, storage, telling }: Surroundings, log: CfnLogGroup): object =>
  documentOf(
    allow('KeepReports', 's3:PutObject', Fn.join('', [storage.bucketArn, '/', choices.parameter.ReportPrefix.valueAsString, '/*'])),
    allow('TellNews', ['sns:Publish', 'sns:GetTopicAttributes'], telling.news.ref),
    allow('KeepUnhandled', 'sqs:SendMessage', telling.unhandled.attrArn),
    allow('Log', ['logs:CreateLogStream', 'logs:PutLogEvents'], log.attrArn),
  );

const makeRole = (stack: Stack, surroundings: Surroundings, log: CfnLogGroup): CfnRole => {
  const { hasFurtherPolicy, parameter } = surroundings.choices;
  const role = new CfnRole(stack, 'AuditorRole', {
    assumeRolePolicyDocument: documentOf({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    policies: [
      { policyName: 'Read', policyDocument: documentOf(...readingStatements()) },
      { policyName: 'Deliver', policyDocument: deliveries(surroundings, log) },
    ],
    managedPolicyArns: [Fn.conditionIf(hasFurtherPolicy.logicalId, parameter.FurtherPolicy.valueAsString, Aws.NO_VALUE).toString()],
  });
  acceptReading(role);
  accept(role, OWN_REPORTS, 'The names of reports are made as they are written. Nothing outside of the prefix can be written, and nothing is replaced.');
  accept(role, 'Serverless-LambdaStarPermissions', 'Each wildcard is accepted by itself, above.');
  return role;
};

const makeImporting = (stack: Stack, role: CfnRole, { sendsFindings }: Choices): void => {
  const policy = new CfnPolicy(stack, 'SendFindings', { policyName: 'SendFindings', policyDocument: documentOf(...importing()), roles: [role.ref] });
  policy.cfnOptions.condition = sendsFindings;
  accept(policy, OWN_PRODUCT, 'Findings go to the Security Hub of every Region that is audited. The product is the account’s own.');
  accept(policy, OWN_HUB, 'Whether it is enabled is seen before the account is read. The hub is the account’s own, in each Region.');
};

const variablesOf = ({ choices, storage, telling }: Surroundings): Readonly<Record<string, string>> => {
  const { Regions, Scenarios, FailOn, SecurityHub, Description, Waivers } = choices.parameter;
  return {
    SAGEREADY_REGIONS: Regions.valueAsString,
    SAGEREADY_SCENARIOS: Scenarios.valueAsString,
    SAGEREADY_FAIL_ON: FailOn.valueAsString,
    SAGEREADY_SECURITY_HUB: SecurityHub.valueAsString,
    SAGEREADY_DESCRIPTION: Description.valueAsString,
    SAGEREADY_WAIVERS: Waivers.valueAsString,
    SAGEREADY_HISTORY: Fn.join('', [storage.place, '/history']),
    SAGEREADY_DELIVER: Fn.join('', [storage.place, '/reports']),
    SAGEREADY_NOTIFY: telling.news.ref,
  };
};

/** Makes the function with its role and log. */
export const makeAuditor = (stack: Stack, surroundings: Surroundings): CfnFunction => {
  const { parameter } = surroundings.choices;
  const log = new CfnLogGroup(stack, 'Log', { retentionInDays: parameter.LogDays.valueAsNumber });
  const role = makeRole(stack, surroundings, log);
  makeImporting(stack, role, surroundings.choices);
  const auditor = new CfnFunction(stack, 'Auditor', {
    description: 'sageready: whether what runs on SageMaker is still sound. Reads the account, writes reports.',
    runtime: 'nodejs24.x',
    architectures: ['arm64'],
    handler: 'index.handler',
    code: { s3Bucket: parameter.CodeBucket.valueAsString, s3Key: parameter.CodeKey.valueAsString },
    role: role.attrArn,
    memorySize: MEMORY_MB,
    ephemeralStorage: { size: SCRATCH_MB },
    timeout: MOST_SECONDS,
    environment: { variables: variablesOf(surroundings) },
    loggingConfig: { logGroup: log.ref },
  });
  new CfnEventInvokeConfig(stack, 'AuditorAttempts', {
    functionName: auditor.ref,
    qualifier: '$LATEST',
    maximumRetryAttempts: 1,
    maximumEventAgeInSeconds: AGE_SECONDS,
    destinationConfig: { onFailure: { destination: surroundings.telling.unhandled.attrArn } },
  });
  accept(auditor, 'Serverless-LambdaDLQ', 'The destination of what fails is named beside it: it keeps the same events, with the error.');
  accept(auditor, 'Serverless-LambdaTracing', 'A trace would take permissions that the audit itself has no need of; its log says what it did.');
  return auditor;
};
