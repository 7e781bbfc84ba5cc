import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Match, Template } from 'aws-cdk-lib/assertions';

let template: Template;

beforeAll(async () => {
  template = Template.fromJSON(JSON.parse(await readFile('deploy/sageready-audit.template.json', 'utf8')) as Record<string, unknown>);
});
jest.setTimeout(60_000);

describe('the template', () => {
  test('runs the audit every morning, with when it was due', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: { Ref: 'Schedule' },
      Target: { Arn: { 'Fn::GetAtt': ['Auditor', 'Arn'] }, Input: '{"due":"<aws.scheduler.scheduled-time>"}', DeadLetterConfig: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 1024,
      Timeout: 900,
      Code: { S3Bucket: { Ref: 'CodeBucket' }, S3Key: { Ref: 'CodeKey' } },
    });
  });
  test('keeps reports in a bucket of its own, private, encrypted and kept, or in the one that is named', () => {
    template.hasResource('AWS::S3::Bucket', {
      Condition: 'MakesBucket',
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        LifecycleConfiguration: { Rules: [Match.objectLike({ Status: 'Enabled', ExpirationInDays: { Ref: 'ReportDays' } })] },
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: { Statement: [Match.objectLike({ Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
    });
  });
  test('tells when an audit fails, and when there is none', () => {
    const alarm = { Namespace: 'AWS/Lambda', AlarmActions: [{ Ref: 'Trouble' }] };
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { ...alarm, MetricName: 'Errors', TreatMissingData: 'notBreaching' });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...alarm,
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
      EvaluationPeriods: { Ref: 'SilentHours' },
    });
  });
  test('needs nothing of CDK to be deployed', () => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/cdk|AssetParameters|BootstrapVersion/i);
    expect(Object.keys(template.findParameters('*'))).toEqual(expect.arrayContaining(['CodeBucket', 'CodeKey', 'ReportBucket', 'Email', 'SecurityHub']));
    expect(Buffer.byteLength(text)).toBeLessThan(51_200);
  });
  test('stands cdk-nag’s rules, each exception with its reason; they do find something elsewhere', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/run-ts.mjs', 'test/support/template-findings.ts']);
    const { own, open } = JSON.parse(stdout) as Readonly<Record<'own' | 'open', readonly string[]>>;
    expect(own).toEqual([]);
    expect(open).toEqual(expect.arrayContaining(['AwsSolutions-S1', 'AwsSolutions-S10']));
  });
});
