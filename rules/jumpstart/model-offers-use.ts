import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, specOfModel, withPublicModel } from '../../src/reason/jumpstart.ts';

const NO_SPECIFICATION = unknown('failed', 'the manifest names a specification that is not there — run again, or name another modelVersion');

export const modelOffersUse = defineRule({
  id: 'jumpstart/model-offers-use',
  title: 'The model can be used as the plan means to',
  severity: 'error',
  basis: 'observed',
  why: 'Not every model of JumpStart can be trained; its specification says so, and the SDK refuses to make a training job of such a one.',
  fix: 'Take a model that can be trained, or host it as it is.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-fine-tune.html',
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/utils.py',
  ],
  predicts: ['does not support training'],
  dependsOn: ['jumpstart/version-exists'],
  appliesTo: withPublicModel,
  needs: (target) => ({ spec: specOfModel(target) }),
  judge: ({ spec }, target) => {
    if (spec.state === 'absent') return cannotTell(NO_SPECIFICATION);
    const { version, training, trainingSupported, hosting } = spec.value;
    if (target.use === 'training' ? trainingSupported && training !== undefined : hosting !== undefined) return pass(`${version} offers ${target.use}`);
    return fail(`Version ${version} offers no ${target.use}`, [
      { subject: modelSubject(target), observed: `no ${target.use}`, expected: `a model that offers ${target.use}`, field: ['use'] },
    ]);
  },
});
