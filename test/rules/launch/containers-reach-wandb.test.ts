import { containersReachWandb } from '../../../rules/launch/containers-reach-wandb.ts';
import { open } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(containersReachWandb, {
  target: launchQueue(),
  pass: { 'nothing said': {}, 'not isolated': { target: launchQueue({ enableNetworkIsolation: false }) } },
  fail: { isolated: { target: launchQueue({ enableNetworkIsolation: true }) } },
  cannotTell: { 'a template': { target: launchQueue({ unresolved: open('enableNetworkIsolation') }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
