import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentSubject, launch } from '../../src/reason/launch.ts';

export const environmentIsAws = defineRule({
  id: 'launch/environment-is-aws',
  title: 'The agent’s environment is AWS, in a Region that is named',
  severity: 'warning',
  basis: 'documented',
  why: 'The agent starts jobs in the Region of its environment; without one it takes whatever Region its machine is set to, and for building it has no AWS at all.',
  fix: 'Write environment with type aws and the Region into the agent’s configuration.',
  docs: ['https://docs.wandb.ai/launch/setup-agent-advanced', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/loader.py'],
  predicts: ['Could not create Sagemaker runner. Environment must be an instance of AwsEnvironment', 'Could not create environment from config'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const { type, region } = target.agent.environment ?? {};
    if (type === 'aws' && region !== undefined) return pass(`aws, ${region}`);
    const evidence = {
      subject: agentSubject(target),
      observed: `environment.type is ${type ?? 'missing'}, environment.region ${region ?? 'missing'}`,
      expected: `type aws, region ${target.region}`,
      field: ['agent', 'environment'],
    };
    return fail('The agent’s environment is not AWS in a named Region', [evidence]);
  },
});
