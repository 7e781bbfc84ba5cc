import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { contentPlaces, withContent } from '../../src/reason/aws-content.ts';
import { regionOfAwsContent } from '../../src/reason/places.ts';
import { bucketArn } from '../../src/reason/references.ts';

export const contentIsOfThisRegion = defineRule({
  id: 'jumpstart/content-is-of-this-region',
  title: 'Models of AWS’s own are read from this Region’s buckets',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker reads from buckets of its own Region only. The SDK takes the names of its buckets from the default Region of whoever calls, which may be another.',
  fix: 'Name the bucket of the plan’s Region, and set AWS_DEFAULT_REGION to it where the SDK runs.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
  ],
  predicts: ['ARN should be scoped to correct region', 'Failed to download model data for container'],
  appliesTo: withContent,
  needs: () => ({}),
  judge: (_, target) => {
    const { region } = target;
    const elsewhere = contentPlaces(target)
      .map((place) => ({ ...place, home: regionOfAwsContent(place.bucket) }))
      .filter(({ home }) => home !== region)
      .map(({ bucket, home, field }) => ({ subject: bucketArn(bucket, region), observed: home, expected: region, field }));
    return isNonEmpty(elsewhere)
      ? fail(`The model lies in ${elsewhere[0].observed}, the plan is for ${region}`, elsewhere)
      : pass(`the buckets are those of ${region}`);
  },
});
