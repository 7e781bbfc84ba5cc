import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { roleArnOf } from '../../src/reason/arn.ts';
import { withAgentAndRole } from '../../src/reason/launch.ts';

export const rolesAreApart = defineRule({
  id: 'launch/roles-are-apart',
  title: 'The agent and its jobs run as different roles',
  severity: 'warning',
  basis: 'documented',
  why: 'The agent’s role starts jobs and pushes images, and its jobs’ role is SageMaker’s to assume; as one role, each has the other’s rights, and code that trains can start jobs.',
  fix: 'Make a role of its own for the jobs, which trusts sagemaker.amazonaws.com, and name it as RoleArn of the queue.',
  docs: ['https://docs.wandb.ai/launch/setup-launch-sagemaker', 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
  appliesTo: withAgentAndRole,
  needs: () => ({}),
  judge: (_, { deployer, executionRoleArn }) => {
    const nameOfRole = (arn: string): string | undefined => arn.split('/').at(-1);
    const agent = roleArnOf(deployer);
    // A session's ARN leaves the role's path out, so that names are compared there; they are unique in an account.
    const isSame = agent === executionRoleArn || (agent !== undefined && agent !== deployer && nameOfRole(agent) === nameOfRole(executionRoleArn));
    if (!isSame) return pass('they are two');
    const evidence = { subject: executionRoleArn, observed: 'the role that the agent runs as', expected: 'another role', field: ['executionRoleArn'] };
    return fail('The agent and its jobs run as one role', [evidence]);
  },
});
