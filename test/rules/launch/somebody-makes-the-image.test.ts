import { somebodyMakesTheImage } from '../../../rules/launch/somebody-makes-the-image.ts';
import { changedBuilder, open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(somebodyMakesTheImage, {
  target: changedBuilder({ type: 'noop' }),
  pass: { 'an image': { target: { ...changedBuilder({ type: 'noop' }), image: 'own' } } },
  fail: { none: {} },
  cannotTell: { 'a template': { target: { ...changedBuilder({ type: 'noop' }), unresolved: open('image') } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a builder': { target: launchQueue() } },
});
