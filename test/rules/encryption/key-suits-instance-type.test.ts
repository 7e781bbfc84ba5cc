import { keySuitsInstanceType } from '../../../rules/encryption/key-suits-instance-type.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, KEY, recommender, serverless } from '../../support/targets.ts';

const training = (instanceType: string) => jumpStartTraining({ trainingJob: { resourceConfig: { instanceType, volumeKmsKeyId: KEY } } });

testRule(keySuitsInstanceType, {
  target: training('ml.m5.xlarge'),
  pass: {
    'a type with block storage': {},
    'a family of which nothing is documented': { target: training('ml.g7.2xlarge') },
  },
  fail: {
    'local storage by its letter': { target: training('ml.r5d.large') },
    'a family that SageMaker’s page names': { target: training('ml.p4d.24xlarge') },
    'a family that EC2’s list names': { target: training('ml.g5.12xlarge') },
    'accelerators of AWS’s own': { target: training('ml.trn1.32xlarge') },
    'a family with a hyphen': { target: training('ml.p6-b200.48xlarge') },
  },
  notApplicable: {
    'no key': { target: jumpStartTraining({ trainingJob: { resourceConfig: { instanceType: 'ml.g5.12xlarge' } } }) },
    'an endpoint, whose key is only of no use': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g5.2xlarge' }) },
    'a serverless endpoint': { target: serverless() },
    'tested endpoints': { target: recommender({ volumeKmsKeyId: KEY, endpointConfigurations: [{ instanceType: 'ml.c6gd.large' }] }) },
  },
});
