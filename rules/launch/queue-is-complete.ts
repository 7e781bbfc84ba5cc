import type { Unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import type { Launch } from '../../src/reason/launch.ts';
import { launch, queueSubject } from '../../src/reason/launch.ts';
import { openAt } from '../../src/reason/open-fields.ts';

interface Required {
  /** As the queue spells it. */
  readonly key: string;
  readonly path: readonly string[];
}

// The first three the agent asks for by name; the rest CreateTrainingJob does.
const REQUIRED: readonly Required[] = [
  { key: 'OutputDataConfig', path: ['trainingJob', 'outputDataConfig'] },
  { key: 'ResourceConfig', path: ['trainingJob', 'resourceConfig'] },
  { key: 'StoppingCondition', path: ['trainingJob', 'stoppingCondition'] },
  { key: 'OutputDataConfig.S3OutputPath', path: ['trainingJob', 'outputDataConfig', 's3OutputPath'] },
];

const held = (target: Launch, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], target);

export const queueIsComplete = defineRule({
  id: 'launch/queue-is-complete',
  title: 'The queue says where jobs run, where they write and how long they may take',
  severity: 'error',
  basis: 'documented',
  why: 'The agent hands the queue’s keys to CreateTrainingJob, and ends the run before that when ResourceConfig, StoppingCondition or OutputDataConfig is missing.',
  fix: 'Add the missing keys to the queue’s configuration; runner.s3_output_path of the agent may stand for OutputDataConfig.',
  docs: ['https://docs.wandb.ai/launch/setup-launch-sagemaker', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py'],
  predicts: [
    'Sagemaker launcher requires an OutputDataConfig Sagemaker resource argument',
    'Sagemaker launcher requires a ResourceConfig Sagemaker resource argument',
    'Sagemaker launcher requires a StoppingCondition Sagemaker resource argument',
  ],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const unsaid = REQUIRED.filter(({ path }) => held(target, path) === undefined);
    const missing = unsaid.filter(({ key, path }) => openAt(target, ...path).length === 0 && !unsaid.some((other) => key.startsWith(`${other.key}.`)));
    const evidence = missing.map(({ key, path }) => ({ subject: queueSubject(target), observed: `no ${key}`, expected: key, field: path }));
    if (isNonEmpty(evidence)) return fail(`${missing.map(({ key }) => key).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`, evidence);
    const open: readonly Unknown[] = unsaid.flatMap(({ path }) => openAt(target, ...path));
    return isNonEmpty(open) ? cannotTell(...open) : pass('nothing is missing');
  },
});
