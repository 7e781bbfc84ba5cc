import { expect, test } from '@jest/globals';
import { roleHasDocumentedPolicy } from '../../../rules/accelerator/role-has-documented-policy.ts';
import { present } from '../../../src/model/fact.ts';
import type { Fail } from '../../../src/model/verdict.ts';
import { identity } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, elastic, jumpStart, ROLE } from '../../support/targets.ts';

const { vpcConfig: _, ...outside } = elastic();

const GUIDE = [
  allow(['elastic-inference:Connect', 'ec2:DescribeVpcEndpoints', 'sagemaker:*', 'ecr:GetAuthorizationToken', 'logs:*']),
  allow(['cloudwatch:PutMetricData', 'cloudwatch:PutMetricAlarm', 'cloudwatch:DescribeAlarms', 'cloudwatch:DeleteAlarms']),
  allow(['ec2:CreateNetworkInterface', 'ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface', 'ec2:DeleteNetworkInterfacePermission']),
  allow(['ec2:DescribeNetworkInterfaces', 'ec2:DescribeVpcs', 'ec2:DescribeDhcpOptions', 'ec2:DescribeSubnets', 'ec2:DescribeSecurityGroups']),
  allow(['application-autoscaling:*', 's3:CreateBucket', 's3:ListAllMyBuckets']),
  allow('iam:CreateServiceLinkedRole', 'arn:aws:iam::*:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/*', {
    StringLike: { 'iam:AWSServiceName': 'sagemaker.application-autoscaling.amazonaws.com' },
  }),
  allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }),
];
const lacking = (service: string) => GUIDE.filter(({ Action }) => ![Action].flat().some((action) => String(action).startsWith(`${service}:`)));

const managedBy = (owner: string, ...statements: readonly Statement[]) => {
  const own = identity(ROLE, ...statements);
  const managed = { kind: 'managed', name: 'AmazonSageMakerFullAccess', arn: `arn:aws:iam::${owner}:policy/AmazonSageMakerFullAccess` } as const;
  return { ...asExecutionRole(), rolePolicies: present({ ...own, policies: own.policies.map((policy) => ({ ...policy, ...managed })) }) };
};

const fullAccess = (...statements: readonly Statement[]) => managedBy('aws', ...statements);

testRule(roleHasDocumentedPolicy, {
  target: elastic(),
  pass: {
    'the guide’s policy': asExecutionRole(...GUIDE),
    administrator: asExecutionRole(allow('*')),
    'without the network outside a VPC': { ...asExecutionRole(...lacking('ec2'), allow('ec2:DescribeVpcEndpoints'), ...GUIDE.slice(0, 1)), target: outside },
    'AmazonSageMakerFullAccess outside a VPC, whatever it holds': { ...fullAccess(allow('sagemaker:*')), target: outside },
  },
  fail: {
    nothing: asExecutionRole(),
    'no alarms': asExecutionRole(...lacking('cloudwatch')),
    'roles are passed to another service': asExecutionRole(
      ...lacking('iam'),
      allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
    ),
    'AmazonSageMakerFullAccess in a VPC, without what it holds': fullAccess(allow('sagemaker:*')),
    'AmazonSageMakerFullAccess with a denial': { ...fullAccess(allow('*'), deny('logs:PutLogEvents')), target: outside },
    'a policy of that name of one’s own': { ...managedBy(ACCOUNT, allow('sagemaker:*')), target: outside },
  },
  notApplicable: { 'a JumpStart model': { target: jumpStart() } },
});

const lackOf = (row: ReturnType<typeof asExecutionRole>): Fail => judged(roleHasDocumentedPolicy, elastic(), row) as Fail;

test('one grant a service, with what is lacking only', () => {
  const { fixes, evidence } = lackOf(asExecutionRole(...lacking('cloudwatch'), allow('cloudwatch:PutMetricData')));
  expect(evidence).toHaveLength(1);
  expect(fixes).toEqual([
    {
      kind: 'grant',
      principalArn: ROLE,
      statement: expect.objectContaining({ Action: ['cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm'] }),
    },
  ]);
});

test('a role with nothing is granted every service of the guide, each action once', () => {
  const { fixes = [] } = lackOf(asExecutionRole());
  const actions = fixes.flatMap((fix) => (fix.kind === 'grant' ? [fix.statement.Action].flat() : []));
  expect(new Set(actions).size).toBe(actions.length);
  const services = [...new Set(actions.map((action) => action.split(':')[0]))];
  expect(services).toEqual(['application-autoscaling', 'cloudwatch', 'ec2', 'ecr', 'elastic-inference', 'iam', 'logs', 's3', 'sagemaker']);
});
