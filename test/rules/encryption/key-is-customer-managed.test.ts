import { keyIsCustomerManaged } from '../../../rules/encryption/key-is-customer-managed.ts';
import { present } from '../../../src/model/fact.ts';
import { key } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(keyIsCustomerManaged, {
  target: serverless(),
  pass: { 'a customer’s': { keys: [present(key())] } },
  fail: { 'one that AWS manages': { target: { ...serverless(), kmsKeyId: 'alias/aws/s3' }, keys: [present(key({ manager: 'AWS' }))] } },
  notApplicable: { 'no key': { target: without('kmsKeyId') } },
});
