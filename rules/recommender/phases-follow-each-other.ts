import { USERS_BETWEEN_PHASES } from '../../src/data/recommender.ts';
import type { Phase } from '../../src/model/recommendation.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { jobSubject, withSeveralPhases } from '../../src/reason/recommendation.ts';

const most = USERS_BETWEEN_PHASES.values;
const SECONDS_A_MINUTE = 60;

const usersAtEnd = ({ initialNumberOfUsers, spawnRate, durationInSeconds }: Phase): number | undefined =>
  initialNumberOfUsers === undefined || spawnRate === undefined || durationInSeconds === undefined
    ? undefined
    : initialNumberOfUsers + Math.floor((spawnRate * durationInSeconds) / SECONDS_A_MINUTE);

export const phasesFollowEachOther = defineRule({
  id: 'recommender/phases-follow-each-other',
  title: 'Each phase of traffic begins near where the one before ends',
  severity: 'warning',
  basis: 'documented',
  why: 'A phase may begin with at most three users more or fewer than the phase before ends with, or the job is refused; how AWS counts the users at the end is not told, so this reckons initial users plus rate times minutes.',
  fix: 'Lower the rate or the duration of the earlier phase, or begin the next one nearer to its end.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
  ],
  predicts: ['Users at the end of prev phase is', 'while initial users of current phase is'],
  restsOn: [USERS_BETWEEN_PHASES],
  onlyBeforehand: true,
  appliesTo: withSeveralPhases,
  needs: () => ({}),
  judge: (_, target) => {
    const { phases } = target.trafficPattern;
    const evidence = phases.slice(1).flatMap(({ initialNumberOfUsers: begin }, index) => {
      const end = usersAtEnd(phases[index] ?? {});
      if (begin === undefined || end === undefined || Math.abs(begin - end) <= most) return [];
      const observed = `phase ${index + 2} begins with ${begin}, phase ${index + 1} ends with ${end}`;
      return [
        {
          subject: jobSubject(target),
          observed,
          expected: `at most ${most} between them`,
          field: ['trafficPattern', 'phases', index + 1, 'initialNumberOfUsers'],
        },
      ];
    });
    return isNonEmpty(evidence) ? fail(evidence.map(({ observed }) => observed).join('; '), evidence) : pass('each begins near the end of the one before');
  },
});
