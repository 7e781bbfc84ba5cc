import { defineRule } from '../../src/model/rule.ts';
import { judgeGzip, startOf } from '../../src/reason/archives.ts';
import { namedPayload, payloadLocation } from '../../src/reason/payload.ts';
import { withPayload } from '../../src/reason/recommendation.ts';

export const payloadIsGzipTar = defineRule({
  id: 'recommender/payload-is-gzip-tar',
  title: 'The sample payload is one gzip-compressed tar archive',
  severity: 'error',
  basis: 'documented',
  why: 'SamplePayloadUrl must name a single archive that ends in .tar.gz, out of which the samples are taken.',
  fix: 'Pack the samples with `tar -czf payload.tar.gz` and upload that file.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobPayloadConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
  ],
  dependsOn: ['recommender/payload-exists'],
  appliesTo: withPayload,
  needs: () => ({}),
  wants: (target) => ({ start: startOf(target, payloadLocation(target)) }),
  judge: ({ start }, target) => judgeGzip(namedPayload(target), start, target),
});
