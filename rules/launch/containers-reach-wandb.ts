import type { Unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { launch, queueSubject } from '../../src/reason/launch.ts';

export const containersReachWandb = defineRule({
  id: 'launch/containers-reach-wandb',
  title: 'Containers are not cut off from W&B by isolation',
  severity: 'warning',
  basis: 'inference',
  why: 'An isolated container makes no network calls at all, so that the run cannot report to W&B’s server.',
  fix: 'Leave EnableNetworkIsolation out, and limit the network by the VPC and its security groups.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html',
  ],
  appliesTo: launch,
  needs: () => ({}),
  judge: (_, target) => {
    const open: readonly Unknown[] = [target.unresolved?.['enableNetworkIsolation'] ?? []].flat();
    if (isNonEmpty(open)) return cannotTell(...open);
    if (target.enableNetworkIsolation !== true) return pass('they are not isolated');
    const field = ['enableNetworkIsolation'];
    const evidence = { subject: queueSubject(target), observed: 'EnableNetworkIsolation is true', expected: 'false', field };
    return fail('Isolated containers do not reach W&B', [evidence], [{ kind: 'remove-field', field, why: 'runs report through the network' }]);
  },
});
