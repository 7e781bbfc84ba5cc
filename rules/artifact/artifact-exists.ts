import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { objectArn } from '../../src/reason/references.ts';
import { artifactLocation, objectAt } from '../../src/reason/requests.ts';

export const artifactExists = defineRule({
  id: 'artifact/artifact-exists',
  title: 'The model artifact exists',
  severity: 'error',
  basis: 'documented',
  why: 'Without an object at the address of the model data the endpoint’s creation fails while it downloads the model.',
  fix: 'Upload the artifact to that key, or name the key that holds it; keys are case-sensitive.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html'],
  predicts: ['Could not find model data at', 'Failed to download model data for container', 'ensure there is an object located at the URL'],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withArtifact,
  needs: (target) => {
    const location = artifactLocation(target);
    return { object: location && objectAt(target, location) };
  },
  judge: ({ object }, target) => {
    const location = artifactLocation(target);
    if (object?.state === 'present') return pass(`${target.modelDataUrl} holds ${object.value.size} bytes`);
    const subject = location ? objectArn(location, target.region) : target.modelDataUrl;
    const upload = { kind: 'upload-artifact', to: target.modelDataUrl, region: target.region } as const;
    return fail('There is no object at that key', [{ subject, observed: 'no such key', field: ['modelDataUrl'] }], [upload]);
  },
});
