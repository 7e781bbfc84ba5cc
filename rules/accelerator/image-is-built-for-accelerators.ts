import { ACCELERATED_ALGORITHMS } from '../../src/data/accelerators.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { acceleratedImage, isBuiltForAccelerators } from '../../src/reason/accelerators.ts';
import { parseImageUri } from '../../src/reason/references.ts';
import { isAwsRegistry } from '../../src/reason/registries.ts';

const EXPECTED = `a repository whose name ends in -eia, or the algorithms ${ACCELERATED_ALGORITHMS.values.join(' and ')}`;

export const imageIsBuiltForAccelerators = defineRule({
  id: 'accelerator/image-is-built-for-accelerators',
  title: 'An image of AWS’s own is one that was built for Elastic Inference',
  severity: 'error',
  basis: 'documented',
  why: 'Only AWS’s builds of TensorFlow, MXNet and PyTorch for Elastic Inference, and two built-in algorithms on MXNet, speak to an accelerator; another container is refused or never healthy.',
  fix: 'Name the image of the framework whose repository ends in -eia.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html', 'https://github.com/aws/sagemaker-huggingface-inference-toolkit/issues/19'],
  predicts: ['Unsupported image scope: eia', 'The primary container,accelerator for production variant did not pass the ping health check'],
  appliesTo: acceleratedImage,
  needs: () => ({}),
  judge: (_, { image }) => {
    const { repository, ecr } = parseImageUri(image) ?? {};
    if (repository === undefined || !isAwsRegistry(ecr?.account ?? ''))
      return notApplicable('the image is one of your own: its name does not tell which framework it holds');
    if (isBuiltForAccelerators(repository)) return pass(`${repository} was built for Elastic Inference`);
    return fail(`${repository} was not built for Elastic Inference`, [{ subject: image, observed: repository, expected: EXPECTED, field: ['image'] }]);
  },
});
