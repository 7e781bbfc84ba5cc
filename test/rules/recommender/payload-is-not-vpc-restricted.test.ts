import { payloadIsNotVpcRestricted } from '../../../rules/recommender/payload-is-not-vpc-restricted.ts';
import { lacking, notSaying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';
import { RESTRICTIONS } from './restrictions.ts';

testRule(payloadIsNotVpcRestricted, {
  target: recommender(),
  ...RESTRICTIONS,
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no payload': { target: notSaying('samplePayloadUrl') },
    'no role': { target: lacking('executionRoleArn') },
  },
});
