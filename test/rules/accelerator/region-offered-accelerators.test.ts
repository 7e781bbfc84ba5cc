import { regionOfferedAccelerators } from '../../../rules/accelerator/region-offered-accelerators.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, serverless } from '../../support/targets.ts';

testRule(regionOfferedAccelerators, {
  target: elastic(),
  pass: { 'us-east-1': {}, 'ap-northeast-2': { target: elastic({ region: 'ap-northeast-2' }) } },
  fail: { 'eu-central-1': { target: elastic({ region: 'eu-central-1' }) }, 'cn-north-1': { target: elastic({ region: 'cn-north-1' }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
