import { existing, unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { existingImage, repositoryOf, withOwnEcrImage } from '../../src/reason/images.ts';
import { parseImageUri } from '../../src/reason/references.ts';

export const imageTagIsFixed = defineRule({
  id: 'image/image-tag-is-fixed',
  title: 'The image’s name cannot come to mean another image',
  severity: 'note',
  basis: 'documented',
  why: 'A tag that may be moved lets a restart pull another image than the one that was tested.',
  fix: 'Name the image by digest, or make the repository’s tags immutable.',
  docs: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html',
  ],
  dependsOn: ['image/repository-exists', 'image/image-exists'],
  appliesTo: withOwnEcrImage,
  needs: (target) => ({ repository: existing(repositoryOf(target), 'image/repository-exists'), image: existingImage(target) }),
  judge: ({ repository, image }, target) => {
    const { digest, tag = 'latest', registry, repository: name } = parseImageUri(target.image) ?? {};
    const { tagMutability } = repository.value;
    if (digest !== undefined) return pass('it is named by digest');
    if (tagMutability === 'IMMUTABLE') return pass('the repository’s tags are immutable');
    if (tagMutability.endsWith('_WITH_EXCLUSION'))
      return cannotTell(
        unknown('unsupported', `the repository excludes some tags from being ${tagMutability.split('_')[0]?.toLowerCase()} — see which in the console`),
      );
    const evidence = { subject: target.image, observed: `tag ${tag}, which may be moved`, expected: 'a digest, or immutable tags', field: ['image'] };
    return fail(
      'The tag may come to name another image',
      [evidence],
      [{ kind: 'use-image', from: target.image, to: `${registry}/${name}@${image.value.digest}` }],
    );
  },
});
