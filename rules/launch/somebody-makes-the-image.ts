import type { Unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { agentSubject, withNoop } from '../../src/reason/launch.ts';

export const somebodyMakesTheImage = defineRule({
  id: 'launch/somebody-makes-the-image',
  title: 'A queue whose agent builds nothing names its image',
  severity: 'note',
  basis: 'documented',
  why: 'An agent without a builder runs jobs that bring an image only; jobs from code or from git end with an error.',
  fix: 'Name the image as AlgorithmSpecification.TrainingImage, launch image jobs only, or give the agent a builder.',
  docs: ['https://docs.wandb.ai/launch/setup-agent-advanced', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
  predicts: ['Attempted build with noop builder'],
  appliesTo: withNoop,
  needs: () => ({}),
  judge: (_, target) => {
    if (target.image !== undefined) return pass(target.image);
    const open: readonly Unknown[] = [target.unresolved?.['image'] ?? []].flat();
    if (isNonEmpty(open)) return cannotTell(...open);
    const evidence = {
      subject: agentSubject(target),
      observed: 'builder noop, and no image in the queue',
      expected: 'an image, or a builder',
      field: ['agent', 'builder', 'type'],
    };
    return fail('Only jobs that bring an image can run', [evidence]);
  },
});
