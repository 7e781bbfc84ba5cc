import { payloadIsNamed } from '../../../rules/recommender/payload-is-named.ts';
import { unknown } from '../../../src/model/fact.ts';
import { lacking, notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(payloadIsNamed, {
  target: recommender(),
  pass: { named: {} },
  fail: { 'not named': { target: notSaying('samplePayloadUrl') } },
  cannotTell: { 'the package could not be read': { target: { ...lacking('containerConfig'), unresolved: { containerConfig: unknown('throttled', 'x') } } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
