import { LIKELY_LOCAL_STORAGE } from '../../src/data/instances.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { keysOnLocalStorage, withKeyOfTrainingInstances } from '../../src/reason/volume-keys.ts';

export const keyLikelySuitsInstanceType = defineRule({
  id: 'encryption/key-likely-suits-instance-type',
  title: 'No KMS key is named for training instances of new families that probably have local storage',
  severity: 'warning',
  basis: 'inference',
  why: 'AWS takes no volume key for training on local storage; the rest of these families’ lines has it, and of them EC2’s list was not seen to speak: a warning.',
  fix: 'Leave the volume’s key out, or name an instance type without local storage.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html',
  ],
  predicts: ['KMS key is not supported for', 'NVMe instance storage'],
  dependsOn: ['encryption/key-suits-instance-type'],
  restsOn: [LIKELY_LOCAL_STORAGE],
  onlyBeforehand: true,
  appliesTo: withKeyOfTrainingInstances,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = keysOnLocalStorage(target, 'likely');
    if (!isNonEmpty(evidence)) return pass('no planned type is among these families');
    const why = 'the instance type’s local storage probably takes no key';
    return fail(
      'The instance type’s storage probably takes no key',
      evidence,
      evidence.map(({ field }) => ({ kind: 'remove-field', field: field.map(String), why })),
    );
  },
});
