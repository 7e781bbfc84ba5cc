import { keySuitsInstanceType } from '../../../rules/encryption/key-suits-instance-type.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, KEY, recommender, serverless } from '../../support/targets.ts';

const training = (instanceType: string) => jumpStartTraining({ trainingJob: { resourceConfig: { instanceType, volumeKmsKeyId: KEY } } });

testRule(keySuitsInstanceType, {
  target: elastic({ kmsKeyId: KEY }),
  pass: {
    'a type with block storage': {},
    'a family of which nothing is documented': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g5.2xlarge' }) },
    'training on a type with block storage': { target: training('ml.m5.xlarge') },
  },
  fail: {
    'an endpoint with local storage': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g4dn.xlarge' }) },
    'training with local storage': { target: training('ml.p4d.24xlarge') },
    'one of the tested types': {
      target: recommender({ volumeKmsKeyId: KEY, endpointConfigurations: [{ instanceType: 'ml.m5.large' }, { instanceType: 'ml.c6gd.large' }] }),
    },
  },
  notApplicable: {
    'no key': { target: elastic() },
    'a serverless endpoint': { target: serverless() },
    'an output key alone': { target: recommender({ outputKmsKeyId: KEY }) },
  },
});
