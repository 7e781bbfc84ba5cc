import { describe, expect, test } from '@jest/globals';
import type { SecurityGroup } from '../../../src/model/facts/ec2.ts';
import { tracesToEndpoint } from '../../../src/reason/network/interface-endpoint.ts';
import type { Network } from '../../../src/reason/network/network.ts';
import { acl, entry, everything, filtering, group, https, interfaceEndpoint, network, OPEN_ACL, outcomeOf, toCidr, toGroup } from './networks.ts';

const OPEN = group({ id: 'sg-endpoint', ingress: [https(toGroup('sg-jobs'))], egress: [] });

interface Case {
  readonly network?: Partial<Network>;
  readonly endpoint?: Parameters<typeof interfaceEndpoint>[0];
  readonly groups?: readonly SecurityGroup[];
}

/** From subnet-b to an endpoint in subnet-a, unless told otherwise. */
const trace = (given: Case) => {
  const endpoint = interfaceEndpoint({ subnetIds: ['subnet-a'], ...given.endpoint });
  const found = tracesToEndpoint(network(given.network), endpoint, given.groups ?? [OPEN])[1]?.trace;
  if (found === undefined) throw new Error('no trace');
  return found;
};

const ingress = (...rules: SecurityGroup['ingress']): Case => ({ groups: [{ ...OPEN, ingress: rules }] });
const egress = (...rules: SecurityGroup['egress']): Case => ({ network: { groups: [group({ egress: rules })] } });

const PASSES: Readonly<Record<string, Case>> = {
  'the client group is let in': {},
  'in its own subnet, whatever network ACLs say': { endpoint: { subnetIds: ['subnet-b'] }, network: filtering() },
  'let out to the group of the endpoint': egress(https(toGroup('sg-endpoint'))),
  'let out to the endpoint’s subnet': egress(https(toCidr('10.0.1.0/24'))),
  'let in from the client’s subnet': ingress(https(toCidr('10.0.2.0/24'))),
  'let in from the VPC': ingress(everything(toCidr('10.0.0.0/16'))),
  'an endpoint in a subnet that is none of the plan’s': {
    endpoint: { subnetIds: ['subnet-e'] },
    network: { networkAcls: [acl('acl-1', ['subnet-a', 'subnet-b', 'subnet-e'], ...OPEN_ACL)], groups: [group({ egress: [https(toCidr('10.0.0.0/8'))] })] },
  },
  'the client group is the endpoint’s too': {
    endpoint: { groupIds: ['sg-jobs'] },
    groups: [],
    network: { groups: [group({ ingress: [everything(toGroup('sg-jobs'))] })] },
  },
};

describe('subnet-b reaches the endpoint', () => {
  test.each(Object.entries(PASSES))('%s', (_, given) => {
    const { verdict, hops } = trace(given);
    expect([verdict, ...hops.map((hop) => hop.verdict)].filter((one) => one !== 'passes')).toEqual([]);
    expect(hops.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['name-resolution', 'endpoint', 'security-group-egress', 'security-group-ingress']));
  });
});

const STOPS: Readonly<Record<string, readonly [Case, string, RegExp]>> = {
  'DNS resolution is off': [{ network: { dns: { support: false, hostnames: true } } }, 'name-resolution', /enableDnsSupport/],
  'DNS hostnames are off': [{ network: { dns: { support: true, hostnames: false } } }, 'name-resolution', /enableDnsHostnames/],
  'private DNS is off': [{ endpoint: { privateDns: false } }, 'name-resolution', /private DNS is off/],
  'waiting for acceptance': [{ endpoint: { state: 'pendingAcceptance' } }, 'endpoint', /pendingAcceptance/],
  'another VPC': [{ endpoint: { vpcId: 'vpc-2' } }, 'endpoint', /in vpc-2, not in vpc-1/],
  'a gateway': [{ endpoint: { type: 'Gateway' } }, 'endpoint', /of type Gateway/],
  'no subnet': [{ endpoint: { subnetIds: [] } }, 'endpoint', /no subnet/],
  'not let out': [egress(), 'security-group-egress', /no rule of sg-jobs allows tcp 443 to com\.amazonaws\.us-east-1\.elastic-inference\.runtime in subnet-a/],
  'let out to another group': [egress(https(toGroup('sg-other'))), 'security-group-egress', /no rule/],
  'let out to the wrong subnet': [egress(https(toCidr('10.0.2.0/24'))), 'security-group-egress', /no rule/],
  'not let in': [ingress(), 'security-group-ingress', /no rule of sg-endpoint allows tcp 443 from subnet-b/],
  'let in from another group': [ingress(https(toGroup('sg-other'))), 'security-group-ingress', /no rule/],
  'let in from another subnet': [ingress(https(toCidr('10.0.1.0/24'))), 'security-group-ingress', /no rule/],
  'the network ACL keeps it in': [{ network: filtering(entry(1, 'in')) }, 'network-acl-out', /no rule allows tcp 443 to/],
  'the network ACL keeps answers out': [{ network: filtering(entry(1, 'out')) }, 'network-acl-return', /no rule allows tcp 1024–65535 from/],
  'one of the endpoint’s subnets is shut': [
    { endpoint: { subnetIds: ['subnet-b', 'subnet-a'] }, network: filtering(entry(1, 'in')) },
    'network-acl-out',
    /no rule/,
  ],
};

describe('subnet-b does not reach the endpoint', () => {
  test.each(Object.entries(STOPS))('%s', (_, [given, at, because]) => {
    expect(outcomeOf(trace(given))).toMatchObject({ verdict: 'stops', at, because: expect.stringMatching(because) });
  });
  test('the endpoint’s network ACL keeps it out', () => {
    const acls = [acl('acl-a', ['subnet-a'], entry(1, 'out')), acl('acl-b', ['subnet-b'], ...OPEN_ACL)];
    expect(outcomeOf(trace({ network: { networkAcls: acls } }))).toMatchObject({ verdict: 'stops', at: 'network-acl-in', from: 'acl-a' });
  });
  test('the endpoint’s network ACL keeps its answers', () => {
    const acls = [acl('acl-a', ['subnet-a'], entry(1, 'in')), acl('acl-b', ['subnet-b'], ...OPEN_ACL)];
    expect(outcomeOf(trace({ network: { networkAcls: acls } }))).toMatchObject({ verdict: 'stops', at: 'network-acl-return', from: 'acl-a' });
  });
});

const UNKNOWN: Readonly<Record<string, readonly [Case, string, RegExp]>> = {
  'its groups are not visible': [{ groups: [] }, 'security-group-ingress', /could be seen/],
  'one of its groups is not visible, and the other is shut': [
    { endpoint: { groupIds: ['sg-endpoint', 'sg-hidden'] }, ...ingress() },
    'security-group-ingress',
    /sg-hidden could not be seen/,
  ],
  'let out to a part of its subnet': [egress(https(toCidr('10.0.1.0/25'))), 'security-group-egress', /no rule of sg-jobs allows/],
  'let out to a part of the VPC, and its subnet is not known': [
    { ...egress(https(toCidr('10.0.1.0/24'))), endpoint: { subnetIds: ['subnet-a', 'subnet-nat'] } },
    'security-group-egress',
    /sg-jobs allows tcp 443 to 10\.0\.1\.0\/24/,
  ],
  'let in from a part of the client’s subnet': [ingress(https(toCidr('10.0.2.128/25'))), 'security-group-ingress', /sg-endpoint/],
};

describe('cannot be told', () => {
  test.each(Object.entries(UNKNOWN))('%s', (_, [given, at, because]) => {
    const { hops, verdict } = trace(given);
    expect({ verdict, last: hops.at(-1) }).toMatchObject({ verdict: 'unknown', last: { stage: at, decidedBy: expect.stringMatching(because) } });
  });
});
