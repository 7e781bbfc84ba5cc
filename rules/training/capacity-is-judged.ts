import type { Unknown } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { withTraining } from '../../src/reason/training.ts';

export const capacityIsJudged = defineRule({
  id: 'training/capacity-is-judged',
  title: 'The job takes its instances in a way whose quotas are judged',
  severity: 'error',
  basis: 'documented',
  why: 'Warm pools have quotas of their own, which are zero until somebody asks for more, and groups of different instances draw on one quota a type; neither is judged yet.',
  fix: 'Look up these quotas in the Service Quotas console before the first job starts, or name one instance type without a warm pool.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-heterogeneous-cluster.html',
  ],
  onlyBeforehand: true,
  appliesTo: withTraining,
  needs: () => ({}),
  judge: (_, { trainingJob: { resourceConfig = {} } }) => {
    const { keepAlivePeriodInSeconds = 0, instanceGroups = [], instanceType } = resourceConfig;
    const type = instanceType ?? 'the instance type';
    const open: readonly Unknown[] = [
      ...(keepAlivePeriodInSeconds > 0
        ? [unknown('unsupported', `warm pools are not judged yet — look up the quota "${type} for training warm pool usage"`)]
        : []),
      ...instanceGroups.map((group) => unknown('unsupported', `instance groups are not judged yet — look up the quota "${group} for training job usage"`)),
    ];
    return isNonEmpty(open) ? cannotTell(...open) : pass('one instance type, and no warm pool');
  },
});
