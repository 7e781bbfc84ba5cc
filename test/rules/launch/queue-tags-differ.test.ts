import { queueTagsDiffer } from '../../../rules/launch/queue-tags-differ.ts';
import { unknown } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

const queue = launchQueue();
const withKeys = (...tagKeys: readonly string[]) => ({ target: { ...queue, queue: { ...queue.queue, tagKeys } } });

testRule(queueTagsDiffer, {
  target: queue,
  pass: { none: {}, 'each once': withKeys('team', 'Team', 'cost') },
  fail: {
    'one twice': withKeys('team', 'cost', 'team'),
    'the same template twice': withKeys('${name}', '${name}'),
    'the agent’s own': withKeys('WandbRunId'),
  },
  notApplicable: {
    'a template in their place': { target: { ...queue, unresolved: { tags: unknown('context', 'a template') } } },
    'no queue': { target: serverless() },
  },
});
