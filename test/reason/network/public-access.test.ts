import { describe, expect, test } from '@jest/globals';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { PublicAccessBlock } from '../../../src/model/facts/ec2.ts';
import { tracesToInternet } from '../../../src/reason/network/internet.ts';
import { fixesFor } from '../../../src/reason/network/remedies.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import { network, type route, routing, TO_ENDPOINT, TO_NAT } from './networks.ts';

const arn = (rest: string): string => `arn:aws:ec2:us-east-1:123456789012:${rest}`;
const block = (mode: string, ...excluded: readonly string[]): PublicAccessBlock => ({ mode: present(mode), excluded: present(excluded.map(arn)) });
const BLOCKED = block('block-bidirectional');
const REFUSED = unknown('access-denied', 'ec2:DescribeVpcBlockPublicAccessOptions was refused');
const NAT_SUBNET = network().natGateways[0]?.subnetId ?? '';

const toInternet = (publicAccess: PublicAccessBlock | undefined) => tracesToInternet(network({ ...routing(TO_NAT), publicAccess }))[1]?.trace;

describe('through a NAT gateway to the internet', () => {
  test.each<readonly [string, PublicAccessBlock | undefined]>([
    ['nothing was read of it', undefined],
    ['it is off', block('off')],
    ['AWS has no such setting there', { mode: absent, excluded: absent }],
    ['only what comes in is blocked', block('block-ingress')],
    ['the VPC is excluded', block('block-bidirectional', 'vpc/vpc-1')],
    ['both subnets are excluded', block('block-bidirectional', 'subnet/subnet-b', `subnet/${NAT_SUBNET}`)],
  ])('passes where %s', (_, setting) => expect(toInternet(setting)).toMatchObject({ verdict: 'passes' }));
  test('stops where both directions are blocked, and says what to do', () => {
    const trace = toInternet(BLOCKED);
    expect(trace).toMatchObject({ verdict: 'stops' });
    expect(trace?.hops.at(-1)).toMatchObject({
      stage: 'gateway',
      from: 'vpc-1',
      decidedBy: expect.stringContaining('create-vpc-block-public-access-exclusion'),
    });
    expect(trace && fixesFor(network({ ...routing(TO_NAT), publicAccess: BLOCKED }), trace)).toEqual([]);
  });
  test.each<readonly [string, PublicAccessBlock, RegExp]>([
    ['the setting was refused', { mode: REFUSED, excluded: absent }, /was not read: ec2:DescribeVpcBlock/],
    ['its exclusions were refused', { mode: present('block-bidirectional'), excluded: REFUSED }, /exclusions were not read/],
    ['one subnet of two is excluded', block('block-bidirectional', 'subnet/subnet-b'), /AWS does not say which/],
  ])('is open where %s', (_, setting, words) => {
    expect(toInternet(setting)).toMatchObject({
      verdict: 'unknown',
      hops: expect.arrayContaining([expect.objectContaining({ decidedBy: expect.stringMatching(words) })]),
    });
  });
});

describe('to S3', () => {
  const toS3 = (publicAccess: PublicAccessBlock, ...routes: readonly ReturnType<typeof route>[]) =>
    tracesToS3(network({ ...routing(...routes), publicAccess }))[1]?.trace.verdict;
  test('an endpoint is not of the internet, and a NAT gateway is', () => {
    expect([toS3(BLOCKED, TO_ENDPOINT), toS3({ mode: REFUSED, excluded: absent }, TO_ENDPOINT), toS3(BLOCKED, TO_NAT)]).toEqual(['passes', 'passes', 'stops']);
  });
});
