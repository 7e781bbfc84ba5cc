import { defineRule } from '../../src/model/rule.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { judgeGzip, plannedArtifact, startOf } from '../../src/reason/archives.ts';
import { artifactLocation } from '../../src/reason/requests.ts';

export const artifactIsGzipTar = defineRule({
  id: 'artifact/artifact-is-gzip-tar',
  title: 'The model artifact is one gzip-compressed tar archive',
  severity: 'error',
  basis: 'documented',
  why: 'ModelDataUrl must name a single archive that ends in .tar.gz, which SageMaker unpacks for the container; anything else fails while the model is downloaded.',
  fix: 'Pack the model with `tar -czf model.tar.gz` and upload that file.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html'],
  predicts: ['Please ensure that the object located at the URL is a valid tar.gz archive', 'failed to unpack model data'],
  dependsOn: ['artifact/artifact-exists', 'artifact/artifact-is-not-archived'],
  appliesTo: withArtifact,
  needs: () => ({}),
  wants: (target) => ({ start: startOf(target, artifactLocation(target)) }),
  judge: ({ start }, target) => judgeGzip(plannedArtifact(target), start, target),
});
