import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { judgePresence, plannedArtifact } from '../../src/reason/archives.ts';
import { artifactLocation, objectAt } from '../../src/reason/requests.ts';

export const artifactExists = defineRule({
  id: 'artifact/artifact-exists',
  title: 'The model artifact exists',
  severity: 'error',
  basis: 'documented',
  why: 'Without an object at the address of the model data the endpoint’s creation fails while it downloads the model.',
  fix: 'Upload the artifact to that key, or name the key that holds it; keys are case-sensitive.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html'],
  predicts: ['Could not find model data at', SHARED_MESSAGES.modelDataNotAccessible, SHARED_MESSAGES.modelDownloadFailed],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withArtifact,
  needs: (target) => {
    const location = artifactLocation(target);
    return { object: location && objectAt(target, location) };
  },
  judge: ({ object }, target) => judgePresence(plannedArtifact(target), object, target),
});
