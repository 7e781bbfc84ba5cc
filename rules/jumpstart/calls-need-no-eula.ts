import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { acceptsOnInvoke, gated, modelSubject } from '../../src/reason/jumpstart.ts';

export const callsNeedNoEula = defineRule({
  id: 'jumpstart/calls-need-no-eula',
  title: 'Calls of the endpoint need not accept a licence',
  severity: 'note',
  basis: 'field-report',
  why: 'The older gated models lie in the open bucket, and their containers answer 424 to every call that does not carry CustomAttributes accept_eula=true.',
  fix: 'Send CustomAttributes accept_eula=true with each InvokeEndpoint, or take a newer version of the model.',
  docs: ['https://github.com/philschmid/easyllm/issues/41', 'https://github.com/langchain-ai/langchainjs/issues/2344'],
  predicts: ['Need to pass custom_attributes='],
  appliesTo: gated,
  needs: () => ({}),
  judge: (_, target) =>
    acceptsOnInvoke(target)
      ? fail('Each call must accept the licence', [
          {
            subject: modelSubject(target),
            observed: `${target.spec.version}, gated, in the open bucket`,
            expected: 'a version in the bucket of gated models',
            field: ['modelVersion'],
          },
        ])
      : pass('the licence is accepted when the model is made'),
});
