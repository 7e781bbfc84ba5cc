import type { FixKind, FixOf } from '../../src/model/fix.ts';
import type { PolicyKind, PolicyStatement } from '../../src/model/policy.ts';
import type { StatementRef } from '../../src/model/trace.ts';
import { ACCOUNT, KEY, REGION, ROLE } from './targets.ts';

const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/Boundary`;

export const READ_OBJECT: PolicyStatement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/churn/model.tar.gz' };

const TRUST: PolicyStatement = { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' };

const USE_KEY: PolicyStatement = {
  Sid: 'EndpointStorage',
  Effect: 'Allow',
  Principal: { AWS: ROLE },
  Action: ['kms:CreateGrant', 'kms:DescribeKey'],
  Resource: '*',
  Condition: { StringEquals: { 'kms:ViaService': [`sagemaker.${REGION}.amazonaws.com`] } },
};

/** A reference to a statement of a policy of some kind. */
export const statementIn = (policyKind: PolicyKind, more: Partial<StatementRef> = {}): StatementRef => ({
  policy: 'Reader',
  policyKind,
  index: 1,
  pointer: '/Statement/1',
  line: 8,
  column: 5,
  ...more,
});

/** One fix of every kind. */
export const EVERY_FIX: { readonly [K in FixKind]: FixOf<K> } = {
  grant: { kind: 'grant', principalArn: ROLE, statement: READ_OBJECT },
  'amend-boundary': { kind: 'amend-boundary', principalArn: ROLE, boundaryArn: BOUNDARY, statement: READ_OBJECT },
  'amend-denial': {
    kind: 'amend-denial',
    statement: statementIn('inline', { sid: 'DenyElsewhere' }),
    holder: ROLE,
    why: 'it denies s3:GetObject outside one VPC',
  },
  'trust-service': { kind: 'trust-service', roleArn: ROLE, statement: TRUST },
  'create-role': { kind: 'create-role', roleName: 'Execution', path: '/service-role/', account: ACCOUNT, trustStatement: TRUST },
  'allow-in-bucket-policy': { kind: 'allow-in-bucket-policy', bucket: 'churn-models', statement: { ...READ_OBJECT, Principal: { AWS: ROLE } } },
  'allow-in-key-policy': { kind: 'allow-in-key-policy', keyArn: KEY, region: REGION, statement: USE_KEY },
  'copy-artifact': { kind: 'copy-artifact', from: 's3://churn-models-eu/churn/model.tar.gz', region: REGION, account: ACCOUNT },
  'upload-artifact': { kind: 'upload-artifact', to: 's3://churn-models/churn/model.tar.gz', region: REGION },
  'push-image': {
    kind: 'push-image',
    from: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/churn:1.4`,
    to: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`,
    region: REGION,
  },
  'use-image': { kind: 'use-image', from: 'churn:1.4', to: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4` },
  'build-image': { kind: 'build-image', image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`, why: 'for linux/amd64' },
  'create-repository': { kind: 'create-repository', repository: 'churn', region: REGION },
  'restore-image': { kind: 'restore-image', image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`, digest: `sha256:${'0'.repeat(64)}` },
  'approve-model-package': {
    kind: 'approve-model-package',
    modelPackageArn: `arn:aws:sagemaker:${REGION}:${ACCOUNT}:model-package/churn/3`,
    region: REGION,
  },
  'remove-field': { kind: 'remove-field', field: ['vpcConfig'], why: 'serverless endpoints have no VPC' },
  'set-field': { kind: 'set-field', field: ['serverlessConfig', 'memorySizeInMB'], value: 2048, why: 'the nearest size that is offered' },
  'request-quota': {
    kind: 'request-quota',
    serviceCode: 'sagemaker',
    quotaCode: 'L-96300102',
    quotaName: 'Maximum total concurrency that can be allocated across all serverless endpoints',
    region: REGION,
    value: 25,
  },
  'enable-key': { kind: 'enable-key', keyArn: KEY, region: REGION, pendingDeletion: true },
  'restore-artifact': { kind: 'restore-artifact', uri: 's3://churn-models/churn/model.tar.gz', region: REGION },
  'allow-in-organisation': { kind: 'allow-in-organisation', account: ACCOUNT, level: 'root', statement: READ_OBJECT },
  'replace-accelerator': { kind: 'replace-accelerator', region: REGION, instanceCount: 1, endpointName: 'captions', modelName: 'captions' },
  'create-key': { kind: 'create-key', region: REGION, account: ACCOUNT, purpose: 'endpoint storage' },
  'associate-route-table': { kind: 'associate-route-table', endpointId: 'vpce-0a1', routeTableIds: ['rtb-0c3', 'rtb-0d4'], region: REGION },
  'create-endpoint': {
    kind: 'create-endpoint',
    service: `com.amazonaws.${REGION}.s3`,
    vpcId: 'vpc-0f1',
    region: REGION,
    place: { type: 'Gateway', routeTableIds: ['rtb-0c3'] },
  },
  'repair-endpoint': { kind: 'repair-endpoint', endpointId: 'vpce-0a1', state: 'pendingAcceptance', region: REGION },
  'amend-endpoint-policy': { kind: 'amend-endpoint-policy', endpointId: 'vpce-0a1', statement: { ...READ_OBJECT, Principal: '*' }, region: REGION },
  'enable-private-dns': { kind: 'enable-private-dns', endpointId: 'vpce-0b2', region: REGION },
  'enable-vpc-dns': { kind: 'enable-vpc-dns', vpcId: 'vpc-0f1', attributes: ['enableDnsSupport', 'enableDnsHostnames'], region: REGION },
  'open-egress': {
    kind: 'open-egress',
    groupId: 'sg-0e5',
    protocol: 'tcp',
    ports: { from: 443, to: 443 },
    peer: { kind: 'prefix-list', prefixListId: 'pl-63a5400a' },
    region: REGION,
  },
  'open-ingress': { kind: 'open-ingress', groupId: 'sg-0e5', protocol: '-1', peer: { kind: 'group', groupId: 'sg-0e5' }, region: REGION },
  'open-network-acl': {
    kind: 'open-network-acl',
    networkAclId: 'acl-0b7',
    entries: [{ number: 90, direction: 'in', protocol: '6', cidr: '0.0.0.0/0', ports: { from: 1024, to: 65_535 } }],
    region: REGION,
  },
  'route-through-nat': {
    kind: 'route-through-nat',
    routeTableId: 'rtb-0c3',
    destination: '0.0.0.0/0',
    natGatewayId: 'nat-0a9',
    replaces: false,
    region: REGION,
  },
  'ask-owner': { kind: 'ask-owner', account: '210987654321', what: 'whether the route tables of subnet-0a1 lead to Amazon S3' },
};
