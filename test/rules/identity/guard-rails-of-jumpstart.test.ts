import { deployerMayCreateEndpointConfig } from '../../../rules/identity/deployer-may-create-endpoint-config.ts';
import { deployerMayCreateModel } from '../../../rules/identity/deployer-may-create-model.ts';
import { deployerMayCreateTrainingJob } from '../../../rules/identity/deployer-may-create-training-job.ts';
import { present } from '../../../src/model/fact.ts';
import { policy } from '../../support/facts.ts';
import type { Statement } from '../../support/permission-rows.ts';
import { allow, asDeployer, deny, FULL_ACCESS, organization } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, KEY } from '../../support/targets.ts';

// What organisations forbid of JumpStart's large instances: https://github.com/aws/amazon-sagemaker-feedback/issues/193
const under = (guard: Statement) => ({ ...asDeployer(allow('sagemaker:*')), organization: present(organization([FULL_ACCESS, policy('scp', guard)])) });
const typesOtherThan = (action: string, ...types: readonly string[]) =>
  under(deny(action, '*', { 'ForAnyValue:StringNotLike': { 'sagemaker:InstanceTypes': types } }));

const CONFIG = 'sagemaker:CreateEndpointConfig';
const keyDemanded = under(deny(CONFIG, '*', { Null: { 'sagemaker:VolumeKmsKey': 'true' } }));
const hosted = { endpointConfigName: 'mistral' };

testRule(deployerMayCreateEndpointConfig, {
  target: jumpStart(hosted),
  pass: {
    'this family is let through': typesOtherThan(CONFIG, 'ml.m5.*', 'ml.g5.*'),
    'a key is demanded, and named': { target: jumpStart({ ...hosted, kmsKeyId: KEY }), ...keyDemanded },
    'training is limited': typesOtherThan('sagemaker:CreateTrainingJob', 'ml.t3.*'),
  },
  fail: {
    'small types are let through': typesOtherThan(CONFIG, 'ml.t2.*', 'ml.m5.*'),
    'a key is demanded, and none is named': keyDemanded,
  },
  notApplicable: { 'the plan trains': { target: jumpStartTraining() } },
});

const JOB = 'sagemaker:CreateTrainingJob';
const volumeKeyDemanded = under(deny(JOB, '*', { Null: { 'sagemaker:VolumeKmsKey': 'true' } }));
const encrypted = { ...jumpStartTraining().trainingJob, resourceConfig: { instanceType: 'ml.m5.xlarge', volumeKmsKeyId: KEY } };

testRule(deployerMayCreateTrainingJob, {
  target: jumpStartTraining(),
  pass: {
    'this family is let through': typesOtherThan(JOB, 'ml.g5.*'),
    'a key is demanded, and named': { target: jumpStartTraining({ trainingJob: encrypted }), ...volumeKeyDemanded },
  },
  fail: {
    'small types are let through': typesOtherThan(JOB, 'ml.m5.*'),
    'a key is demanded, and none is named': volumeKeyDemanded,
  },
  notApplicable: { 'the plan hosts': { target: jumpStart() } },
});

testRule(deployerMayCreateModel, {
  target: jumpStart({ modelName: 'mistral' }),
  pass: {
    'in these subnets': asDeployer(
      allow('sagemaker:CreateModel', '*', { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-a', 'subnet-b', 'subnet-c'] } }),
    ),
  },
  fail: { 'in other subnets': asDeployer(allow('sagemaker:CreateModel', '*', { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-z'] } })) },
  notApplicable: { 'the plan trains': { target: jumpStartTraining() } },
});
