import { prefixHasNoEmptyFolders } from '../../../rules/jumpstart/prefix-has-no-empty-folders.ts';
import { present } from '../../../src/model/fact.ts';
import { below, prefix } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(prefixHasNoEmptyFolders, {
  target: below('s3://churn-models/llama/'),
  pass: { 'files only': { prefix: present(prefix()) } },
  fail: { 'a folder of the console’s': { prefix: present(prefix({ emptyFolders: ['llama/'] })) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
