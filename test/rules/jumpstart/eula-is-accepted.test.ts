import { eulaIsAccepted } from '../../../rules/jumpstart/eula-is-accepted.ts';
import { below, CONTENT, CONTENT_PREFIX, specified } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(eulaIsAccepted, {
  target: specified({ gated: true }, { acceptEula: true }),
  pass: {
    'it is accepted': {},
    'in the words of CreateModel': {
      target: specified({ gated: true }, { modelDataSource: { s3Uri: CONTENT_PREFIX, acceptEula: true } }),
    },
  },
  fail: {
    'nothing is said': { target: specified({ gated: true }) },
    'it is refused': { target: specified({ gated: true }, { acceptEula: false }) },
    'in the gated bucket': { target: { ...below(CONTENT_PREFIX), ...specified({ gated: true }) } },
    'a training job of a model in the open bucket': { target: specified({ gated: true }, { use: 'training', modelDataUrl: CONTENT }) },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'an open model': { target: specified() },
    'each call accepts it': { target: specified({ gated: true }, { modelDataUrl: CONTENT }) },
  },
});
