import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { bucketArn } from '../../src/reason/references.ts';
import { artifactLocation, bucketAt } from '../../src/reason/requests.ts';

const NOT_JUDGED = { 'access-point': 'an access point', 'directory-bucket': 'a directory bucket' } as const;

export const bucketExists = defineRule({
  id: 'artifact/bucket-exists',
  title: 'The bucket of the model artifact exists',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker downloads the artifact from this bucket when it creates the model’s endpoint.',
  fix: 'Create the bucket in the endpoint’s Region and upload the artifact, or name the bucket that holds it.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html'],
  predicts: ['Could not find model data at', 'Could not access model data at'],
  appliesTo: withArtifact,
  needs: (target) => {
    const location = artifactLocation(target);
    return { bucket: location?.via === 'bucket' ? bucketAt(target, location.bucket) : undefined };
  },
  judge: ({ bucket }, target) => {
    const location = artifactLocation(target);
    const evidence = { subject: target.modelDataUrl, field: ['modelDataUrl'] };
    if (location === undefined)
      return fail('The artifact’s address is not one of S3', [{ ...evidence, observed: target.modelDataUrl, expected: 's3://bucket/key' }]);
    if (bucket === undefined || location.via !== 'bucket') {
      const kind = location.via === 'bucket' ? 'this address' : NOT_JUDGED[location.via];
      return cannotTell(unknown('unsupported', `${kind} has permissions of its own, which are not judged yet — name the object by its general purpose bucket`));
    }
    if (bucket.state === 'absent')
      return fail('There is no such bucket', [
        { ...evidence, subject: bucketArn(location.bucket, target.region), observed: `no bucket named ${location.bucket}` },
      ]);
    return pass(`${location.bucket} exists in ${bucket.value.region}`);
  },
});
