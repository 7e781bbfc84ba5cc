import { LIKELY_LOCAL_STORAGE, LOCAL_STORAGE_FAMILIES } from '../../src/data/instances.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { keysOnLocalStorage, withKeyOfHostingInstances } from '../../src/reason/volume-keys.ts';

export const keyEncryptsInstanceStorage = defineRule({
  id: 'encryption/key-encrypts-instance-storage',
  title: 'The KMS key of the endpoint encrypts the storage of its instances',
  severity: 'warning',
  basis: 'documented',
  why: 'Local NVMe storage is encrypted by the instance’s hardware and never by the key; AWS used to refuse such a key at CreateEndpointConfig, and its page no longer says so.',
  fix: 'Leave the key out where the hardware’s encryption will do, or name an instance type without local storage.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html',
    'https://github.com/aws/sagemaker-python-sdk/issues/3677',
  ],
  predicts: ['KMS key is not supported for', 'NVMe instance storage'],
  restsOn: [LOCAL_STORAGE_FAMILIES, LIKELY_LOCAL_STORAGE],
  onlyBeforehand: true,
  appliesTo: withKeyOfHostingInstances,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = keysOnLocalStorage(target, 'documented', 'likely');
    if (!isNonEmpty(evidence)) return pass('no planned type is known to have local storage');
    const why = 'the key does not encrypt the instance type’s local storage';
    return fail(
      'The key does not encrypt the instance type’s local storage',
      evidence,
      evidence.map(({ field }) => ({ kind: 'remove-field', field: field.map(String), why })),
    );
  },
});
