import { TRAINING_INSTANCE_TYPES } from '../../src/data/training.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { nearest } from '../../src/reason/nearest.ts';
import { withTrainingInstanceType } from '../../src/reason/training.ts';

const TYPES = Object.entries(TRAINING_INSTANCE_TYPES.values).flatMap(([family, sizes]) => sizes.split(' ').map((size) => `ml.${family}.${size}`));
const FIELD = ['trainingJob', 'resourceConfig', 'instanceType'] as const;

export const instanceTypeIsKnown = defineRule({
  id: 'training/instance-type-is-known',
  title: 'SageMaker trains on instances of this type',
  severity: 'warning',
  basis: 'api-model',
  why: 'CreateTrainingJob takes the types of its own list, each with ml. before it; this program’s copy may lack the newest.',
  fix: 'Name a type of the list.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html'],
  predicts: ["Value at 'resourceConfig.instanceType' failed to satisfy constraint: Member must satisfy enum value set"],
  restsOn: [TRAINING_INSTANCE_TYPES],
  onlyBeforehand: true,
  appliesTo: withTrainingInstanceType,
  needs: () => ({}),
  judge: (_, target) => {
    const { instanceType } = target.trainingJob.resourceConfig;
    if (TYPES.includes(instanceType)) return pass(instanceType);
    const value = nearest(instanceType, TYPES);
    const evidence = { subject: instanceType, observed: instanceType, expected: value ?? 'a type for training', field: FIELD };
    return fail(
      `${instanceType} is not known as a type for training`,
      [evidence],
      value === undefined ? [] : [{ kind: 'set-field', field: FIELD, value, why: 'the type that is spelt most alike' }],
    );
  },
});
