import { LIKELY_LOCAL_STORAGE } from '../../src/data/instances.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { keysOnLocalStorage, withVolumeKey } from '../../src/reason/volume-keys.ts';

export const keyLikelySuitsInstanceType = defineRule({
  id: 'encryption/key-likely-suits-instance-type',
  title: 'No KMS key is named for instances that AWS’s Python SDK takes for ones with local storage',
  severity: 'warning',
  basis: 'field-report',
  why: 'AWS’s own SDK leaves the volume’s key out for these families, since requests that named one were refused; AWS publishes no list of them.',
  fix: 'Leave the volume’s key out, or name an instance type without local storage.',
  docs: ['https://github.com/aws/sagemaker-python-sdk/issues/3677', 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html'],
  predicts: ['KMS key is not supported for', 'NVMe instance storage'],
  dependsOn: ['encryption/key-suits-instance-type'],
  restsOn: [LIKELY_LOCAL_STORAGE],
  onlyBeforehand: true,
  appliesTo: withVolumeKey,
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
