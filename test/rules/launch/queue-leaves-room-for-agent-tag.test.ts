import { queueLeavesRoomForAgentTag } from '../../../rules/launch/queue-leaves-room-for-agent-tag.ts';
import { open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

const tagged = (count: number) => launchQueue({ tags: Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, 'yes'])) });

testRule(queueLeavesRoomForAgentTag, {
  target: launchQueue(),
  pass: { none: {}, '49': { target: tagged(49) } },
  fail: { '50, with the agent’s 51': { target: tagged(50) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a template': { target: { ...launchQueue(), unresolved: open('tags') } } },
});
