import { queueNamesRole } from '../../../rules/launch/queue-names-role.ts';
import { changedQueue, lacking, open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(queueNamesRole, {
  target: launchQueue(),
  pass: { 'a role': {}, 'one of the agent’s': { target: changedQueue({ roleArn: undefined }) } },
  fail: { 'no role': { target: lacking('executionRoleArn') } },
  cannotTell: { 'a template': { target: { ...lacking('executionRoleArn'), unresolved: open('executionRoleArn', 'queue.roleArn') } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
