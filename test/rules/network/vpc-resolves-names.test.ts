import { vpcResolvesNames } from '../../../rules/network/vpc-resolves-names.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { network } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const vpc = present(network().vpc);
const options = (...domainNameServers: readonly string[]) => present({ id: 'dopt-1', domainNameServers });
const on = present({ support: true, hostnames: true });
const off = present({ support: false, hostnames: true });

testRule(vpcResolvesNames, {
  target: recommender(),
  pass: {
    on: { vpc, dns: on, dhcpOptions: options('AmazonProvidedDNS') },
    'on, hostnames off': { vpc, dns: present({ support: true, hostnames: false }), dhcpOptions: absent },
    'off, and nobody asks it': { vpc, dns: off, dhcpOptions: options('192.168.7.7') },
  },
  fail: {
    off: { vpc, dns: off, dhcpOptions: options('AmazonProvidedDNS') },
    'off, without options': { vpc, dns: off, dhcpOptions: absent },
    'off, and asked by its address': { vpc, dns: off, dhcpOptions: options('10.0.0.2', '192.168.7.7') },
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});
