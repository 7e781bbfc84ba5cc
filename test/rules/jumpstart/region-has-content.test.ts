import { regionHasContent } from '../../../rules/jumpstart/region-has-content.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(regionHasContent, {
  target: jumpStart(),
  pass: { 'an old Region': {}, China: { target: jumpStart({ region: 'cn-north-1' }) } },
  fail: { 'a Region that is not listed': { target: jumpStart({ region: 'xx-new-1' }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
