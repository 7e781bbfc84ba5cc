import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentSubject, withKaniko } from '../../src/reason/launch.ts';

export const kanikoSecretIsWhole = defineRule({
  id: 'launch/kaniko-secret-is-whole',
  title: 'Kaniko’s secret has both a name and a key, or there is none',
  severity: 'error',
  basis: 'documented',
  why: 'Pods of builds get credentials from a secret that is named by secret-name and secret-key, or from their service account; the agent refuses one without the other.',
  fix: 'Name both, or neither where the service account has a role.',
  docs: ['https://docs.wandb.ai/launch/setup-agent-advanced', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/builder/kaniko_builder.py'],
  predicts: ['Both secret_name and secret_key or neither must be specified for kaniko build. You provided only one of them'],
  appliesTo: withKaniko,
  needs: () => ({}),
  judge: (_, target) => {
    const { secretName = '', secretKey = '' } = target.agent.builder;
    if ((secretName === '') === (secretKey === ''))
      return pass(secretName === '' ? 'builds take the role of their service account' : `${secretKey} of ${secretName}`);
    const [there, missing, name] =
      secretName === '' ? (['secret-key', 'secret-name', 'secretKey'] as const) : (['secret-name', 'secret-key', 'secretName'] as const);
    return fail(`${there} stands without ${missing}`, [
      { subject: agentSubject(target), observed: `${there} alone`, expected: `${missing} as well, or neither`, field: ['agent', 'builder', name] },
    ]);
  },
});
