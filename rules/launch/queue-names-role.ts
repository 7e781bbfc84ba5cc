import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { launch, queueSubject } from '../../src/reason/launch.ts';
import { openAt } from '../../src/reason/open-fields.ts';

export const queueNamesRole = defineRule({
  id: 'launch/queue-names-role',
  title: 'The queue, or else the agent, names the role of the jobs',
  severity: 'error',
  basis: 'documented',
  why: 'The agent takes the execution role from RoleArn in the queue, or from runner.role_arn in its own configuration; without either it ends the run.',
  fix: 'Add RoleArn to the queue’s configuration.',
  docs: ['https://docs.wandb.ai/launch/setup-launch-sagemaker', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py'],
  predicts: ['AWS sagemaker require a string RoleArn'],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    if (target.executionRoleArn !== undefined) return pass(target.executionRoleArn);
    const open = openAt(target, 'queue', 'roleArn');
    if (isNonEmpty(open)) return cannotTell(...open);
    const evidence = { subject: queueSubject(target), observed: 'no RoleArn, and no runner.role_arn', expected: 'RoleArn', field: ['queue', 'roleArn'] };
    return fail('No execution role is named', [evidence]);
  },
});
