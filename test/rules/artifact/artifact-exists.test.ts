import { artifactExists } from '../../../rules/artifact/artifact-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(artifactExists, {
  target: { ...serverless(), modelDataUrl: 's3://churn-models/churn/model.tar.gz' },
  pass: { 'it is there': { object: present(object()) } },
  fail: { 'no such key': { object: absent } },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
