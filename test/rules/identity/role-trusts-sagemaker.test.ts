import { roleTrustsSagemaker } from '../../../rules/identity/role-trusts-sagemaker.ts';
import { present } from '../../../src/model/fact.ts';
import { policy, role, trusting } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, jumpStartTraining, recommender, serverless, without } from '../../support/targets.ts';

const trust = (source: ReturnType<typeof policy>) => ({ role: present(role({ trust: source })) });
const onSource = (condition: Readonly<Record<string, unknown>>) => trust(trusting('sagemaker.amazonaws.com', condition));
const named = serverless({ modelName: 'churn', endpointConfigName: 'churn', endpointName: 'churn' });
const source = (resource: string) => onSource({ ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:${resource}` } });
const nightly = jumpStartTraining({ trainingJob: { trainingJobName: 'nightly' } });
const mixed = jumpStartTraining({ trainingJob: { trainingJobName: 'Nightly' } });
const unnamedJob = jumpStartTraining({ trainingJob: {} });
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
    'the source of inference as AWS writes it, compared letter by letter': onSource({
      StringEquals: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${ACCOUNT}:*` },
    }),
    'the training job': { target: nightly, ...source('training-job/nightly') },
    'training jobs, for one with capitals in its name': { target: mixed, ...source('training-job/*') },
    'training jobs, for one without a name': { target: unnamedJob, ...source('training-job/*') },
    'everything of SageMaker’s, for a recommender job': { target: recommender(), ...source('*') },
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
    'another training job, for one with capitals in its name': { target: mixed, ...source('training-job/Daily') },
    'another training job': { target: nightly, ...source('training-job/daily') },
    'another Region, for what trains': { target: unnamedJob, ...onSource({ ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:eu-west-1:*:*' } }) },
    'the endpoint itself, which SageMaker does not name': source('endpoint/churn'),
    'every endpoint and model, likewise, while names are open': {
      target: unnamed,
      ...onSource({ ArnLike: { 'aws:SourceArn': [`arn:aws:sagemaker:*:${ACCOUNT}:endpoint/*`, `arn:aws:sagemaker:*:${ACCOUNT}:model/*`] } }),
    },
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
    'the ARN that AWS shows of a job with capitals in its name': { target: mixed, ...source('training-job/nightly') },
    'one training job by name, for a job without one': { target: unnamedJob, ...source('training-job/nightly') },
    'recommender jobs only, which may come as endpoints': { target: recommender(), ...source('inference-recommendations-job/*') },
  },
});
