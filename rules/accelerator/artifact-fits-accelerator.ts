import { ACCELERATORS } from '../../src/data/accelerators.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { acceleratedArtifact, acceleratorOf } from '../../src/reason/accelerators.ts';
import { artifactArn, existingArtifact } from '../../src/reason/requests.ts';

const GB = 1024 ** 3;

const gigabytes = (size: number): string => `${(size / GB).toFixed(1)} GB`;

export const artifactFitsAccelerator = defineRule({
  id: 'accelerator/artifact-fits-accelerator',
  title: 'The accelerator’s memory is at least as large as the model artifact',
  severity: 'warning',
  basis: 'documented',
  why: 'The guide asks for an accelerator whose memory is as large as the model’s file at least; the archive is compressed, so one that is larger already will hardly load.',
  fix: 'Choose an accelerator type with more memory, or make the model smaller.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html'],
  dependsOn: ['artifact/artifact-exists'],
  appliesTo: acceleratedArtifact,
  needs: (target) => ({ object: existingArtifact(target) }),
  judge: ({ object: { value } }, target) => {
    const accelerator = acceleratorOf(target.acceleratorType);
    if (accelerator === undefined) return notApplicable(acceleratedArtifact.otherwise);
    const words = `${gigabytes(value.size)} of artifact, ${accelerator.memoryInGB} GB in ${accelerator.type}`;
    if (value.size <= accelerator.memoryInGB * GB) return pass(words);
    const field = ['acceleratorType'];
    const evidence = {
      subject: artifactArn(target),
      observed: `${gigabytes(value.size)}, compressed`,
      expected: `at most ${accelerator.memoryInGB} GB`,
      field,
    };
    const larger = ACCELERATORS.values.find(({ memoryInGB }) => memoryInGB * GB >= value.size);
    return fail(words, [evidence], larger === undefined ? [] : [{ kind: 'set-field', field, value: larger.type, why: 'the smallest that holds the archive' }]);
  },
});
