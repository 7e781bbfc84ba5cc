import { rolesAreApart } from '../../../rules/launch/roles-are-apart.ts';
import { lacking } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, launchQueue, ROLE, serverless } from '../../support/targets.ts';

testRule(rolesAreApart, {
  target: launchQueue(),
  pass: {
    'two roles': {},
    'a session of another role': { target: launchQueue({ deployer: `arn:aws:sts::${ACCOUNT}:assumed-role/Agent/me` }) },
    'a user': { target: launchQueue({ deployer: `arn:aws:iam::${ACCOUNT}:user/Execution` }) },
  },
  fail: {
    'one role': { target: launchQueue({ deployer: ROLE }) },
    'a session of it': { target: launchQueue({ deployer: `arn:aws:sts::${ACCOUNT}:assumed-role/Execution/me` }) },
  },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'no role': { target: lacking('executionRoleArn') },
    'no agent': { target: lacking('deployer') },
  },
});
