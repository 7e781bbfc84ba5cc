import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, withKnownModel } from '../../src/reason/recommendation.ts';

export const payloadIsNamed = defineRule({
  id: 'recommender/payload-is-named',
  title: 'A sample payload is named',
  severity: 'error',
  basis: 'documented',
  why: 'The job tests the model with requests out of an archive of samples, whose address stands in the model package or in the job; without one there is nothing to send.',
  fix: 'Upload an archive of sample requests and name it as SamplePayloadUrl of the model package, or of the job’s PayloadConfig.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobPayloadConfig.html',
  ],
  dependsOn: ['recommender/job-names-its-model', 'recommender/model-exists', 'registry/model-package-exists'],
  appliesTo: withKnownModel,
  needs: () => ({}),
  judge: (_, target) => {
    const url = target.containerConfig?.samplePayloadUrl;
    if (url !== undefined) return pass(url);
    const evidence = {
      subject: modelSubject(target),
      observed: 'no sample payload',
      expected: 's3://bucket/key of a .tar.gz',
      field: ['containerConfig', 'samplePayloadUrl'],
    };
    return fail('No sample payload is named', [evidence]);
  },
});
