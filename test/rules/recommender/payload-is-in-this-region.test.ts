import { payloadIsInThisRegion } from '../../../rules/recommender/payload-is-in-this-region.ts';
import { present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(payloadIsInThisRegion, {
  target: recommender(),
  pass: { here: { bucket: present(bucket()) } },
  fail: { elsewhere: { bucket: present(bucket({ region: 'eu-west-1' })) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no payload': { target: notSaying('samplePayloadUrl') } },
});
