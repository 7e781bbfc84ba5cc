import { bucketBelongsToThisAccount } from '../../../rules/artifact/bucket-belongs-to-this-account.ts';
import { present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(bucketBelongsToThisAccount, {
  target: serverless(),
  pass: { ours: { bucket: present(bucket()) } },
  fail: { 'somebody else’s': { bucket: present(bucket({ owner: 'other' })) } },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
