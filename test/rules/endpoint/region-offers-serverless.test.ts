import { regionOffersServerless } from '../../../rules/endpoint/region-offers-serverless.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const at = (region: string) => ({ target: serverless({ region }) });

testRule(regionOffersServerless, {
  target: serverless(),
  pass: { Virginia: {}, 'São Paulo': at('sa-east-1') },
  fail: { 'the Emirates': at('me-central-1'), GovCloud: at('us-gov-west-1') },
});
