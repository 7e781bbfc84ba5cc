import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, withSpec } from '../../src/reason/jumpstart.ts';

export const versionIsNotDeprecated = defineRule({
  id: 'jumpstart/version-is-not-deprecated',
  title: 'The version of the model is not deprecated',
  severity: 'warning',
  basis: 'observed',
  why: 'A deprecated version may stop working without notice; the SDK warns of it, and Studio no longer offers it.',
  fix: 'Leave modelVersion out for the newest version that is not deprecated, or take another model.',
  docs: ['https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/utils.py'],
  predicts: ['is deprecated. Please consider'],
  appliesTo: withSpec,
  needs: () => ({}),
  judge: (_, target) => {
    const { spec, modelVersion = '*' } = target;
    if (!spec.deprecated) return pass(`${spec.version} is not deprecated`);
    const newer = { kind: 'remove-field', field: ['modelVersion'], why: 'the newest version that is not deprecated is taken then' } as const;
    return fail(
      `Version ${spec.version} is deprecated`,
      [{ subject: modelSubject(target), observed: `${spec.version}, deprecated`, expected: 'a version that is not', field: ['modelVersion'] }],
      modelVersion === '*' ? [] : [newer],
    );
  },
});
