import { interfaceEndpointIsGone } from '../../../rules/accelerator/interface-endpoint-is-gone.ts';
import { present } from '../../../src/model/fact.ts';
import type { ElasticInferenceTarget } from '../../../src/model/target.ts';
import { endpointsWith } from '../../support/accelerator-rows.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, elastic, REGION } from '../../support/targets.ts';

const vpcEndpointId = endpointsWith().value[0]?.id ?? '';
const left = (id: string): ElasticInferenceTarget => ({
  ...{ scenario: 'elastic-inference', name: `vpc-endpoint/${id}`, account: ACCOUNT, region: REGION, existing: true },
  interfaceEndpoint: { vpcEndpointId: id, vpcId: 'vpc-1' },
});

testRule(interfaceEndpointIsGone, {
  target: left(vpcEndpointId),
  pass: { 'deleted since': { endpoints: present([]) }, 'another one': { target: left('vpce-other'), endpoints: endpointsWith() } },
  fail: { 'still there': { endpoints: endpointsWith() } },
  notApplicable: { 'an endpoint with an accelerator': { target: elastic() } },
});
