import { clientsAdmitNobody } from '../../../rules/accelerator/clients-admit-nobody.ts';
import { present } from '../../../src/model/fact.ts';
import { everything, group, https, toCidr, toGroup } from '../../reason/network/networks.ts';
import { endpointsWith } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender } from '../../support/targets.ts';

testRule(clientsAdmitNobody, {
  target: elastic(),
  pass: {
    'no inbound rule': { groups: [present(group())], vpcEndpoints: endpointsWith() },
    'a group that the endpoint has as well': {
      groups: [present(group({ ingress: [https(toGroup('sg-jobs'))] }))],
      vpcEndpoints: endpointsWith({ groupIds: ['sg-jobs'] }),
    },
  },
  fail: {
    'HTTPS from anywhere': { groups: [present(group({ ingress: [https(toCidr('0.0.0.0/0'))] }))], vpcEndpoints: endpointsWith() },
    'members of the group': { groups: [present(group({ ingress: [everything(toGroup('sg-jobs'))] }))], vpcEndpoints: present([]) },
  },
  notApplicable: { 'a recommender job': { target: recommender() } },
});
