import { Aws, Fn, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PolicyStatement } from '../../src/model/policy.ts';
import { auditPermissions } from '../../src/run/audit-permissions.ts';
import { LOOKUP_PERMISSION } from '../../src/run/trail-lines.ts';
import { SCENARIO_IDS } from '../../src/targets/fields.ts';

// Stand-ins while the policy is made, since ARNs are taken apart at their colons on the way.
const PARTITION = 'stack-partition';
const ACCOUNT = '000000000000';

const named = (text: string, [partition, account]: readonly [string, string]): string => text.replaceAll(PARTITION, partition).replaceAll(ACCOUNT, account);

const substituted = (text: string): string => {
  const template = named(text, ['${AWS::Partition}', '${AWS::AccountId}']);
  return template === text ? text : Fn.sub(template);
};

const listed = (texts: string | readonly string[] | undefined): readonly string[] => [texts ?? []].flat();

/** A document of statements. */
export const documentOf = (...statements: readonly object[]): object => ({ Version: '2012-10-17', Statement: statements });

/** Lets nobody in who does not speak TLS. */
export const overTls = (action: string, resources: readonly string[]): object =>
  documentOf({
    Sid: 'OverTlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });

const reading = () => auditPermissions({ partition: PARTITION, account: ACCOUNT, regions: ['*'], scenarios: SCENARIO_IDS, further: [LOOKUP_PERMISSION] });

/** What an audit of every Region and scenario with a history reads: the policy that `sageready permissions --audit --regions all --history …` prints, for whatever account the stack stands in. */
export const readingStatements = (): readonly object[] =>
  reading().policy.Statement.map((statement: PolicyStatement) => ({ ...statement, Resource: listed(statement.Resource).map(substituted) }));

/** Why something that a rule of cdk-nag finds is as it is meant to be. Its name, as cdk-nag prints it: https://github.com/cdklabs/cdk-nag/blob/main/RULES.md */
export const accept = (construct: IConstruct, id: string, reason: string): void => Validations.of(construct).acknowledge({ id, reason });

const WIDE =
  'Which of these there are is what the audit finds out. The actions only read, and are those that sageready permissions --audit prints, each with why it is as wide.';

/** Accepts each wildcard of what is read, one by one: a further one is not accepted by itself. */
export const acceptReading = (role: IConstruct): void => {
  const resources = reading().policy.Statement.flatMap(({ Resource }) => listed(Resource));
  for (const resource of new Set(resources.filter((one) => one.includes('*'))))
    accept(role, `AwsSolutions-IAM5[Resource::${named(resource, ['<AWS::Partition>', '<AWS::AccountId>'])}]`, WIDE);
};

const inSecurityHub = (resource: readonly string[]): string => Fn.join('', ['arn:', Aws.PARTITION, ':securityhub:*:', Aws.ACCOUNT_ID, ...resource]);

/** Lets Security Hub be told, in every Region: the findings of an account are imported into its own default product, once its hub is seen to be enabled. */
export const importing = (): readonly object[] => [
  {
    Sid: 'SendFindings',
    Effect: 'Allow',
    Action: 'securityhub:BatchImportFindings',
    Resource: inSecurityHub([':product/', Aws.ACCOUNT_ID, '/default']),
  },
  { Sid: 'SeeHub', Effect: 'Allow', Action: 'securityhub:DescribeHub', Resource: inSecurityHub([':hub/default']) },
];
