import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { destinationOf, existingDestination, pushing } from '../../src/reason/launch.ts';

export const destinationTagsAreFixed = defineRule({
  id: 'launch/destination-tags-are-fixed',
  title: 'Tags of built images cannot come to mean another image',
  severity: 'note',
  basis: 'documented',
  why: 'The agent tags an image by its source and builds nothing where the tag is there; if tags may be moved, a run may get another image than its source makes.',
  fix: 'Make the repository’s tags immutable.',
  docs: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html', 'https://docs.wandb.ai/launch/setup-agent-advanced'],
  dependsOn: ['launch/destination-exists'],
  appliesTo: pushing,
  needs: (target) => ({ repository: existingDestination(target) }),
  judge: (
    {
      repository: {
        value: { arn, tagMutability },
      },
    },
    target,
  ) => {
    if (tagMutability === 'IMMUTABLE') return pass('the repository’s tags are immutable');
    if (tagMutability.endsWith('_WITH_EXCLUSION'))
      return cannotTell(unknown('unsupported', `${arn} treats some tags otherwise than the rest (${tagMutability}) — see which in the console`));
    const { field } = destinationOf(target) ?? { field: [] };
    return fail('Tags may be moved', [{ subject: arn, observed: tagMutability, expected: 'IMMUTABLE', field }]);
  },
});
