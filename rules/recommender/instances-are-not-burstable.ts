import { BURSTABLE_FAMILIES } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { withInstances } from '../../src/reason/instance-quota.ts';
import { familyOf } from '../../src/reason/instance-types.ts';
import { plannedInstances } from '../../src/reason/planned.ts';

export const instancesAreNotBurstable = defineRule({
  id: 'recommender/instances-are-not-burstable',
  title: 'No burstable instance type is tested',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender refuses to load instances of the t2 family, whose performance is not steady.',
  fix: 'Name another type, such as ml.m5.large.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html'],
  predicts: ['Burstable instance type', 'is not allowed'],
  restsOn: [BURSTABLE_FAMILIES],
  onlyBeforehand: true,
  appliesTo: withInstances,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = plannedInstances(target)
      .filter(({ type }) => BURSTABLE_FAMILIES.values.includes(familyOf(type)))
      .map(({ type, field }) => ({ subject: type, observed: `${type} is burstable`, expected: 'a type of another family', field }));
    return isNonEmpty(evidence)
      ? fail(`${evidence.map(({ subject }) => subject).join(', ')} cannot be tested`, evidence)
      : pass('no planned type is burstable');
  },
});
