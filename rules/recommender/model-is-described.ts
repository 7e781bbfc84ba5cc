import { UNKNOWN_KIND } from '../../src/data/recommender.ts';
import type { Fix } from '../../src/model/fix.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { modelSubject, withKnownModel } from '../../src/reason/recommendation.ts';

const WORDS = ['domain', 'task', 'framework', 'frameworkVersion'] as const;

// A version has no word for unknown.
const otherwise = (word: (typeof WORDS)[number]): readonly Fix[] =>
  word === 'frameworkVersion'
    ? []
    : [{ kind: 'set-field', field: ['containerConfig', word], value: UNKNOWN_KIND, why: 'what AWS takes where none of its own words fits' }];

export const modelIsDescribed = defineRule({
  id: 'recommender/model-is-described',
  title: 'Domain, task, framework and framework version of the model are named',
  severity: 'error',
  basis: 'documented',
  why: 'By these words Inference Recommender chooses what to test and how to tune it; a job whose model package and ContainerConfig lack one of them is refused or fails.',
  fix: 'Name them in the model package when it is registered, or in the job’s ContainerConfig; OTHER stands for what is not listed.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html',
  ],
  predicts: ['Specify `Domain` in the Model Package', 'Specify `Framework` in the Model Package', 'is a mandatory parameter for the job'],
  dependsOn: ['recommender/job-names-its-model', 'recommender/model-exists', 'registry/model-package-exists'],
  appliesTo: withKnownModel,
  needs: () => ({}),
  judge: (_, target) => {
    const missing = WORDS.filter((word) => target.containerConfig?.[word] === undefined);
    const subject = modelSubject(target);
    const evidence = missing.map((word) => ({ subject, observed: `no ${word}`, expected: `a ${word}`, field: ['containerConfig', word] }));
    if (!isNonEmpty(evidence)) return pass(WORDS.map((word) => target.containerConfig?.[word]).join(', '));
    return fail(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`, evidence, missing.flatMap(otherwise));
  },
});
