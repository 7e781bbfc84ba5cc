import { endpointNameIsFreeOrUpdatable } from '../../../rules/endpoint/endpoint-name-is-free-or-updatable.ts';
import { absent, present } from '../../../src/model/fact.ts';
import type { WithEndpointName } from '../../../src/reason/applicability.ts';
import { endpoint, endpointConfig } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const exists = { endpoint: present(endpoint()) };

testRule(endpointNameIsFreeOrUpdatable, {
  target: serverless() as WithEndpointName,
  pass: { free: { endpoint: absent, config: absent }, 'serverless already': { ...exists, config: present(endpointConfig()) } },
  fail: { 'on instances': { ...exists, config: present(endpointConfig({ variants: [{ name: 'AllTraffic', instanceType: 'ml.m5.large' }] })) } },
  cannotTell: { 'its configuration is gone': { ...exists, config: absent } },
  notApplicable: { 'no name': { target: without('endpointName') } },
});
