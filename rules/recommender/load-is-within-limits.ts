import type { Range } from '../../src/data/recommender.ts';
import { LOAD_LIMITS } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { InferenceRecommenderTarget } from '../../src/model/target.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { advancedJob, jobSubject } from '../../src/reason/recommendation.ts';

interface Measured {
  readonly value: number;
  readonly range: Range;
  readonly field: readonly (string | number)[];
  /** The number counts what a list holds. */
  readonly isList?: boolean;
}

const RANGES = LOAD_LIMITS.values;
const LIMITED = ['maxNumberOfTests', 'maxParallelOfTests', 'jobDurationInSeconds', 'maxInvocations'] as const;
const OF_PHASES = ['initialNumberOfUsers', 'durationInSeconds'] as const;

const measured = (value: number | undefined, range: Range, ...field: Measured['field']): readonly Measured[] =>
  value === undefined ? [] : [{ value, range, field }];

const numbersOf = ({ limits, trafficPattern, endpointConfigurations }: InferenceRecommenderTarget): readonly Measured[] => [
  ...measured(endpointConfigurations?.length, RANGES.endpointConfigurations, 'endpointConfigurations').map((one) => ({ ...one, isList: true })),
  ...LIMITED.flatMap((name) => measured(limits?.[name], RANGES[name], 'limits', name)),
  ...(trafficPattern?.phases ?? []).flatMap((phase, index) =>
    OF_PHASES.flatMap((name) => measured(phase[name], RANGES[name], 'trafficPattern', 'phases', index, name)),
  ),
];

const nearestWithin = (value: number, { least, most }: Range): number => Math.min(Math.max(value, least), most);

export const loadIsWithinLimits = defineRule({
  id: 'recommender/load-is-within-limits',
  title: 'Tests, durations and users of a load test are within its limits',
  severity: 'error',
  basis: 'documented',
  why: 'Each number of a load test has a documented range; beyond it the job is refused when it is created.',
  fix: 'Choose numbers within the ranges.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Phase.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobResourceLimit.html',
  ],
  restsOn: [LOAD_LIMITS],
  onlyBeforehand: true,
  appliesTo: advancedJob,
  needs: () => ({}),
  judge: (_, target) => {
    const beyond = numbersOf(target).filter(({ value, range: { least, most } }) => value < least || value > most);
    const evidence = beyond.map(({ value, range: { least, most }, field }) => ({
      subject: jobSubject(target),
      observed: `${value}`,
      expected: `${least} to ${most}`,
      field,
    }));
    if (!isNonEmpty(evidence)) return pass('each number is within its range');
    return fail(
      beyond.map(({ field, value }) => `${field.join('.')} is ${value}`).join('; '),
      evidence,
      beyond.flatMap(({ field, value, range, isList }) =>
        isList ? [] : [{ kind: 'set-field', field, value: nearestWithin(value, range), why: 'the nearest that is allowed' }],
      ),
    );
  },
});
