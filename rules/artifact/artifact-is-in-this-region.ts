import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { judgeRegion, plannedArtifact } from '../../src/reason/archives.ts';
import { existingBucket } from '../../src/reason/requests.ts';

export const artifactIsInThisRegion = defineRule({
  id: 'artifact/artifact-is-in-this-region',
  title: 'The model artifact lies in the endpoint’s Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker reads model data only from a bucket of the Region in which the model is created.',
  fix: 'Copy the artifact to a bucket of the endpoint’s Region and name that one, or deploy in the bucket’s Region.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html'],
  predicts: [SHARED_MESSAGES.modelDataNotAccessible, SHARED_MESSAGES.modelDownloadFailed],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withArtifact,
  needs: (target) => ({ bucket: existingBucket(target) }),
  judge: ({ bucket }, target) => judgeRegion(plannedArtifact(target), bucket.value, { account: target.account, region: target.region, here: 'endpoint' }),
});
