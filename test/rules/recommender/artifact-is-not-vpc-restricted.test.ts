import { artifactIsNotVpcRestricted } from '../../../rules/recommender/artifact-is-not-vpc-restricted.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';
import { RESTRICTIONS } from './restrictions.ts';

testRule(artifactIsNotVpcRestricted, {
  target: recommender(),
  ...RESTRICTIONS,
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no artifact': { target: lacking('modelDataUrl') },
    'no role': { target: lacking('executionRoleArn') },
  },
});
