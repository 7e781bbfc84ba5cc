import { interfaceEndpointAdmitsClientsOnly } from '../../../rules/accelerator/interface-endpoint-admits-clients-only.ts';
import { present } from '../../../src/model/fact.ts';
import type { GroupRule } from '../../../src/model/facts/ec2.ts';
import { everything, group, https, toCidr, toGroup } from '../../reason/network/networks.ts';
import { endpointGroup, endpointsWith } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

const CLIENTS = https(toGroup('sg-jobs'));
const admitting = (...ingress: readonly GroupRule[]) => ({
  vpcEndpoints: endpointsWith(),
  endpointGroups: present([group({ ingress: [everything()] }), endpointGroup({ ingress })]),
});

testRule(interfaceEndpointAdmitsClientsOnly, {
  target: elastic(),
  pass: { 'HTTPS from the instances’ group': admitting(CLIENTS), 'by the number of TCP': admitting({ ...CLIENTS, protocol: '6' }), nobody: admitting() },
  fail: {
    'an address range': admitting(CLIENTS, https(toCidr('10.0.0.0/16'))),
    'another group': admitting(CLIENTS, https(toGroup('sg-others'))),
    'another port': admitting(CLIENTS, { ...CLIENTS, ports: { from: 80, to: 80 } }),
    'every port of the group': admitting(everything(toGroup('sg-jobs'))),
  },
  notApplicable: { 'a recommender job': { target: recommender() } },
});
