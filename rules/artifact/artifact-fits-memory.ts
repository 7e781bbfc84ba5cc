import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { MEMORY_SIZES_MB } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withServerlessConfigAndArtifact } from '../../src/reason/applicability.ts';
import { artifactArn, existingArtifact } from '../../src/reason/requests.ts';

const MB = 1024 ** 2;

export const artifactFitsMemory = defineRule({
  id: 'artifact/artifact-fits-memory',
  title: 'The endpoint’s memory is at least as large as the model artifact',
  severity: 'warning',
  basis: 'documented',
  why: 'AWS advises a memory at least as large as the model; the archive is compressed, so an artifact that is larger already will hardly load.',
  fix: 'Choose a larger memory size, or make the model smaller.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  predicts: [SHARED_MESSAGES.noPing, 'out of memory'],
  dependsOn: ['artifact/artifact-exists'],
  appliesTo: withServerlessConfigAndArtifact,
  needs: (target) => ({ object: existingArtifact(target) }),
  judge: ({ object: { value } }, target) => {
    const { memorySizeInMB } = target.serverlessConfig;
    const size = Math.ceil(value.size / MB);
    if (value.size <= memorySizeInMB * MB) return pass(`${size} MB of artifact, ${memorySizeInMB} MB of memory`);
    const field = ['serverlessConfig', 'memorySizeInMB'];
    const evidence = { subject: artifactArn(target), observed: `${size} MB, compressed`, expected: `at most ${memorySizeInMB} MB`, field };
    const larger = MEMORY_SIZES_MB.values.find((offered) => offered * MB >= value.size);
    const fixes = larger === undefined ? [] : [{ kind: 'set-field', field, value: larger, why: 'the smallest size that holds the archive' } as const];
    return fail(`${size} MB of artifact for ${memorySizeInMB} MB of memory`, [evidence], fixes);
  },
});
