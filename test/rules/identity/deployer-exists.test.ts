import { deployerExists } from '../../../rules/identity/deployer-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { deployerRole, user } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless, without } from '../../support/targets.ts';

const target = { ...serverless(), deployer: serverless().deployer ?? '' };
const none = { role: undefined, user: undefined, caller: undefined };

testRule(deployerExists, {
  target,
  pass: {
    'a role': { ...none, role: present(deployerRole()) },
    'a user': { ...none, target: { ...target, deployer: user().arn }, user: present(user()) },
    'a session of the role': { ...none, target: { ...target, deployer: `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/me` }, role: present(deployerRole()) },
    'the root user': { ...none, target: { ...target, deployer: `arn:aws:iam::${ACCOUNT}:root` } },
  },
  fail: { 'no such role': { ...none, role: absent } },
  cannotTell: { 'a federated user': { ...none, target: { ...target, deployer: `arn:aws:sts::${ACCOUNT}:federated-user/bob` } } },
  notApplicable: { 'no deployer': { target: without('deployer') } },
});
