import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withTrainingVolumeKey } from '../../src/reason/training.ts';

const FIELD = ['trainingJob', 'resourceConfig', 'volumeKmsKeyId'] as const;
const ALIAS = /^(?:alias\/|arn:[^:]+:kms:[^:]*:[^:]*:alias\/)/;

export const volumeKeyIsNamedItself = defineRule({
  id: 'training/volume-key-is-named-itself',
  title: 'The training volume’s key is named by id or ARN, not by an alias',
  severity: 'error',
  basis: 'documented',
  why: 'VolumeKmsKeyId takes a key’s id or its ARN; aliases are for the key of the output only.',
  fix: 'Name the key that the alias stands for by its ARN.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html'],
  onlyBeforehand: true,
  appliesTo: withTrainingVolumeKey,
  needs: () => ({}),
  judge: (_, target) => {
    const { volumeKmsKeyId: keyId } = target.trainingJob.resourceConfig;
    if (!ALIAS.test(keyId)) return pass(keyId);
    return fail('The volume’s key is named by an alias', [{ subject: keyId, observed: keyId, expected: 'a key id or key ARN', field: FIELD }]);
  },
});
