import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { existingDeployer } from '../../src/reason/deployer.ts';
import { withAgentAndRole } from '../../src/reason/launch.ts';
import { whyOpen } from '../../src/reason/permission/judge-answers.ts';
import { SAGEMAKER, trustAnswers } from '../../src/reason/trust.ts';

export const agentRoleIsNotSagemakers = defineRule({
  id: 'launch/agent-role-is-not-sagemakers',
  title: 'SageMaker may not assume the agent’s role',
  severity: 'warning',
  basis: 'inference',
  why: 'The agent’s role is for the machine or the service account that the agent runs on; one that trusts SageMaker is mostly an execution role that was named in its place.',
  fix: 'Let the agent run as a role that trusts EC2, the cluster’s identity provider or the account, and not SageMaker.',
  docs: ['https://docs.wandb.ai/launch/setup-launch-sagemaker', 'https://github.com/aws/amazon-sagemaker-operator-for-k8s/issues/126'],
  dependsOn: ['identity/deployer-exists', 'launch/roles-are-apart'],
  appliesTo: withAgentAndRole,
  needs: (target) => ({ role: existingDeployer(target).role }),
  judge: ({ role }, target) => {
    // For `me`, the role may be somebody's user.
    if (role === undefined || (role.state as string) === 'absent') return notApplicable('the agent runs as a user');
    const { value } = role;
    const answers = trustAnswers(value, target);
    if (answers.some(({ result }) => result.decision === 'Allowed')) {
      const evidence = { subject: value.arn, observed: `its trust policy lets ${SAGEMAKER} in`, expected: 'a role of the agent’s own', field: ['deployer'] };
      return fail('The agent’s role is one that SageMaker assumes', [evidence]);
    }
    const open = answers.find(({ result }) => result.possible.includes('Allowed'));
    return open === undefined
      ? pass(`${value.arn} does not trust ${SAGEMAKER}`)
      : cannotTell(...whyOpen(open.result, `whether ${SAGEMAKER} may assume ${value.arn}`));
  },
});
