import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentSubject, withEnvironmentRegion } from '../../src/reason/launch.ts';

const FIELD = ['agent', 'environment', 'region'] as const;

export const environmentIsInThisRegion = defineRule({
  id: 'launch/environment-is-in-this-region',
  title: 'The agent works in the Region of the plan',
  severity: 'error',
  basis: 'documented',
  why: 'Jobs start, and images are looked for, in the Region of the agent’s environment: buckets, keys, subnets and the repository must be there.',
  fix: 'Name the same Region in the agent’s configuration and in the description.',
  docs: ['https://docs.wandb.ai/launch/setup-agent-advanced', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
  appliesTo: withEnvironmentRegion,
  needs: () => ({}),
  judge: (_, target) => {
    const { region } = target.agent.environment;
    if (region === target.region) return pass(region);
    const evidence = { subject: agentSubject(target), observed: region, expected: target.region, field: FIELD };
    return fail('The agent works in another Region', [evidence], [{ kind: 'set-field', field: FIELD, value: target.region, why: 'the Region of the plan' }]);
  },
});
