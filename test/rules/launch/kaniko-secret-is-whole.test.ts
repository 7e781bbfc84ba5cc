import { kanikoSecretIsWhole } from '../../../rules/launch/kaniko-secret-is-whole.ts';
import { changedBuilder } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(kanikoSecretIsWhole, {
  target: launchQueue(),
  pass: {
    neither: {},
    both: { target: changedBuilder({ secretName: 'aws', secretKey: 'credentials' }) },
    'both empty': { target: changedBuilder({ secretName: '', secretKey: '' }) },
  },
  fail: { 'a name': { target: changedBuilder({ secretName: 'aws' }) }, 'a key': { target: changedBuilder({ secretKey: 'credentials' }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, docker: { target: changedBuilder({ type: 'docker' }) } },
});
