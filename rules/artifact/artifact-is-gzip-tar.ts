import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { artifactArn, artifactLocation, objectStartAt } from '../../src/reason/requests.ts';

const SUFFIX = '.tar.gz';
/** The first two bytes of every gzip file. Source: https://www.rfc-editor.org/rfc/rfc1952 */
const GZIP = '1f8b';

const GONE = unknown('failed', 'the artifact was found, but its content was not — run again');

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
  wants: (target) => {
    const location = artifactLocation(target);
    return { start: location?.via === 'bucket' ? objectStartAt(target, location) : undefined };
  },
  judge: ({ start }, target) => {
    const failing = (observed: string, expected: string) =>
      fail(
        `The artifact ${observed}`,
        [{ subject: artifactArn(target), observed, expected, field: ['modelDataUrl'] }],
        [{ kind: 'upload-artifact', to: target.modelDataUrl, region: target.region }],
      );
    if (!target.modelDataUrl.endsWith(SUFFIX)) return failing('is not named as a tar.gz archive', `a key that ends in ${SUFFIX}`);
    if (start?.state === 'unknown') return cannotTell(start);
    if (start?.state !== 'present') return cannotTell(GONE);
    const { bytes } = start.value;
    if (!bytes.startsWith(GZIP)) return failing(bytes === '' ? 'is empty' : `begins with the bytes ${bytes}`, `gzip, which begins with ${GZIP}`);
    return pass(`it is named ${SUFFIX} and begins as gzip does`);
  },
});
