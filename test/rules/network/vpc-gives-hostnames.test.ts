import { vpcGivesHostnames } from '../../../rules/network/vpc-gives-hostnames.ts';
import { present } from '../../../src/model/fact.ts';
import { network } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const vpc = present(network().vpc);

testRule(vpcGivesHostnames, {
  target: recommender(),
  pass: { on: { vpc, dns: present({ support: true, hostnames: true }) } },
  fail: { off: { vpc, dns: present({ support: true, hostnames: false }) } },
  notApplicable: { 'no VPC': { target: serverless() } },
});
