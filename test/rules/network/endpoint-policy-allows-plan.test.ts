import { describe, expect, test } from '@jest/globals';
import { endpointPolicyAllowsPlan } from '../../../rules/network/endpoint-policy-allows-plan.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { endpoint, routing, TO_NAT } from '../../reason/network/networks.ts';
import { bucket, policy, role } from '../../support/facts.ts';
import { prefix } from '../../support/jumpstart-facts.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, launchQueue, recommender } from '../../support/targets.ts';

const target = recommender({ vpcConfig: TWO_SUBNETS });
const training = jumpStartTraining({ vpcConfig: TWO_SUBNETS });
const content = jumpStart({ vpcConfig: TWO_SUBNETS, modelDataUrl: 's3://jumpstart-cache-prod-us-east-1/model/infer.tar.gz' });
const asking = { role: present(role()), time: present('2026-01-01T00:00:00Z'), buckets: [present(bucket())], organization: absent };
const oneFile = jumpStartTraining({ vpcConfig: TWO_SUBNETS, trainingJob: { inputs: ['s3://churn-models/train.csv'] } });
const ALL = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const allowing = (action: string | readonly string[], ...resources: readonly string[]) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: action,
  Resource: resources,
});
const through = (...statements: readonly Readonly<Record<string, unknown>>[]) => ({
  ...networkAndGroups({ endpoints: [endpoint({ policy: policy('vpc-endpoint', ...statements) })] }),
  ...asking,
});
const OURS = 'arn:aws:s3:::churn-models/*';

testRule(endpointPolicyAllowsPlan, {
  target,
  pass: {
    everything: through(ALL),
    'no policy of its own': { ...networkAndGroups(), ...asking },
    'the plan’s bucket only': through(allowing('s3:GetObject', OURS)),
    'a denial for other buckets': through(ALL, { ...ALL, Effect: 'Deny', Resource: 'arn:aws:s3:::secrets/*' }),
    'a denial whose condition does not hold': through(ALL, { ...ALL, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
    'training reads and writes': { ...through(allowing(['s3:GetObject', 's3:PutObject'], OURS)), target: training },
    'the one object that a channel names': {
      ...through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models/train.csv')),
      target: oneFile,
      listings: [present(prefix({ objects: 1, isObject: true }))],
    },
    'AWS’s own content': { ...through(allowing('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/*')), target: content, buckets: [] },
  },
  fail: {
    'another bucket only': through(allowing('s3:GetObject', 'arn:aws:s3:::other/*')),
    'the bucket, and not its objects': through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models')),
    'an ARN with a Region, which no bucket has': through(allowing('s3:GetObject', 'arn:aws:s3:us-east-1::churn-models/*')),
    'reading, where training also writes': { ...through(allowing('s3:GetObject', OURS)), target: training },
    'AWS’s own content is left out': { ...through(allowing('s3:GetObject', OURS)), target: content, buckets: [] },
    'one object, where a channel reads what begins like it': {
      ...through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models/train.csv')),
      target: oneFile,
      listings: [present(prefix({ objects: 3, isObject: true }))],
    },
    'another object, where nothing could be listed': {
      ...through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models/test.csv')),
      target: oneFile,
      listings: [unknown('access-denied', 'not listed', { actions: ['s3:ListBucket'] as const })],
    },
    'an explicit denial': through(ALL, { ...ALL, Effect: 'Deny', Resource: OURS }),
  },
  cannotTell: {
    'one object, where nothing could be listed': {
      ...through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models/train.csv')),
      target: oneFile,
      listings: [unknown('access-denied', 'not listed', { actions: ['s3:ListBucket'] as const })],
    },
    'one object that is not there yet': {
      ...through(allowing('s3:GetObject', 'arn:aws:s3:::churn-models/train.csv')),
      target: oneFile,
      listings: [present(prefix({ objects: 0 }))],
    },
    'buckets of this account only, and AWS does not say whose this one is': {
      ...through({ ...ALL, Condition: { StringEquals: { 'aws:ResourceAccount': '123456789012' } } }),
      buckets: [present(bucket({ owner: 'other' }))],
    },
    'an organisation that could not be read': {
      ...through({ ...ALL, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      organization: unknown('access-denied', 'refused', { actions: ['organizations:DescribeOrganization'] }),
    },
  },
  notApplicable: {
    'no endpoint is crossed': {
      ...networkAndGroups({ ...routing(TO_NAT), routeTables: routing(TO_NAT).routeTables?.slice(1) ?? [], endpoints: [] }),
      ...asking,
    },
    'no VPC': { target: launchQueue() },
  },
});

describe('what it says', () => {
  test('the statement to add', () => {
    expect(judged(endpointPolicyAllowsPlan, target, through(allowing('s3:GetObject', 'arn:aws:s3:::other/*')))).toMatchObject({
      outcome: 'fail',
      evidence: [
        { subject: expect.stringContaining('vpc-endpoint/vpce-s3'), expected: 's3:GetObject on arn:aws:s3:::churn-models/churn/model.tar.gz' },
        { expected: 's3:GetObject on arn:aws:s3:::churn-models/churn/payload.tar.gz' },
      ],
      fixes: [
        { kind: 'amend-endpoint-policy', endpointId: 'vpce-s3', statement: { Action: ['s3:GetObject'], Effect: 'Allow' } },
        { kind: 'amend-endpoint-policy' },
      ],
    });
  });
  test('the denial to narrow', () => {
    expect(judged(endpointPolicyAllowsPlan, target, through(ALL, { ...ALL, Effect: 'Deny', Resource: OURS }))).toMatchObject({
      fixes: [{ kind: 'amend-denial', holder: expect.stringContaining('vpc-endpoint/vpce-s3'), statement: { index: 1 } }],
    });
  });
});
