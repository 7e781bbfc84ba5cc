import { keyExists } from '../../../rules/encryption/key-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { key } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { KEY, serverless, without } from '../../support/targets.ts';

const named = (kmsKeyId: string) => ({ ...serverless(), kmsKeyId });

testRule(keyExists, {
  target: named(KEY),
  pass: { 'by ARN': { keys: [present(key())] }, 'by alias': { target: named('alias/churn'), keys: [present(key())] } },
  fail: {
    'no such key': { keys: [absent] },
    'a key of another Region': { target: named(KEY.replace('us-east-1', 'eu-west-1')), keys: [present(key({ region: 'eu-west-1' }))] },
  },
  notApplicable: { 'no key': { target: without('kmsKeyId') } },
});
