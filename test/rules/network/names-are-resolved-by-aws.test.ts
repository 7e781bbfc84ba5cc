import { namesAreResolvedByAws } from '../../../rules/network/names-are-resolved-by-aws.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { network } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const vpc = present(network().vpc);
const options = (...domainNameServers: readonly string[]) => present({ id: 'dopt-1', domainNameServers });

testRule(namesAreResolvedByAws, {
  target: recommender(),
  pass: {
    'by name': { vpc, dhcpOptions: options('AmazonProvidedDNS') },
    'no options': { vpc, dhcpOptions: absent },
    'options that name no server': { vpc, dhcpOptions: options() },
    'by the address in the VPC': { vpc, dhcpOptions: options('10.0.0.2') },
    'by the address of every VPC': { vpc, dhcpOptions: options('169.254.169.253', 'fd00:ec2::253') },
  },
  fail: {
    'a server of one’s own': { vpc, dhcpOptions: options('10.0.0.53') },
    'one of two': { vpc, dhcpOptions: options('AmazonProvidedDNS', '1.1.1.1') },
    'no address at all': { vpc, dhcpOptions: options('dns.example.com') },
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});
