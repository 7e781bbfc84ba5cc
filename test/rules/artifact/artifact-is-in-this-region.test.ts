import { artifactIsInThisRegion } from '../../../rules/artifact/artifact-is-in-this-region.ts';
import { present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(artifactIsInThisRegion, {
  target: { ...serverless(), modelDataUrl: 's3://churn-models/churn/model.tar.gz' },
  pass: { 'same Region': { bucket: present(bucket()) } },
  fail: { 'another Region': { bucket: present(bucket({ region: 'eu-west-1' })) } },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
