import { describe, expect, test } from '@jest/globals';
import { deployerMayCreateEndpoint } from '../../../rules/identity/deployer-may-create-endpoint.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless, without } from '../../support/targets.ts';

const target = { ...serverless(), endpointConfigName: 'churn-2' };
const arn = (resource: string) => `arn:aws:sagemaker:us-east-1:${ACCOUNT}:${resource}`;
const BOTH = [arn('endpoint/churn'), arn('endpoint-config/churn-2')];
const [CREATE, UPDATE] = ['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'];
const exists = present({ arn: arn('endpoint/churn'), name: 'churn', status: 'InService', configName: 'churn-1' });
const unread = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeEndpoint'] });

testRule(deployerMayCreateEndpoint, {
  target,
  pass: {
    'both ARNs': { ...asDeployer(allow(CREATE, BOTH)), endpoint: absent },
    'an update of one that exists': { ...asDeployer(allow(UPDATE, BOTH)), endpoint: exists },
    'either, where it is not known whether it exists': { ...asDeployer(allow([CREATE, UPDATE], BOTH)), endpoint: unread },
    'no name, and a policy that does not look at it': { target: without('endpointName'), ...asDeployer(allow(CREATE)), endpoint: undefined },
  },
  fail: {
    nothing: { ...asDeployer(), endpoint: absent },
    'the endpoint only': { ...asDeployer(allow(CREATE, BOTH[0])), endpoint: absent },
    'the configuration only': { ...asDeployer(allow(CREATE, BOTH[1])), endpoint: absent },
    'creating, where one exists': { ...asDeployer(allow(CREATE, BOTH)), endpoint: exists },
    'updating, where none exists': { ...asDeployer(allow(UPDATE, BOTH)), endpoint: absent },
    'neither, where it is not known whether it exists': { ...asDeployer(), endpoint: unread },
  },
  cannotTell: {
    'one of them, where it is not known whether it exists': { ...asDeployer(allow(CREATE, BOTH)), endpoint: unread },
    'no name, and a policy that looks at it': { target: without('endpointName'), ...asDeployer(allow(CREATE, BOTH)), endpoint: undefined },
  },
  notApplicable: { 'no deployer': { target: without('deployer') } },
});

describe('what it says', () => {
  test('grants the ARN that is missing', () => {
    expect(judged(deployerMayCreateEndpoint, target, { ...asDeployer(allow(CREATE, BOTH[0])), endpoint: absent })).toMatchObject({
      fixes: [{ kind: 'grant', statement: { Resource: BOTH[1] } }],
    });
  });
});
