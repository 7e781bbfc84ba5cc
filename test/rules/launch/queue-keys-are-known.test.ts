import { queueKeysAreKnown } from '../../../rules/launch/queue-keys-are-known.ts';
import { changedQueue } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(queueKeysAreKnown, {
  target: launchQueue(),
  pass: { 'none that is unknown': {} },
  fail: { one: { target: changedQueue({ unknownKeys: ['ResourceConfig.InstanceTypes'] }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
