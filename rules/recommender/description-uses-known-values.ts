import { DESCRIPTION_VALUES, UNKNOWN_KIND } from '../../src/data/recommender.ts';
import type { ContainerConfig } from '../../src/model/recommendation.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { nearest } from '../../src/reason/nearest.ts';
import { described, modelSubject } from '../../src/reason/recommendation.ts';

const WORDS = ['domain', 'task', 'framework'] as const;

const unlisted = (config: ContainerConfig) =>
  WORDS.flatMap((word) => {
    const [value, listed] = [config[word], DESCRIPTION_VALUES.values[word]];
    return value === undefined || listed.includes(value) ? [] : [{ word, value, listed }];
  });

export const descriptionUsesKnownValues = defineRule({
  id: 'recommender/description-uses-known-values',
  title: 'Domain, task and framework of the model are words that AWS lists',
  severity: 'warning',
  basis: 'api-model',
  why: 'The API documents the words it knows; another one is refused, or the job then chooses its tests as if nothing were known of the model.',
  fix: 'Take the nearest word of the list, or OTHER.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
  ],
  dependsOn: ['recommender/model-is-described'],
  restsOn: [DESCRIPTION_VALUES],
  onlyBeforehand: true,
  appliesTo: described,
  needs: () => ({}),
  judge: (_, target) => {
    const strange = unlisted(target.containerConfig);
    const subject = modelSubject(target);
    const evidence = strange.map(({ word, value, listed }) => ({
      subject,
      observed: value,
      expected: `one of ${listed.join(', ')}`,
      field: ['containerConfig', word],
    }));
    if (!isNonEmpty(evidence)) return pass('each is on AWS’s list');
    return fail(
      `AWS does not list ${strange.map(({ value }) => value).join(', ')}`,
      evidence,
      strange.map(({ word, value, listed }) => ({
        kind: 'set-field',
        field: ['containerConfig', word],
        value: nearest(value, listed) ?? UNKNOWN_KIND,
        why: 'the word of AWS’s list that comes nearest',
      })),
    );
  },
});
