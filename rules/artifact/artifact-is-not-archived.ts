import type { S3Object } from '../../src/model/facts/s3.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { artifactArn, existingArtifact } from '../../src/reason/requests.ts';

/** Storage classes whose objects must be restored before they can be read. Instant retrieval (GLACIER_IR) is not among them. */
const ARCHIVES: readonly string[] = ['GLACIER', 'DEEP_ARCHIVE'];
const RESTORED = 'ongoing-request="false"';

const archiveOf = ({ storageClass, archiveStatus, restore = '' }: S3Object): string | undefined => {
  if (restore.includes(RESTORED)) return undefined;
  if (archiveStatus !== undefined) return `${storageClass}, ${archiveStatus}`;
  return ARCHIVES.includes(storageClass) ? storageClass : undefined;
};

export const artifactIsNotArchived = defineRule({
  id: 'artifact/artifact-is-not-archived',
  title: 'The model artifact can be read at once, and is not archived',
  severity: 'error',
  basis: 'documented',
  why: 'S3 refuses to read objects of its archive classes and tiers until they are restored, which takes hours; SageMaker downloads the artifact whenever the endpoint starts.',
  fix: 'Restore the object and copy it into a class that can be read at once, or upload it again; keep lifecycle rules away from it.',
  docs: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html'],
  predicts: ['InvalidObjectState', "The operation is not valid for the object's storage class", 'Failed to download model data for container'],
  dependsOn: ['artifact/artifact-exists'],
  appliesTo: withArtifact,
  needs: (target) => ({ object: existingArtifact(target) }),
  judge: ({ object: { value: object } }, target) => {
    const archive = archiveOf(object);
    if (archive === undefined) return pass(`${object.storageClass}${object.restore === undefined ? '' : ', restored'}`);
    const evidence = { subject: artifactArn(target), observed: archive, expected: 'a class that can be read at once', field: ['modelDataUrl'] };
    return fail('The artifact is archived', [evidence], [{ kind: 'restore-artifact', uri: target.modelDataUrl, region: target.region }]);
  },
});
