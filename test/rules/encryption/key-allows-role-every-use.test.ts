import { keyAllowsRoleEveryUse } from '../../../rules/encryption/key-allows-role-every-use.ts';
import { testRule } from '../../support/rule.ts';
import { without } from '../../support/targets.ts';
import { delegated, direct, EVERY_USE, grantsUnread, target } from './key-use.ts';

testRule(keyAllowsRoleEveryUse, {
  target,
  pass: { 'the key names the role': direct(EVERY_USE), 'the key leaves it to IAM, which grants': delegated(EVERY_USE) },
  fail: { 'no grants can be created': direct(EVERY_USE.slice(1)), 'IAM grants reading only': delegated(['kms:Decrypt']) },
  cannotTell: { 'grants unread': grantsUnread },
  notApplicable: { 'no key': { target: without('kmsKeyId') } },
});
