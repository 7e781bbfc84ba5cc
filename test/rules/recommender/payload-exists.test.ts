import { payloadExists } from '../../../rules/recommender/payload-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(payloadExists, {
  target: recommender(),
  pass: { 'it is there': { object: present(object()) } },
  fail: { 'it is not': { object: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no payload': { target: notSaying('samplePayloadUrl') } },
});
