import { LOCAL_STORAGE_FAMILIES } from '../../src/data/instances.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { keysOnLocalStorage, withKeyOfTrainingInstances } from '../../src/reason/volume-keys.ts';

export const keySuitsInstanceType = defineRule({
  id: 'encryption/key-suits-instance-type',
  title: 'No KMS key is named for training instances whose storage takes none',
  severity: 'error',
  basis: 'documented',
  why: 'Instances with local NVMe storage encrypt it in hardware; AWS takes no volume key for training on a type that EC2 lists with instance store volumes.',
  fix: 'Leave the volume’s key out, or name an instance type without local storage.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html',
  ],
  predicts: ['KMS key is not supported for', 'NVMe instance storage'],
  restsOn: [LOCAL_STORAGE_FAMILIES],
  onlyBeforehand: true,
  appliesTo: withKeyOfTrainingInstances,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = keysOnLocalStorage(target, 'documented');
    if (!isNonEmpty(evidence)) return pass('no planned type is known to have local storage');
    const why = 'the instance type’s local storage takes no key';
    return fail(
      'The instance type’s storage takes no key',
      evidence,
      evidence.map(({ field }) => ({ kind: 'remove-field', field: field.map(String), why })),
    );
  },
});
