import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { localStorageOf } from '../../src/reason/instance-types.ts';
import { launch } from '../../src/reason/launch.ts';
import { openAt } from '../../src/reason/open-fields.ts';

const FIELD = ['trainingJob', 'resourceConfig', 'volumeSizeInGB'] as const;

export const volumeHasASize = defineRule({
  id: 'launch/volume-has-a-size',
  title: 'The queue names the size of the training volume',
  severity: 'error',
  basis: 'documented',
  why: 'Instances without storage of their own get a volume of EBS, whose size CreateTrainingJob must be told.',
  fix: 'Add VolumeSizeInGB to ResourceConfig.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
  predicts: ['Missing required parameter in ResourceConfig: "VolumeSizeInGB"'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const { instanceType, volumeSizeInGB } = target.trainingJob?.resourceConfig ?? {};
    if (volumeSizeInGB !== undefined) return pass(`${volumeSizeInGB} GB`);
    const open = openAt(target, 'trainingJob', 'resourceConfig');
    if (isNonEmpty(open)) return cannotTell(...open);
    if (instanceType === undefined) return notApplicable('no instance type is named');
    if (localStorageOf(instanceType) !== 'no') return pass(`${instanceType} has storage of its own`);
    return fail('The size of the volume is missing', [{ subject: instanceType, observed: 'no VolumeSizeInGB', expected: 'a size in GB', field: FIELD }]);
  },
});
