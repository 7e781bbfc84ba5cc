import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { modelSubject, withSpec } from '../../src/reason/jumpstart.ts';
import { plannedInstances } from '../../src/reason/planned.ts';

export const instanceTypeIsSupported = defineRule({
  id: 'jumpstart/instance-type-is-supported',
  title: 'The model’s specification names the planned instance type',
  severity: 'warning',
  basis: 'inference',
  why: 'AWS lists the instance types that it tried each model on; on others the container may run out of memory, or miss the accelerator that it was built for.',
  fix: 'Take one of the listed types, or try the model out on yours.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-latest.html',
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/types.py',
  ],
  appliesTo: withSpec,
  needs: () => ({}),
  judge: (_, target) => {
    const { supportedInstanceTypes: supported } = target.spec;
    const planned = plannedInstances(target);
    if (planned.length === 0 || !isNonEmpty(supported)) return notApplicable('the plan or the specification names no instance types');
    const others = planned
      .filter(({ type }) => !supported.includes(type))
      .map(({ type, field }) => ({ subject: modelSubject(target), observed: type, expected: `one of ${supported.join(', ')}`, field }));
    if (!isNonEmpty(others)) return pass(`${planned.map(({ type }) => type).join(', ')} is supported`);
    const why = 'the model’s specification names it';
    return fail(
      `${others.map(({ observed }) => observed).join(', ')} is not among the model’s types`,
      others,
      others.map(({ field }) => ({ kind: 'set-field', field, value: supported[0], why })),
    );
  },
});
