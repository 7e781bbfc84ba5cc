import { prefixHasNoClashes } from '../../../rules/jumpstart/prefix-has-no-clashes.ts';
import { present } from '../../../src/model/fact.ts';
import { below, prefix } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(prefixHasNoClashes, {
  target: below('s3://churn-models/llama/'),
  pass: { 'files only': { prefix: present(prefix()) } },
  fail: { 'a file that is a folder as well': { prefix: present(prefix({ clashes: ['llama/weights'] })) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
