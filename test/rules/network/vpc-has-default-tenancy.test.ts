import { vpcHasDefaultTenancy } from '../../../rules/network/vpc-has-default-tenancy.ts';
import { present } from '../../../src/model/fact.ts';
import { network } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, launchQueue } from '../../support/targets.ts';

const { vpc } = network();

testRule(vpcHasDefaultTenancy, {
  target: jumpStartTraining(),
  pass: { default: { vpc: present(vpc) } },
  fail: { dedicated: { vpc: present({ ...vpc, tenancy: 'dedicated' }) }, host: { vpc: present({ ...vpc, tenancy: 'host' }) } },
  notApplicable: { 'an endpoint': { target: elastic() }, 'training without a VPC': { target: launchQueue() } },
});
