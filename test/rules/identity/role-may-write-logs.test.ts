import { describe, expect, test } from '@jest/globals';
import { roleMayWriteLogs } from '../../../rules/identity/role-may-write-logs.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, jumpStartTraining, recommender, serverless, without } from '../../support/targets.ts';

const target = serverless();
const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'];
const metrics = allow('cloudwatch:PutMetricData');
const group = (name: string) => `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/sagemaker/${name}`;
const pattern = (resource: string) => `arn:aws:logs:*:*:${resource}`;
const unnamed = without('endpointName');
const ON_GROUPS = ['logs:CreateLogGroup', 'logs:DescribeLogStreams'];
const ON_STREAMS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const training = jumpStartTraining();
const run = { ...training, trainingJob: { ...training.trainingJob, trainingJobName: 'run-1' } };
const onStreams = (...streams: readonly string[]) => asExecutionRole(allow(ON_GROUPS), allow(ON_STREAMS, streams.map(group)), metrics);

testRule(roleMayWriteLogs, {
  target,
  pass: {
    'on everything': asExecutionRole(allow([...LOGS, 'cloudwatch:PutMetricData'])),
    'on SageMaker’s groups': asExecutionRole(allow(LOGS, group('*')), metrics),
    'on the endpoint’s group': asExecutionRole(allow(LOGS, group('Endpoints/churn:*')), metrics),
    'training’s group, for what trains': { target: jumpStartTraining(), ...asExecutionRole(allow(LOGS, group('TrainingJobs:*')), metrics) },
    'groups of a recommender job and of the endpoints that it makes': {
      target: recommender(),
      ...asExecutionRole(allow(LOGS, [group('InferenceRecommendationsJobs:*'), group('Endpoints/sm-epc-*')]), metrics),
    },
    'streams of whatever name, in the endpoint’s group': onStreams('Endpoints/churn:log-stream:*'),
    'streams with a slash in their names, as all of SageMaker’s have': onStreams('Endpoints/churn:log-stream:*/*'),
    'streams of any endpoint, for one without a name': { target: unnamed, ...onStreams('Endpoints/*:log-stream:?*') },
    'the job’s own streams': { target: run, ...onStreams('TrainingJobs:log-stream:run-1/*') },
    'on all groups, for an endpoint without a name': { target: unnamed, ...asExecutionRole(allow(LOGS, group('Endpoints/*')), metrics) },
  },
  fail: {
    nothing: asExecutionRole(),
    'no metrics': asExecutionRole(allow(LOGS)),
    'training’s group only': asExecutionRole(allow(LOGS, group('TrainingJobs:*')), metrics),
    'log streams on an ARN of another service': asExecutionRole(
      allow(LOGS.slice(0, 3)),
      allow('logs:DescribeLogStreams', `arn:aws:sagemaker:us-east-1:${ACCOUNT}:*`),
      metrics,
    ),
    'endpoints only, for what trains': { target: jumpStartTraining(), ...asExecutionRole(allow(LOGS, group('Endpoints/*')), metrics) },
    'endpoints only, for a recommender job': { target: recommender(), ...asExecutionRole(allow(LOGS, group('Endpoints/*')), metrics) },
    'streams of another job': { target: run, ...onStreams('TrainingJobs:log-stream:run-2/*') },
    'groups that end in the endpoint’s name, and no stream of them': onStreams('*churn'),
    'the group alone, and no stream of it': onStreams('Endpoints/churn'),
    'nothing, for an endpoint without a name': { target: unnamed, ...asExecutionRole() },
  },
  cannotTell: {
    'streams of one variant, whose name AWS is told later': onStreams('Endpoints/churn:log-stream:AllTraffic/*'),
    'the same of any endpoint, for one without a name': { target: unnamed, ...onStreams('Endpoints/*:log-stream:AllTraffic/*') },
    'streams of one variant, behind a wildcard in place of their type': onStreams('Endpoints/churn:*:AllTraffic/*'),
    'all but the streams of one variant, behind such a wildcard': asExecutionRole(allow(LOGS), deny(LOGS, pattern('log-group:*:*AllTraffic/*')), metrics),
    'groups with a word in them, for an endpoint without a name': { target: unnamed, ...asExecutionRole(allow(LOGS, pattern('log-group:*prod*')), metrics) },
    'all but groups with a word in them, likewise': { target: unnamed, ...asExecutionRole(allow(LOGS), deny(LOGS, pattern('log-group:*prod*')), metrics) },
    'all streams of such groups, likewise': {
      target: unnamed,
      ...asExecutionRole(allow(ON_GROUPS), allow(ON_STREAMS, pattern('log-group:*-prod:log-stream:*/*')), metrics),
    },
    'all streams of one endpoint whose folder is cut short, likewise': { target: unnamed, ...onStreams('E*/fraud:log-stream:*/*') },
    'streams of one job, for a job without a name': {
      target: jumpStartTraining({ trainingJob: { inputs: [] } }),
      ...onStreams('TrainingJobs:log-stream:run-2/*'),
    },
    'one endpoint’s group, for an endpoint without a name': { target: unnamed, ...asExecutionRole(allow(LOGS, group('Endpoints/fraud:*')), metrics) },
  },
  notApplicable: { 'no role': { target: without('executionRoleArn') } },
});

describe('what it says', () => {
  test('of an endpoint without a name, it grants the groups of all', () => {
    expect(judged(roleMayWriteLogs, target, { target: unnamed as typeof target, ...asExecutionRole(metrics) })).toMatchObject({
      evidence: [{ expected: expect.stringContaining(`${group('Endpoints/*')}:log-stream:`) }, {}, {}, {}],
      fixes: [{ kind: 'grant', statement: { Action: [...LOGS].sort(), Resource: `${group('Endpoints/*')}:log-stream:*` } }],
    });
  });
});
