import { imageIsInThisRegion } from '../../../rules/image/image-is-in-this-region.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, recommender, serverless } from '../../support/targets.ts';

const image = (uri: string) => ({ target: recommender({ image: uri }) });
const host = (account = ACCOUNT, region = 'us-east-1') => `${account}.dkr.ecr.${region}.amazonaws.com`;
const elsewhere = 'registry.example.com/team/churn:1.4';

testRule(imageIsInThisRegion, {
  target: recommender(),
  pass: { 'in this account': image(`${host()}/churn:1.4`), 'in another account': image(`${host('111122223333')}/churn:1.4`) },
  fail: {
    'another Region': image(`${host(ACCOUNT, 'eu-west-1')}/churn:1.4`),
    'a private registry': image(elsewhere),
    'no image URI': image('churn'),
  },
  notApplicable: {
    'an image of AWS’s own': image('763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312'),
    'a private registry through the VPC': { target: recommender({ image: elsewhere, imageConfig: { repositoryAccessMode: 'Vpc' } }) },
    'a serverless endpoint': { target: serverless() },
  },
});
