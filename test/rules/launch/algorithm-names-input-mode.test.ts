import { algorithmNamesInputMode } from '../../../rules/launch/algorithm-names-input-mode.ts';
import { changedQueue, open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(algorithmNamesInputMode, {
  target: changedQueue({ hasAlgorithmSpecification: true, trainingInputMode: 'File' }),
  pass: { 'a mode': {}, another: { target: changedQueue({ hasAlgorithmSpecification: true, trainingInputMode: 'Pipe' }) } },
  fail: { none: { target: changedQueue({ hasAlgorithmSpecification: true }) } },
  cannotTell: { 'a template': { target: { ...changedQueue({ hasAlgorithmSpecification: true }), unresolved: open('image', 'queue.trainingInputMode') } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no specification': { target: launchQueue() } },
});
