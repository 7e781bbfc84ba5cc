import { callsNeedNoEula } from '../../../rules/jumpstart/calls-need-no-eula.ts';
import { CONTENT, CONTENT_PREFIX, specified } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(callsNeedNoEula, {
  target: specified({ gated: true }),
  pass: {
    'nothing of the artifact is known': {},
    'in the gated bucket': { target: specified({ gated: true }, { modelDataSource: { s3Uri: CONTENT_PREFIX } }) },
  },
  fail: { 'in the open bucket': { target: specified({ gated: true }, { modelDataUrl: CONTENT }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an open model': { target: specified({}, { modelDataUrl: CONTENT }) } },
});
