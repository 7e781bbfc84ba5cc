import { imageComesFromEcr } from '../../../rules/endpoint/image-comes-from-ecr.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeModel'] });

testRule(imageComesFromEcr, {
  target: serverless(),
  pass: { 'nothing named': {}, 'the platform': { target: { ...serverless(), imageConfig: { repositoryAccessMode: 'Platform' } } } },
  fail: { 'a private registry': { target: { ...serverless(), imageConfig: { repositoryAccessMode: 'Vpc' } } } },
  cannotTell: { 'what is deployed could not be read': { target: { ...serverless(), unresolved: { imageConfig: REFUSED } } } },
});
