import { describe, expect, test } from '@jest/globals';
import { tracesToInternet } from '../../../src/reason/network/internet.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { endpoint, entry, everything, filtering, group, https, network, OPEN_ACL, outcomeOf, route, routing, TO_ENDPOINT, TO_NAT, toCidr } from './networks.ts';

const fromB = (changes: Partial<Network>, port?: number, cidrs?: readonly string[]) => {
  const trace = tracesToInternet(network(changes), port, cidrs)[1]?.trace;
  if (trace === undefined) throw new Error('no trace');
  return trace;
};

const NAT_AND_ENDPOINT = routing(TO_ENDPOINT, TO_NAT);

describe('a public host is reached', () => {
  test.each<readonly [string, Partial<Network>]>([
    ['through NAT', routing(TO_NAT)],
    ['through NAT, beside an endpoint for S3', NAT_AND_ENDPOINT],
    ['through NAT, whatever the endpoint’s state', { ...NAT_AND_ENDPOINT, endpoints: [endpoint({ state: 'failed' })] }],
    ['a company’s own block goes elsewhere', routing(TO_NAT, route('198.51.100.0/24', 'tgw-1'))],
    ['a network ACL that bans a block', { ...routing(TO_NAT), ...filtering(entry(1, 'out', { action: 'deny', cidr: '203.0.113.0/24' }), ...OPEN_ACL) }],
    ['egress with HTTPS alone', { ...routing(TO_NAT), groups: [group({ egress: [https(toCidr('0.0.0.0/0'))] })] }],
  ])('%s', (_, changes) => {
    expect(fromB(changes).verdict).toBe('passes');
  });
  test('a way for other addresses is noted', () => {
    expect(fromB(routing(TO_NAT, route('198.51.100.0/24', 'tgw-1'))).notes).toEqual([expect.stringMatching(/198\.51\.100\.0\/24 → tgw-1/)]);
  });
});

describe('a public host is not reached', () => {
  test.each<readonly [string, Partial<Network>, string, RegExp]>([
    ['an endpoint for S3 is no internet', {}, 'route', /no route to the internet/],
    ['a public subnet', routing(route('0.0.0.0/0', 'igw-1')), 'route', /no public address/],
    ['a blackhole', routing(route('0.0.0.0/0', 'nat-1', 'blackhole')), 'route', /blackhole/],
    ['egress into the VPC alone', { ...routing(TO_NAT), groups: [group({ egress: [everything(toCidr('10.0.0.0/8'))] })] }, 'security-group-egress', /no rule/],
    ['egress by IPv6 alone', { ...routing(TO_NAT), groups: [group({ egress: [everything(toCidr('::/0'))] })] }, 'security-group-egress', /no rule/],
    ['no answers', { ...routing(TO_NAT), ...filtering(entry(1, 'out')) }, 'network-acl-return', /no rule allows tcp 1024–65535 from the internet/],
  ])('%s', (_, changes, at, because) => {
    expect(outcomeOf(fromB(changes))).toMatchObject({ verdict: 'stops', at, because: expect.stringMatching(because) });
  });
  test('another port', () => {
    expect(outcomeOf(fromB({ ...routing(TO_NAT), groups: [group({ egress: [https(toCidr('0.0.0.0/0'))] })] }, 8080))).toMatchObject({
      verdict: 'stops',
      because: expect.stringMatching(/tcp 8080/),
    });
  });
});

describe('where the host’s addresses decide', () => {
  const some = { ...routing(TO_NAT), groups: [group({ egress: [https(toCidr('35.186.228.49/32'))] })] };

  test('egress to some addresses only cannot be told', () => {
    expect(outcomeOf(fromB(some))).toMatchObject({ verdict: 'unknown', at: 'security-group-egress' });
  });
  test('known addresses settle it', () => {
    expect(fromB(some, 443, ['35.186.228.49/32']).verdict).toBe('passes');
    expect(fromB(some, 443, ['35.186.228.50/32']).verdict).toBe('stops');
  });
  test('a transit gateway cannot be told', () => {
    expect(fromB(routing(route('0.0.0.0/0', 'tgw-1'))).verdict).toBe('unknown');
  });
});
