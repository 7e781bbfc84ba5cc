import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { acceptsOnInvoke, gated, modelSubject } from '../../src/reason/jumpstart.ts';

export const eulaIsAccepted = defineRule({
  id: 'jumpstart/eula-is-accepted',
  title: 'The licence of the model is accepted',
  severity: 'error',
  basis: 'documented',
  why: 'A gated model is handed out only to a request that accepts its licence: ModelAccessConfig.AcceptEula of the model, or accept_eula of the SDK.',
  fix: 'Read the licence, and set acceptEula to true.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelAccessConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-choose-eula.html',
  ],
  predicts: ['requires accepting end-user license agreement (EULA)'],
  appliesTo: gated,
  needs: () => ({}),
  judge: (_, target) => {
    if (target.acceptEula === true || target.modelDataSource?.acceptEula === true) return pass('acceptEula is true');
    if (acceptsOnInvoke(target)) return notApplicable('the licence of this model is accepted with each call of its endpoint');
    return fail(
      'The licence of the model is not accepted',
      [{ subject: modelSubject(target), observed: `${target.acceptEula ?? 'not said'}`, expected: 'true', field: ['acceptEula'] }],
      [{ kind: 'set-field', field: ['acceptEula'], value: true, why: 'once you have read and accepted the licence' }],
    );
  },
});
