import { expect, test } from '@jest/globals';
import { registryAccountIsThisRegions } from '../../../rules/image/registry-account-is-this-regions.ts';
import { judged, testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const image = (uri: string, region = 'us-east-1') => ({ target: serverless({ image: uri, region }) });
const DLC = 'pytorch-inference:2.6.0-cpu-py312';

testRule(registryAccountIsThisRegions, {
  target: serverless(),
  pass: {
    'deep learning container': image(`763104351884.dkr.ecr.us-east-1.amazonaws.com/${DLC}`),
    'its registry in another Region': image(`364406365360.dkr.ecr.ap-northeast-3.amazonaws.com/${DLC}`, 'ap-northeast-3'),
    'a built-in algorithm': image('683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'),
  },
  fail: {
    'copied from another Region, same account': image(`763104351884.dkr.ecr.us-west-2.amazonaws.com/${DLC}`),
    'copied from another Region, other account': image('246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1'),
    'this Region’s host with another Region’s account': image('246618743249.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'),
  },
  notApplicable: { 'an image of one’s own': { target: serverless() }, 'no ECR': image('docker.io/library/churn:1.4') },
});

test('the fix names the same image in this Region’s registry', () => {
  const { target } = image('246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1');
  expect(judged(registryAccountIsThisRegions, target, {})).toMatchObject({
    fixes: [{ kind: 'use-image', to: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1' }],
  });
});
