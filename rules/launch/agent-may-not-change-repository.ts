import { changeRepository } from '../../src/data/permissions/launch.ts';
import type { Unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { builtImage, pushingAgent } from '../../src/reason/launch.ts';
import { answersFor } from '../../src/reason/permission/answers.ts';
import { isOpen, openBecause } from '../../src/reason/permission/judge-answers.ts';
import { neededFor, wantedFor } from '../../src/reason/permission/questions.ts';

const CHANGES = changeRepository(builtImage);

export const agentMayNotChangeRepository = defineRule({
  id: 'launch/agent-may-not-change-repository',
  title: 'The agent may not delete its repository or change how it is kept',
  severity: 'note',
  basis: 'documented',
  why: 'Older versions of W&B’s guide granted the agent to delete the repository and its policies, which it never does; whoever takes over the agent could.',
  fix: 'Leave the actions out of the agent’s policy: a push needs none of them.',
  docs: [
    'https://docs.wandb.ai/launch/setup-launch-sagemaker',
    'https://docs.wandb.ai/launch/setup-agent-advanced',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  dependsOn: ['identity/deployer-exists', 'launch/destination-exists'],
  appliesTo: pushingAgent,
  needs: (target) => neededFor(CHANGES, target),
  wants: (target) => wantedFor(CHANGES, target),
  judge: (facts, target) => {
    const answers = answersFor(CHANGES, facts, target);
    const evidence = answers.flatMap((answer) =>
      'result' in answer && answer.result.decision === 'Allowed'
        ? [{ subject: answer.about.principalArn, observed: `${answer.action} is allowed on ${answer.about.resourceArn}`, expected: 'not allowed' }]
        : [],
    );
    if (isNonEmpty(evidence)) return fail('The agent may do more with its repository than it does', evidence);
    const open: readonly Unknown[] = answers.filter(isOpen).flatMap(openBecause);
    return isNonEmpty(open) ? cannotTell(...open) : pass('none of it is allowed');
  },
});
