import { keyLikelySuitsInstanceType } from '../../../rules/encryption/key-likely-suits-instance-type.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, KEY } from '../../support/targets.ts';

const training = (instanceType: string) => jumpStartTraining({ trainingJob: { resourceConfig: { instanceType, volumeKmsKeyId: KEY } } });

testRule(keyLikelySuitsInstanceType, {
  target: training('ml.m5.xlarge'),
  pass: { 'a type with block storage': {} },
  fail: { 'a family of which EC2’s list was not seen to speak': { target: training('ml.g7.2xlarge') } },
  notApplicable: { 'no key': { target: jumpStartTraining() } },
});
