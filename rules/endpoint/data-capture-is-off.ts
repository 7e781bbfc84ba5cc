import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const dataCaptureIsOff = defineRule({
  id: 'endpoint/data-capture-is-off',
  title: 'No data is captured',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints capture no requests, so neither data capture nor Model Monitor works with them.',
  fix: 'Leave DataCaptureConfig out, and log in the container what you need to keep.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html',
  ],
  appliesTo: withKnown('dataCaptureConfig'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'data capture', feature(target.dataCaptureConfig?.enableCapture, ['dataCaptureConfig', 'enableCapture'], 'data capture is on')),
});
