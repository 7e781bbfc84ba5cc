import { TRAINING_INSTANCE_TYPES } from '../../src/data/training.ts';
import type { Fix } from '../../src/model/fix.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { nearest } from '../../src/reason/nearest.ts';
import { plannedInstances } from '../../src/reason/planned.ts';
import { withTrainingInstanceType } from '../../src/reason/training.ts';

const TYPES = Object.entries(TRAINING_INSTANCE_TYPES.values).flatMap(([family, sizes]) => sizes.split(' ').map((size) => `ml.${family}.${size}`));

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
    const planned = plannedInstances(target);
    const strange = planned.filter(({ type }) => !TYPES.includes(type));
    const evidence = strange.map(({ type, field }) => ({ subject: type, observed: type, expected: nearest(type, TYPES) ?? 'a type for training', field }));
    if (!isNonEmpty(evidence)) return pass(planned.map(({ type }) => type).join(', '));
    const fixes = strange.flatMap(({ type, field }): readonly Fix[] => {
      const value = nearest(type, TYPES);
      return value === undefined ? [] : [{ kind: 'set-field', field: field.map(String), value, why: 'the type that is spelt most alike' }];
    });
    return fail(`${strange.map(({ type }) => type).join(', ')} is not known as a type for training`, evidence, fixes);
  },
});
