import type { SavedFact } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import type { Saved } from '../../src/what-if/saved.ts';
import { endpoint, group, https, network, S3_LIST, toList } from '../reason/network/networks.ts';
import { delegating, identity, policy, role } from '../support/facts.ts';
import { ACCOUNT, DEPLOYER, KEY, REGION, ROLE } from '../support/targets.ts';

const IN_VPC = { vpcId: 'vpc-1', region: REGION };

const saved = (kind: SavedFact['kind'], params: SavedFact['params'], fact: SavedFact['fact']): SavedFact => ({ kind, params, fact });

const ALL = { Sid: 'All', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

/** The facts of a network and of some policies, as `collect` saves them. */
export const facts = (): Saved => {
  const { vpc, subnets, routeTables, networkAcls, natGateways, internetGateways, s3 } = network();
  const jobs = group({ egress: [https(toList(S3_LIST))] });
  const simulated = { principalArn: ROLE, principalContext: [], action: 's3:GetObject', resourceArn: '*', context: [] };
  return [
    saved('run.time', {}, present('2026-01-01T00:00:00.000Z')),
    ...subnets.map((subnet) => saved('ec2.subnet', { subnetId: subnet.id, region: REGION }, present(subnet))),
    saved('ec2.vpc', IN_VPC, present(vpc)),
    saved('ec2.routeTables', IN_VPC, present(routeTables)),
    saved('ec2.networkAcls', IN_VPC, present(networkAcls)),
    saved('ec2.natGateways', IN_VPC, present(natGateways)),
    saved('ec2.internetGateways', IN_VPC, present(internetGateways)),
    saved('ec2.publicAccessBlock', { internetGatewayId: 'igw-1', region: REGION }, present({ mode: present('off'), excluded: absent })),
    saved(
      'ec2.vpcEndpoints',
      IN_VPC,
      present([endpoint({ policy: policy('vpc-endpoint', ALL) }), endpoint({ id: 'vpce-open', service: 'com.amazonaws.us-east-1.dynamodb' })]),
    ),
    saved('ec2.securityGroup', { groupId: 'sg-jobs', region: REGION }, present(jobs)),
    saved('ec2.securityGroups', IN_VPC, present([jobs, group({ id: 'sg-other' })])),
    saved('ec2.prefixList', { name: `com.amazonaws.${REGION}.s3`, region: REGION }, present(s3 ?? { id: S3_LIST, name: '', cidrs: [] })),
    saved('kms.keyPolicy', { keyArn: KEY }, present(delegating())),
    saved('s3.bucketPolicy', { bucket: 'churn-models', region: REGION }, absent),
    saved('s3.bucketPolicy', { bucket: 'hidden', region: REGION }, unknown('access-denied', 's3:GetBucketPolicy was refused')),
    saved('ecr.repositoryPolicy', { account: ACCOUNT, region: REGION, repository: 'churn' }, absent),
    saved('iam.role', { roleArn: ROLE }, present(role())),
    saved('iam.rolePolicies', { roleArn: ROLE }, present(identity(ROLE, { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }))),
    saved('iam.rolePolicies', { roleArn: DEPLOYER }, unknown('access-denied', 'iam:ListRolePolicies was refused')),
    saved('iam.simulation', simulated, absent),
    saved('iam.simulation', { ...simulated, principalArn: DEPLOYER }, absent),
  ];
};
