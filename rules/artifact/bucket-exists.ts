import type { Unknown } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { plannedBuckets, plannedPlaces, withPlace } from '../../src/reason/places.ts';
import { bucketArn } from '../../src/reason/references.ts';
import { bucketAt } from '../../src/reason/requests.ts';

const NOT_JUDGED = { 'access-point': 'an access point', 'directory-bucket': 'a directory bucket' } as const;

const unjudged = (uri: string, via: keyof typeof NOT_JUDGED) =>
  unknown('unsupported', `${uri} lies in ${NOT_JUDGED[via]}, which has permissions of its own that are not judged yet — name its general purpose bucket`);

export const bucketExists = defineRule({
  id: 'artifact/bucket-exists',
  title: 'The buckets that the plan names exist',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker reads artifacts and data from these buckets and writes its results there; it makes none itself.',
  fix: 'Create the bucket in the Region of the plan, or name the one that is meant.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
  ],
  predicts: ['Could not find model data at', 'Could not access model data at', 'Could not verify AWS storage uri'],
  appliesTo: withPlace,
  needs: (target) => ({ buckets: plannedBuckets(target).map(({ location }) => bucketAt(target, location.bucket)) }),
  judge: ({ buckets }, target) => {
    const places = plannedPlaces(target);
    const strange = places.flatMap(({ uri, location, field }) =>
      location === undefined ? [{ subject: uri, observed: uri, expected: 's3://bucket/key', field }] : [],
    );
    if (isNonEmpty(strange)) return fail('The address is not one of S3', strange);
    const missing = plannedBuckets(target).flatMap(({ location, field }, index) =>
      buckets[index]?.state === 'absent' ? [{ subject: bucketArn(location.bucket, target.region), observed: `no bucket named ${location.bucket}`, field }] : [],
    );
    if (isNonEmpty(missing)) return fail('There is no such bucket', missing);
    const open: readonly Unknown[] = places.flatMap(({ uri, location }) =>
      location === undefined || location.via === 'bucket' ? [] : [unjudged(uri, location.via)],
    );
    if (isNonEmpty(open)) return cannotTell(...open);
    return pass(buckets.map((one) => (one.state === 'present' ? `${one.value.name} exists in ${one.value.region}` : '')).join('; '));
  },
});
