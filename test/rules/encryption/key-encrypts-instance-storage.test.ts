import { keyEncryptsInstanceStorage } from '../../../rules/encryption/key-encrypts-instance-storage.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStartTraining, KEY, recommender, serverless } from '../../support/targets.ts';

testRule(keyEncryptsInstanceStorage, {
  target: elastic({ kmsKeyId: KEY }),
  pass: { 'a type with block storage': {} },
  fail: {
    'an endpoint with local storage': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g4dn.xlarge' }) },
    'an endpoint of a family without the d': { target: elastic({ kmsKeyId: KEY, instanceType: 'ml.g5.2xlarge' }) },
    'one of the tested types': {
      target: recommender({ volumeKmsKeyId: KEY, endpointConfigurations: [{ instanceType: 'ml.m5.large' }, { instanceType: 'ml.c6gd.large' }] }),
    },
  },
  notApplicable: {
    'no key': { target: elastic() },
    'a serverless endpoint': { target: serverless() },
    'an output key alone': { target: recommender({ outputKmsKeyId: KEY }) },
    'a training job': { target: jumpStartTraining({ kmsKeyId: KEY }) },
  },
});
