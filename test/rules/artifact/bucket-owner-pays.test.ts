import { bucketOwnerPays } from '../../../rules/artifact/bucket-owner-pays.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(bucketOwnerPays, {
  target: serverless(),
  pass: { 'this account’s own bucket': { payer: absent }, 'the other owner pays': { payer: present({ payer: 'BucketOwner' }) } },
  fail: { 'the reader pays': { payer: present({ payer: 'Requester' }) } },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
