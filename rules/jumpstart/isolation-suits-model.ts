import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingSpec, modelSubject, withPublicModel } from '../../src/reason/jumpstart.ts';

export const isolationSuitsModel = defineRule({
  id: 'jumpstart/isolation-suits-model',
  title: 'The plan isolates no model that its specification leaves open',
  severity: 'warning',
  basis: 'inference',
  why: 'A model whose specification does not ask for isolation may fetch its weights or its packages when the container starts, which an isolated one cannot.',
  fix: 'Leave enableNetworkIsolation out, so that the specification decides, or try the model out.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
  ],
  dependsOn: ['jumpstart/version-exists'],
  appliesTo: withPublicModel,
  needs: (target) => ({ spec: existingSpec(target) }),
  judge: ({ spec: { value: spec } }, target) => {
    const asked = target.use === 'training' ? spec.trainingIsolation : spec.hostingIsolation;
    const isolated = target.enableNetworkIsolation ?? asked;
    if (asked || !isolated) return pass(isolated ? 'the plan isolates the model, as its specification does' : 'the plan does not isolate the model');
    return fail(
      'The plan isolates a model whose specification does not',
      [{ subject: modelSubject(target), observed: 'true', expected: 'false', field: ['enableNetworkIsolation'] }],
      [{ kind: 'remove-field', field: ['enableNetworkIsolation'], why: 'the specification says what the model takes' }],
    );
  },
});
