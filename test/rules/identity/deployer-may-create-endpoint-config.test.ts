import { deployerMayCreateEndpointConfig } from '../../../rules/identity/deployer-may-create-endpoint-config.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, KEY, serverless, without } from '../../support/targets.ts';

const target = { ...serverless(), endpointConfigName: 'churn' };
const CREATE = 'sagemaker:CreateEndpointConfig';
const config = (name: string) => `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint-config/${name}`;
const only = (condition: Readonly<Record<string, unknown>>) => asDeployer(allow(CREATE, '*', condition));
const MODEL = `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model/churn`;

testRule(deployerMayCreateEndpointConfig, {
  target,
  pass: {
    'on everything': asDeployer(allow(CREATE)),
    'on this configuration': asDeployer(allow(CREATE, config('churn'))),
    'up to a memory size': only({ NumericLessThanEquals: { 'sagemaker:ServerlessMemorySize': '2048' } }),
    'up to a concurrency': only({ NumericLessThanEquals: { 'sagemaker:ServerlessMaxConcurrency': '5' } }),
    'with this key': only({ ArnEquals: { 'sagemaker:VolumeKmsKey': KEY } }),
    'of this model': only({ ArnEquals: { 'sagemaker:ModelArn': MODEL } }),
    'a denial of instance types': asDeployer(allow(CREATE), deny(CREATE, '*', { 'ForAnyValue:StringLike': { 'sagemaker:InstanceTypes': 'ml.g*' } })),
    'a denial without a key': asDeployer(allow(CREATE), deny(CREATE, '*', { Null: { 'sagemaker:VolumeKmsKey': 'true' } })),
  },
  fail: {
    nothing: asDeployer(),
    'up to a smaller memory size': only({ NumericLessThanEquals: { 'sagemaker:ServerlessMemorySize': '1024' } }),
    'up to a smaller concurrency': only({ NumericLessThan: { 'sagemaker:ServerlessMaxConcurrency': '5' } }),
    'with another key': only({ ArnEquals: { 'sagemaker:VolumeKmsKey': KEY.replace('1111', '2222') } }),
    'a key is demanded, and none is planned': {
      target: { ...without('kmsKeyId'), deployer: target.deployer, endpointConfigName: 'churn' },
      ...asDeployer(allow(CREATE), deny(CREATE, '*', { Null: { 'sagemaker:VolumeKmsKey': 'true' } })),
    },
    'another configuration': asDeployer(allow(CREATE, config('fraud'))),
    'some instance types only': only({ 'ForAnyValue:StringEquals': { 'sagemaker:InstanceTypes': ['ml.m5.large'] } }),
  },
  cannotTell: {
    'a key that is demanded by its ARN, and planned by its alias': {
      target: { ...target, kmsKeyId: 'alias/churn' },
      ...only({ ArnEquals: { 'sagemaker:VolumeKmsKey': KEY } }),
    },
  },
  notApplicable: { 'no deployer': { target: without('deployer') } },
});
