import { kanikoHasAContextStore } from '../../../rules/launch/kaniko-has-a-context-store.ts';
import { changedBuilder } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(kanikoHasAContextStore, {
  target: launchQueue(),
  pass: { 'a bucket': {} },
  fail: { none: { target: changedBuilder({ buildContextStore: undefined }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, docker: { target: changedBuilder({ type: 'docker' }) } },
});
