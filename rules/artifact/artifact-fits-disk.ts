import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { EPHEMERAL_DISK_GB } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { serverlessWithArtifact } from '../../src/reason/applicability.ts';
import { artifactArn, existingArtifact } from '../../src/reason/requests.ts';

const GB = 1024 ** 3;
const inGb = (bytes: number): string => `${(bytes / GB).toFixed(1)} GB`;

export const artifactFitsDisk = defineRule({
  id: 'artifact/artifact-fits-disk',
  title: 'The model artifact fits on the endpoint’s disk',
  severity: 'warning',
  basis: 'documented',
  why: 'A serverless endpoint has 5 GB of disk whatever its memory, on which the artifact is unpacked.',
  fix: 'Make the model smaller, or deploy it on instances.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  predicts: ['No space left on device', SHARED_MESSAGES.noPing],
  dependsOn: ['artifact/artifact-exists'],
  restsOn: [EPHEMERAL_DISK_GB],
  appliesTo: serverlessWithArtifact,
  needs: (target) => ({ object: existingArtifact(target) }),
  judge: ({ object: { value } }, target) => {
    const disk = EPHEMERAL_DISK_GB.values;
    if (value.size <= disk * GB) return pass(`${inGb(value.size)} of ${disk} GB`);
    const evidence = { subject: artifactArn(target), observed: `${inGb(value.size)}, compressed`, expected: `at most ${disk} GB`, field: ['modelDataUrl'] };
    return fail(`${inGb(value.size)} of artifact for ${disk} GB of disk`, [evidence]);
  },
});
