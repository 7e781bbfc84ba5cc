import { keyLikelySuitsInstanceType } from '../../../rules/encryption/key-likely-suits-instance-type.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, KEY } from '../../support/targets.ts';

testRule(keyLikelySuitsInstanceType, {
  target: elastic({ kmsKeyId: KEY }),
  pass: { 'a type with block storage': {} },
  fail: { 'a family with local storage by report': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g5.2xlarge' }) } },
  notApplicable: { 'no key': { target: elastic() } },
});
