import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jobSubject, withPhasesAndDuration } from '../../src/reason/recommendation.ts';

export const trafficFitsJobDuration = defineRule({
  id: 'recommender/traffic-fits-job-duration',
  title: 'The phases of traffic together take no longer than the job',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender refuses a job whose phases sum up to more time than JobDurationInSeconds.',
  fix: 'Raise the job’s duration, or shorten its phases.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-load-test.html',
  ],
  predicts: ['Total Traffic duration', 'should not be more than Job duration'],
  onlyBeforehand: true,
  appliesTo: withPhasesAndDuration,
  needs: () => ({}),
  judge: (_, target) => {
    const { jobDurationInSeconds } = target.limits;
    const seconds = target.trafficPattern.phases.reduce((sum, { durationInSeconds = 0 }) => sum + durationInSeconds, 0);
    if (seconds <= jobDurationInSeconds) return pass(`${seconds} seconds of traffic, ${jobDurationInSeconds} of the job`);
    const field = ['limits', 'jobDurationInSeconds'];
    return fail(
      `The phases take ${seconds} seconds, the job ${jobDurationInSeconds}`,
      [{ subject: jobSubject(target), observed: `${jobDurationInSeconds} seconds`, expected: `at least ${seconds} seconds`, field }],
      [{ kind: 'set-field', field, value: seconds, why: 'the phases together take so long' }],
    );
  },
});
