import { SPAWN_RATE } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { jobSubject, withPhases } from '../../src/reason/recommendation.ts';

const { least, most } = SPAWN_RATE.values;

export const spawnRateIsDocumented = defineRule({
  id: 'recommender/spawn-rate-is-documented',
  title: 'Users are added at a documented rate',
  severity: 'warning',
  basis: 'documented',
  why: 'The guide names 0 to 3 users a minute; its own samples have gone beyond it, so a higher rate may work.',
  fix: 'Take a rate between 0 and 3, or try the higher one in a short test first.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Phase.html',
  ],
  restsOn: [SPAWN_RATE],
  onlyBeforehand: true,
  appliesTo: withPhases,
  needs: () => ({}),
  judge: (_, target) => {
    const evidence = target.trafficPattern.phases.flatMap(({ spawnRate = least }, index) =>
      spawnRate >= least && spawnRate <= most
        ? []
        : [{ subject: jobSubject(target), observed: `${spawnRate}`, expected: `${least} to ${most}`, field: ['trafficPattern', 'phases', index, 'spawnRate'] }],
    );
    return isNonEmpty(evidence)
      ? fail(`Users are added at ${evidence.map(({ observed }) => observed).join(', ')} a minute`, evidence)
      : pass('each rate is documented');
  },
});
