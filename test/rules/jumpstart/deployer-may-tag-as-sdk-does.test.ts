import { deployerMayTagAsSdkDoes } from '../../../rules/jumpstart/deployer-may-tag-as-sdk-does.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, serverless } from '../../support/targets.ts';

testRule(deployerMayTagAsSdkDoes, {
  target: jumpStart(),
  pass: {
    everywhere: asDeployer(allow('sagemaker:AddTags')),
    'the SDK’s keys only': asDeployer(allow('sagemaker:AddTags', '*', { 'ForAllValues:StringLike': { 'aws:TagKeys': ['sagemaker-sdk:*'] } })),
    'a training job': { target: jumpStartTraining(), ...asDeployer(allow('sagemaker:AddTags', 'arn:aws:sagemaker:us-east-1:123456789012:training-job/*')) },
  },
  fail: {
    nothing: asDeployer(),
    'other keys only': asDeployer(allow('sagemaker:AddTags', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } })),
    'training jobs only': asDeployer(allow('sagemaker:AddTags', 'arn:aws:sagemaker:us-east-1:123456789012:training-job/*')),
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'tags of its own': { target: jumpStart({ tags: { team: 'ml' } }) } },
});
