import { existing } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { judgeRegion } from '../../src/reason/archives.ts';
import { namedPayload, payloadLocation } from '../../src/reason/payload.ts';
import { withPayload } from '../../src/reason/recommendation.ts';
import { bucketAt } from '../../src/reason/requests.ts';

export const payloadIsInThisRegion = defineRule({
  id: 'recommender/payload-is-in-this-region',
  title: 'The sample payload lies in the job’s Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker reads what a job is given only from buckets of the job’s own Region.',
  fix: 'Copy the payload to a bucket of the job’s Region and name that one, or run the job in the bucket’s Region.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageContainerDefinition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobPayloadConfig.html',
  ],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withPayload,
  needs: (target) => ({ bucket: existing(bucketAt(target, payloadLocation(target)?.bucket ?? ''), 'artifact/bucket-exists') }),
  judge: ({ bucket }, target) => judgeRegion(namedPayload(target), bucket.value, { account: target.account, region: target.region, here: 'job' }),
});
