import { volumeKeyIsNamedItself } from '../../../rules/training/volume-key-is-named-itself.ts';
import { keyed } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, launchQueue, serverless } from '../../support/targets.ts';

testRule(volumeKeyIsNamedItself, {
  target: keyed(KEY),
  pass: { 'an ARN': {}, 'an id': { target: keyed('11111111-2222-3333-4444-555555555555') } },
  fail: { 'an alias': { target: keyed('alias/launch') }, 'an alias’s ARN': { target: keyed('arn:aws-cn:kms:cn-north-1:123456789012:alias/launch') } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no key': { target: launchQueue() } },
});
