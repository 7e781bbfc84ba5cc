import { versionIsNotDeprecated } from '../../../rules/jumpstart/version-is-not-deprecated.ts';
import { specified } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(versionIsNotDeprecated, {
  target: specified(),
  pass: { 'it is not': {} },
  fail: {
    'the newest is': { target: specified({ deprecated: true }) },
    'the one that is named is': { target: specified({ deprecated: true }, { modelVersion: '1.0.0' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no specification': { target: jumpStart() } },
});
