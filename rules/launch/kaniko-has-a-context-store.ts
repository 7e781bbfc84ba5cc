import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentSubject, withKaniko } from '../../src/reason/launch.ts';

const FIELD = ['agent', 'builder', 'buildContextStore'] as const;

export const kanikoHasAContextStore = defineRule({
  id: 'launch/kaniko-has-a-context-store',
  title: 'Kaniko is told where build contexts lie',
  severity: 'warning',
  basis: 'documented',
  why: 'Kaniko builds in a pod of its own, which gets the source through a bucket; only newer agents that are given a shared volume go without.',
  fix: 'Set build-context-store to s3://BUCKET/PREFIX.',
  docs: ['https://docs.wandb.ai/launch/setup-agent-advanced', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/builder/kaniko_builder.py'],
  predicts: ['You are required to specify an external build context store for Kaniko builds'],
  appliesTo: withKaniko,
  needs: () => ({}),
  judge: (_, target) => {
    const store = target.agent.builder.buildContextStore;
    if (store !== undefined) return pass(store);
    return fail('No build context store is named', [
      { subject: agentSubject(target), observed: 'no build-context-store', expected: 's3://BUCKET/PREFIX', field: FIELD },
    ]);
  },
});
