import { roleTrustsSagemaker } from '../../../rules/identity/role-trusts-sagemaker.ts';
import { present } from '../../../src/model/fact.ts';
import { policy, role, trusting } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless, without } from '../../support/targets.ts';

const trust = (source: ReturnType<typeof policy>) => ({ role: present(role({ trust: source })) });
const onSource = (condition: Readonly<Record<string, unknown>>) => trust(trusting('sagemaker.amazonaws.com', condition));
const named = serverless({ modelName: 'churn', endpointConfigName: 'churn', endpointName: 'churn' });
const unnamed = without('modelName', 'endpointName', 'endpointConfigName');

testRule(roleTrustsSagemaker, {
  target: named,
  pass: {
    'without condition': trust(trusting()),
    'one of several services': trust(
      policy('trust', { Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com', 'sagemaker.amazonaws.com'] }, Action: 'sts:AssumeRole' }),
    ),
    'for this account': onSource({ StringEquals: { 'aws:SourceAccount': ACCOUNT } }),
    'for anything of SageMaker here': onSource({ ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:*` } }),
    'for anything here, while names are open': { target: unnamed, ...onSource({ ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:*:${ACCOUNT}:*` } }) },
  },
  fail: {
    'another service': trust(trusting('ec2.amazonaws.com')),
    'the service of another spelling': trust(trusting('SageMaker.amazonaws.com.evil')),
    'another account': onSource({ StringEquals: { 'aws:SourceAccount': '999999999999' } }),
    'resources of another account': onSource({ ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:999999999999:*' } }),
    'resources of another account, while names are open': {
      target: unnamed,
      ...onSource({ ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:us-east-1:999999999999:*' } }),
    },
    'one training job': onSource({ ArnEquals: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:training-job/nightly` } }),
    'an explicit deny': trust(
      policy(
        'trust',
        { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
        { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
      ),
    ),
  },
  cannotTell: {
    'a document that is no JSON': trust({ kind: 'trust', name: 'trust', text: '{' }),
    'one endpoint by name, while names are open': {
      target: unnamed,
      ...onSource({ ArnEquals: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/churn` } }),
    },
    'one of the plan’s resources only': onSource({ ArnEquals: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/churn` } }),
  },
});
