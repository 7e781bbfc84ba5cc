import { describe, expect, test } from '@jest/globals';
import { present, unknown } from '../../../src/model/fact.ts';
import type { VpcEndpoint } from '../../../src/model/facts/ec2.ts';
import { wayIntoS3 } from '../../../src/reason/permission/way.ts';
import { elastic, recommender, serverless } from '../../support/targets.ts';

const endpoint = (changes: Partial<VpcEndpoint> = {}): VpcEndpoint => ({
  id: 'vpce-1',
  arn: 'arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-1',
  service: 'com.amazonaws.us-east-1.s3',
  type: 'Gateway',
  state: 'available',
  vpcId: 'vpc-1',
  routeTableIds: [],
  subnetIds: [],
  groupIds: [],
  privateDns: false,
  ...changes,
});

describe('how the role’s requests enter S3', () => {
  test.each([
    ['outside any VPC', serverless(), present([endpoint()]), 'none'],
    ['from outside the job’s VPC', recommender(), present([endpoint()]), 'none'],
    ['through the one endpoint', elastic(), present([endpoint()]), { id: 'vpce-1', vpc: 'vpc-1' }],
    ['through a NAT gateway', elastic(), present([]), 'none'],
    ['through an endpoint that is not ready', elastic(), present([endpoint({ state: 'pending' })]), 'none'],
    ['past endpoints of other services', elastic(), present([endpoint({ service: 'com.amazonaws.us-east-1.dynamodb' })]), 'none'],
    ['through one of two', elastic(), present([endpoint(), endpoint({ id: 'vpce-2' })]), { vpc: 'vpc-1' }],
    ['somehow', elastic(), unknown('access-denied', 'refused'), 'unknown'],
  ])('%s', (_, target, endpoints, way) => {
    expect(wayIntoS3(target, endpoints)).toEqual(way);
  });
});
