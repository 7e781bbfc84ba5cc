import { deployerMayAddTags } from '../../../rules/identity/deployer-may-add-tags.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless, without } from '../../support/targets.ts';

const target = { ...serverless({ tags: { team: 'ml' } }), endpointConfigName: 'churn', tags: { team: 'ml' } };
const arn = (resource: string) => `arn:aws:sagemaker:us-east-1:${ACCOUNT}:${resource}`;
const TAG = 'sagemaker:AddTags';

testRule(deployerMayAddTags, {
  target,
  pass: {
    'on everything': asDeployer(allow(TAG)),
    'on all three': asDeployer(allow(TAG, [arn('model/churn'), arn('endpoint-config/churn'), arn('endpoint/churn')])),
    'only while creating': asDeployer(allow(TAG, '*', { StringLike: { 'sagemaker:TaggingAction': 'Create*' } })),
    'with tags of these names': asDeployer(allow(TAG, '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'project'] } })),
  },
  fail: {
    nothing: asDeployer(),
    'on the endpoint only': asDeployer(allow(TAG, arn('endpoint/churn'))),
    'with tags of other names': asDeployer(allow(TAG, '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['project'] } })),
  },
  notApplicable: { 'no tags': { target: serverless() }, 'no deployer': { target: { ...without('deployer'), tags: { team: 'ml' } } } },
});
