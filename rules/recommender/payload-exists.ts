import { defineRule } from '../../src/model/rule.ts';
import { judgePresence } from '../../src/reason/archives.ts';
import { namedPayload, payloadLocation } from '../../src/reason/payload.ts';
import { withPayload } from '../../src/reason/recommendation.ts';
import { objectAt } from '../../src/reason/requests.ts';

export const payloadExists = defineRule({
  id: 'recommender/payload-exists',
  title: 'The sample payload exists',
  severity: 'error',
  basis: 'documented',
  why: 'Without an object at the address of the sample payload the job fails before it tests anything.',
  fix: 'Upload the archive to that key, or name the key that holds it; keys are case-sensitive.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobPayloadConfig.html',
  ],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withPayload,
  needs: (target) => {
    const location = payloadLocation(target);
    return { object: location && objectAt(target, location) };
  },
  judge: ({ object }, target) => judgePresence(namedPayload(target), object, target),
});
