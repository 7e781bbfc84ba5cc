import { prefixHoldsFiles } from '../../../rules/jumpstart/prefix-holds-files.ts';
import { present } from '../../../src/model/fact.ts';
import { below, CONTENT_PREFIX, prefix } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(prefixHoldsFiles, {
  target: below('s3://churn-models/llama/'),
  pass: { files: { prefix: present(prefix()) }, 'files and a folder': { prefix: present(prefix({ emptyFolders: ['llama/'] })) } },
  fail: { nothing: { prefix: present(prefix({ objects: 0 })) }, 'a folder only': { prefix: present(prefix({ objects: 1, emptyFolders: ['llama/'] })) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a model of AWS’s own': { target: below(CONTENT_PREFIX) } },
});
