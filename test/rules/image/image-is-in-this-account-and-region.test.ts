import { imageIsInThisAccountAndRegion } from '../../../rules/image/image-is-in-this-account-and-region.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless } from '../../support/targets.ts';

const image = (uri: string) => ({ target: serverless({ image: uri }) });
const host = (account = ACCOUNT, region = 'us-east-1') => `${account}.dkr.ecr.${region}.amazonaws.com`;

testRule(imageIsInThisAccountAndRegion, {
  target: serverless(),
  pass: {
    'by tag': image(`${host()}/churn:1.4`),
    'by digest': image(`${host()}/team/churn@sha256:${'0'.repeat(64)}`),
    'without tag': image(`${host()}/churn`),
    'in China': { target: serverless({ region: 'cn-north-1', image: `${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn/churn:1.4` }) },
  },
  fail: {
    'another account': image(`${host('111122223333')}/churn:1.4`),
    'another Region': image(`${host(ACCOUNT, 'eu-west-1')}/churn:1.4`),
    'no ECR': image('docker.io/library/churn:1.4'),
    'the public gallery': image('public.ecr.aws/x1y2/churn:1.4'),
    'a registry that only looks like ECR': image(`${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com.evil.example/churn:1.4`),
  },
  notApplicable: { 'an image of AWS’s own': image('763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312') },
});
